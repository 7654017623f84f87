package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.PlainLanguage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
    private static final Pattern CITATION = Pattern.compile("\\b(SPA|EA) \\d");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.:])\\s+(?=[A-Z])");

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
                    "This instruction covers the part of the year's result that is to be instructed now.",
                    "shares_to_instruct in release-instructions.csv"),
            Map.entry("The whole result of the year:", "the other columns of release-instructions.csv"),
            Map.entry(
                    "This instruction is based on these files, identified by their SHA-256:",
                    "the inputs in manifest.json"),
            Map.entry("This is a draft.", "what the paper is"),
            Map.entry(
                    "It confirms no signature, approval or receipt except those in section 5.",
                    "the conditions of section 5"),
            Map.entry("The reading used is the default.", "the readings in agreements.csv"),
            Map.entry(
                    "For all years assessed so far, Party C is entitled to X shares under this reading.",
                    "entitled_shares in readings.csv"),
            Map.entry("Depending on the reading, the entitlement is X to X shares.", "positions.csv"),
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
                if (!sentence.replace("X", "").replaceAll("[^A-Za-z]", "").isEmpty()) {
                    sentences.add(sentence);
                }
            }
        }
        return sentences;
    }
}
