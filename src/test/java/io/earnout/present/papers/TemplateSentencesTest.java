package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;

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

/** Every fixed sentence of a paper cites the clause that it comes from, or says what the record has, or what the paper is. */
@DisplayName("The sentences of the papers")
final class TemplateSentencesTest {

    private static final Path TEMPLATES = Path.of("src/main/jte/documents");

    private static final Pattern PARAGRAPH = Pattern.compile("<p( [^>]*)?>(.*?)</p>", Pattern.DOTALL);
    private static final Pattern CITATION = Pattern.compile("\\b(SPA|EA) \\d");
    private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.:])\\s+(?=[A-Z])");

    /** Sentences without a clause, and what they can be traced to. */
    private static final Map<String, String> TRACED = Map.ofEntries(
            Map.entry("PROJECTION: the as-of date lies in the future.", "the as-of date of the run"),
            Map.entry("This paper shows what would follow from the record as it is.", "the as-of date of the run"),
            Map.entry("It is not for signature.", "the as-of date of the run, or the status in cancellation-list.csv"),
            Map.entry("for Party C, the seller, on Assessment Year X", "the parties of the agreement"),
            Map.entry(
                    "Nothing moves on this paper until the Escrow Agent has agreed in writing to act on it.",
                    "the remedy of RETURN_BLOCKED"),
            Map.entry(
                    "This is the part of the result that is to be instructed now.",
                    "shares_to_instruct in release-instructions.csv"),
            Map.entry(
                    "The whole result of the year and where the rest of it stands:",
                    "the other columns of release-instructions.csv"),
            Map.entry(
                    "The record on which this instruction rests, by the SHA-256 of its files:",
                    "the inputs in manifest.json"),
            Map.entry("This is a draft.", "what the paper is"),
            Map.entry("The reading used is the default one.", "the readings in agreements.csv"),
            Map.entry(
                    "Over all years assessed so far Party C is entitled to X shares under this reading.",
                    "entitled_shares in readings.csv"),
            Map.entry("The fourteen readings side by side give from X to X.", "positions.csv"),
            Map.entry("X shares of this result are held.", "held_shares in release-instructions.csv"),
            Map.entry(
                    "They stay computed, and nothing of them is forfeited.", "held_shares in release-instructions.csv"),
            Map.entry("No signature stands under this statement, and none is asked for.", "what the paper is"),
            Map.entry("A box is there only where a person must look or act.", "what the paper is"),
            Map.entry("What is met stands on record at the place named.", "the file and line beside it"),
            Map.entry("Deducted and in escrow today:", "deducted in positions.csv"),
            Map.entry("X shares.", "deducted in positions.csv"),
            Map.entry(
                    "This list is a draft until it is signed; no return is claimed by it beyond what the table names.",
                    "confirmed_returned in cancellation-list.csv"),
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
