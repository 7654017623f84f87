package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.PlainLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every fixed sentence of a paper cites the clause that it comes from, or says what the record has, or what the paper is. */
@DisplayName("The sentences of the papers")
final class TemplateSentencesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte/documents");

    private static final Pattern PARAGRAPH = Pattern.compile("<p( [^>]*)?>(.*?)</p>", Pattern.DOTALL);
    /** The Securities Purchase Agreement and the Escrow Agreement, each before the number of a clause. */
    private static final String CHINESE_AGREEMENT =
            "\u300a(\u80a1\u4efd\u8d2d\u4e70|\u6258\u7ba1)\u534f\u8bae\u300b\u7b2c(?=\\d)";

    private static final Pattern PAIR = Pattern.compile("<table class=\"pair\">(.*?)</table>", Pattern.DOTALL);
    private static final Pattern CLAUSE = Pattern.compile("(SPA|EA) (\\d+(?:\\.\\d+)?(?:\\([a-z0-9]\\))*)");
    private static final Pattern CHINESE_CLAUSE =
            Pattern.compile(CHINESE_AGREEMENT + "(\\d+(?:\\.\\d+)?(?:\\([a-z0-9]\\))*)\u6761");
    private static final Pattern VALUE = Pattern.compile("\\$\\{[^}]+\\}");
    private static final Pattern CITATION = Pattern.compile("\\b(SPA|EA) \\d|" + CHINESE_AGREEMENT);
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.:])\\s+(?=[A-Z])|(?<=\u3002)");

    /** Sentences without a clause, and what they can be traced to. */
    private static final Map<String, String> TRACED = Map.ofEntries(
            Map.entry("PROJECTION: the as-of date is in the future.", "the as-of date of the run"),
            Map.entry("This paper assumes that nothing more is recorded until then.", "the as-of date of the run"),
            Map.entry("It is not for signature.", "the as-of date of the run, or the status in cancellation-list.csv"),
            Map.entry("for Party C, the seller, on Assessment Year X", "the parties of the agreement"),
            Map.entry(
                    "No shares move under this instruction until the Escrow Agent has agreed in writing to act on it.",
                    "the remedy of RETURN_BLOCKED"),
            Map.entry(
                    "The instruction covers the part of the year's result that is to be instructed now.",
                    "shares_to_instruct in release-instructions.csv"),
            Map.entry(
                    "The instruction is based on these files, identified by their SHA-256:",
                    "the inputs in manifest.json"),
            Map.entry("The English text prevails.", "what the paper is"),
            Map.entry(
                    "\u4e2d\u82f1\u6587\u4e0d\u4e00\u81f4\u7684\uff0c\u4ee5\u82f1\u6587\u4e3a\u51c6\u3002",
                    "what the paper is"),
            Map.entry("Internal: this checklist is not sent with the instruction.", "what the paper is"),
            Map.entry("X earlier years are in the report of the run.", "reconciliation-report.csv"),
            Map.entry("X more are in the report of the run.", "release-instructions.csv"),
            Map.entry("Points that need a person:", "exceptions.csv"),
            Map.entry("They are in the report of the run.", "exceptions.csv"),
            Map.entry("No date is ahead in the record.", "deadlines.csv"),
            Map.entry("X, as of X", "the agreement and the as-of date of the run"),
            Map.entry("on joint written instruction X", "instruction_id in release-instructions.csv"),
            Map.entry("Instruction \u6307\u4ee4 X", "the number of the instruction"),
            Map.entry("No. \u7f16\u53f7 X replaces \u53d6\u4ee3 X", "instruction_id in release-instructions.csv"),
            Map.entry("Shares are counted in two ways.", "share-changes.csv"),
            Map.entry(
                    "What is instructed, transferred and returned is counted in the shares of its day.",
                    "shares in transfers.csv and joint-instructions.csv"),
            Map.entry("Each signed share became:", "share-changes.csv"),
            Map.entry("What is left of a share stays in escrow.", "release-instructions.csv"),
            Map.entry("It is not instructed, and is returned with the last shares.", "cancellation-list.csv"),
            Map.entry("The column \"still to be returned\" is in shares of the day.", "cancellation-list.csv"),
            Map.entry(
                    "With the last tranche of a final list all that is left in the Escrow Agent's account is returned.",
                    "cancellation-list.csv"),
            Map.entry("The whole result of the year:", "the other columns of release-instructions.csv"),
            Map.entry("This is a draft.", "what the paper is"),
            Map.entry("The reading used is the default.", "the readings in agreements.csv"),
            Map.entry("X shares of this result are held.", "held_shares in release-instructions.csv"),
            Map.entry("They are not forfeited.", "held_shares in release-instructions.csv"),
            Map.entry("This statement needs no signature.", "what the paper is"),
            Map.entry("A box marks each condition that a person must check.", "what the paper is"),
            Map.entry("Each condition that is met is on record at the place given.", "the file and line beside it"),
            Map.entry("Deducted and in escrow today:", "deducted in positions.csv"),
            Map.entry("X shares.", "deducted in positions.csv"),
            Map.entry("This list is a draft until it is signed.", "what the paper is"),
            Map.entry(
                    "It confirms no return except those in the table.", "confirmed_returned in cancellation-list.csv"),
            Map.entry(
                    "No signature and no agreement of the Escrow Agent is on record.",
                    "no file of the input has either"));

    @Test
    void citeAClauseOrCanBeTracedToTheRecord() throws IOException {
        Map<String, String> untraced = new TreeMap<>();
        TreeSet<String> used = new TreeSet<>();
        for (Path template : templates()) {
            for (String sentence : sentences(Files.readString(template))) {
                if (TRACED.containsKey(sentence)) {
                    used.add(sentence);
                } else if (!CITATION.matcher(sentence).find()
                        && sentence.chars().anyMatch(Character::isLetter)) {
                    untraced.put(sentence, template.getFileName().toString());
                }
            }
        }
        assertEquals(Map.of(), untraced);
        assertEquals(new TreeSet<>(TRACED.keySet()), used, "a sentence that no paper has any more");
    }

    @Test
    void citeTheSameClausesAndValuesInBothLanguages() throws IOException {
        int pairs = 0;
        for (Path template : templates()) {
            Matcher pair = PAIR.matcher(Files.readString(template));
            while (pair.find()) {
                List<String> english = new ArrayList<>();
                List<String> chinese = new ArrayList<>();
                Matcher paragraph = PARAGRAPH.matcher(pair.group(1));
                while (paragraph.find()) {
                    (paragraph.group().startsWith("<p lang=\"zh\">") ? chinese : english).add(paragraph.group(2));
                }
                assertEquals(english.size(), chinese.size(), pair.group());
                for (int i = 0; i < english.size(); i++) {
                    String one = english.get(i);
                    String other = chinese.get(i);
                    assertEquals(
                            all(CLAUSE, one, found -> found.group(1) + " " + found.group(2)),
                            all(
                                    CHINESE_CLAUSE,
                                    other,
                                    found -> (found.group(1).startsWith("\u6258") ? "EA " : "SPA ") + found.group(2)),
                            one + other);
                    assertEquals(
                            all(VALUE, one, MatchResult::group), all(VALUE, other, MatchResult::group), one + other);
                    pairs++;
                }
            }
        }
        assertEquals(5, pairs);
    }

    private static Set<String> all(Pattern pattern, String text, Function<MatchResult, String> as) {
        return pattern.matcher(text).results().map(as).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void claimNoSignatureApprovalOrReceipt() throws IOException {
        List<String> claims = new ArrayList<>();
        Pattern claim = Pattern.compile("\\b(has been|have been|was|were|is hereby) (signed|approved|received|agreed)");
        for (Path template : templates()) {
            Matcher found = claim.matcher(Files.readString(template));
            while (found.find()) {
                claims.add(template.getFileName() + ": " + found.group());
            }
        }
        assertEquals(List.of(), claims);
    }

    /** Templates, and the classes beside them that make sentences. */
    @ParameterizedTest(name = "{0} is in plain English")
    @ValueSource(
            strings = {
                "src/main/jte",
                "src/main/java/io/earnout/present/report",
                "src/main/java/io/earnout/present/papers"
            })
    void areInPlainEnglish(String folder) throws IOException {
        List<String> dropped = new ArrayList<>();
        try (Stream<Path> all = Files.walk(Path.of(folder))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                PlainLanguage.droppedIn(Files.readString(file))
                        .forEach(phrase -> dropped.add(file.getFileName() + ": " + phrase));
            }
        }
        assertEquals(List.of(), dropped);
    }

    private static List<Path> templates() throws IOException {
        try (Stream<Path> all = Files.list(TEMPLATES)) {
            return all.sorted().toList();
        }
    }

    private static List<String> sentences(String template) {
        List<String> sentences = new ArrayList<>();
        Matcher paragraph = PARAGRAPH.matcher(template);
        while (paragraph.find()) {
            String text = paragraph
                    .group(2)
                    .replaceAll("@(if|for|elseif)\\((?:[^()]|\\([^()]*\\))*\\)", " ")
                    .replaceAll("@(endif|endfor|else)", " ")
                    .replace("${\"\"}", "")
                    .replaceAll("\\$\\{[^}]*\\}", "X")
                    .replaceAll("<[^>]*>", " ")
                    .replace("&#160;", " ")
                    .replaceAll("\\s+", " ")
                    .trim();
            // a working and what an exception says are the record's own words
            for (String sentence : SENTENCE_END.split(text, -1)) {
                if (sentence.replace("X", "").chars().anyMatch(Character::isLetter)) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }
}
