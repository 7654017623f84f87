package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import io.earnout.publish.SafeName;
import io.earnout.terms.Shares;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Papers are drafted where they are due and nowhere else, and they say what the files of the run say. */
@DisplayName("The papers of a run")
final class DraftedPapersTest {

    @TempDir
    private Path folder = Path.of("");

    static List<String> cases() throws IOException {
        return CaseFolders.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void areThoseThatAreDueAndNameTheQuantitiesOfTheFiles(String name) throws IOException {
        assertPapersSayWhatTheFilesSay(PaperRun.shared(CaseFolders.input(name)));
    }

    @Test
    void ofTheShippedExampleAreThoseThatAreDue() throws IOException {
        PaperRun run = PaperRun.shared(Path.of("input"));
        assertPapersSayWhatTheFilesSay(run);
        assertFalse(run.papers().isEmpty());
    }

    private static void assertPapersSayWhatTheFilesSay(PaperRun run) throws IOException {
        Map<String, Long> toInstruct = new TreeMap<>();
        Map<String, Long> held = new TreeMap<>();
        List<Map<String, String>> lines = run.rows("release-instructions.csv");
        for (Map<String, String> line : lines) {
            String number = cell(line, "instruction_id")
                    .substring(cell(line, "agreement_id").length());
            String paper = SafeName.of(cell(line, "agreement_id")) + number;
            toInstruct.merge(paper, quantity(line), Long::sum);
            held.merge(paper, Long.parseLong(cell(line, "held_shares")), Long::sum);
        }
        TreeSet<String> due = new TreeSet<>();
        for (Map.Entry<String, Long> paper : toInstruct.entrySet()) {
            if (paper.getValue() > 0) {
                due.add(paper.getKey() + "-joint-instruction");
                due.add(paper.getKey() + "-checklist");
                assertNamesTheQuantity(run, paper.getKey(), paper.getValue());
            }
            if (paper.getValue() + held.getOrDefault(paper.getKey(), 0L) > 0) {
                due.add(paper.getKey() + "-calculation-statement");
            }
        }
        TreeSet<String> drafted = new TreeSet<>();
        TreeSet<String> ofAgreements = new TreeSet<>();
        TreeSet<String> summaries = new TreeSet<>();
        for (String paper : run.papers()) {
            if (paper.endsWith("-summary.pdf")) {
                summaries.add(paper);
                continue;
            }
            (paper.contains("-CL-") || paper.contains("-RI-") ? ofAgreements : drafted)
                    .add(paper.substring(0, paper.lastIndexOf("-v")));
        }
        assertEquals(due, drafted);
        TreeSet<String> agreements = new TreeSet<>();
        for (Map<String, String> row : run.rows("positions.csv")) {
            agreements.add(SafeName.of(cell(row, "agreement_id")) + "-summary.pdf");
        }
        assertEquals(agreements, summaries);
        assertCancellations(run, ofAgreements);
    }

    /** In shares of the day. */
    private static long quantity(Map<String, String> line) {
        String quantity = cell(line, "quantity");
        return Long.parseLong(quantity.isEmpty() ? cell(line, "shares_to_instruct") : quantity);
    }

    private static void assertNamesTheQuantity(PaperRun run, String number, long shares) throws IOException {
        String figure = Shares.of(shares).toString();
        String instruction = run.flowing(run.paper(number, PaperKind.JOINT_INSTRUCTION));
        assertTrue(instruction.contains(figure), () -> figure + " is not in " + instruction);
        assertTrue(
                instruction.contains("in words: " + NumberInWords.of(shares) + " "),
                () -> NumberInWords.of(shares) + " is not in " + instruction);
        String checklist = run.flowing(run.paper(number, PaperKind.CHECKLIST));
        assertTrue(checklist.contains(figure + " (" + NumberInWords.of(shares) + ")"), checklist);
        for (Map<String, String> line : run.rows("release-instructions.csv")) {
            if (cell(line, "instruction_id").endsWith(number.substring(number.lastIndexOf("-AY")))) {
                long ofLine = quantity(line);
                assertTrue(ofLine == 0 || instruction.contains(NumberInWords.of(ofLine)), instruction);
                assertTrue(instruction.contains(Shares.of(ofLine).toString()), instruction);
            }
        }
    }

    private static void assertCancellations(PaperRun run, Set<String> drafted) throws IOException {
        Map<String, Long> toReturn = new TreeMap<>();
        Map<String, String> status = new TreeMap<>();
        for (Map<String, String> row : run.rows("cancellation-list.csv")) {
            long open = cell(row, "return_quantity").isEmpty()
                    ? Long.parseLong(cell(row, "shares_to_cancel")) - Long.parseLong(cell(row, "confirmed_returned"))
                    : Long.parseLong(cell(row, "return_quantity"));
            String agreement = SafeName.of(cell(row, "agreement_id"));
            toReturn.merge(agreement, Math.max(0, open), Long::sum);
            status.merge(agreement, cell(row, "status"), (one, other) -> one.equals("PROJECTED") ? one : other);
        }
        toReturn.values().removeIf(open -> open == 0);
        // only where it can matter: all years are assessed, the list is final, or the agreement expires within a year
        for (Map<String, String> row : run.rows("positions.csv")) {
            String agreement = SafeName.of(cell(row, "agreement_id"));
            boolean isDrafted = drafted.stream().anyMatch(paper -> paper.startsWith(agreement + "-CL-"));
            boolean canMatter = cell(row, "unassessed").equals("0") || "FINAL".equals(status.get(agreement));
            if (!isDrafted && canMatter) {
                assertFalse(toReturn.containsKey(agreement), agreement);
            }
            if (!isDrafted) {
                toReturn.remove(agreement);
            }
        }
        assertEquals(2 * toReturn.size(), drafted.size(), drafted.toString());
        for (Map.Entry<String, Long> agreement : toReturn.entrySet()) {
            for (PaperKind kind : List.of(PaperKind.CANCELLATION_LIST, PaperKind.RETURN_INSTRUCTION)) {
                String infix = kind == PaperKind.CANCELLATION_LIST ? "-CL-" : "-RI-";
                String text = run.flowing(run.paper(agreement.getKey() + infix, kind));
                assertTrue(text.contains(Shares.of(agreement.getValue()).toString()), text);
                assertTrue(text.contains("in words: " + NumberInWords.of(agreement.getValue()) + " "), text);
                boolean isProjected = "PROJECTED".equals(status.get(agreement.getKey()));
                assertEquals(isProjected, text.contains("PROJECTED: "), text);
                assertEquals(!isProjected, text.contains("Signature "), "signed is only what is final: " + text);
                assertEquals(
                        !isProjected && kind == PaperKind.RETURN_INSTRUCTION,
                        text.contains("BLOCKED: "),
                        "the Escrow Agreement has no mechanism for a return: " + text);
            }
        }
    }

    /** A paper that is signed as it was drafted is taken as such by the next run. */
    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "kaixin-five-years",
                "restatement",
                "restated-while-a-paper-is-open",
                "over-release-held-against",
                "true-up-after-offset-paid",
                "dispute-disputed-and-undisputed",
                "split",
                "quoted-and-chinese-names",
                "adjustment-by-all"
            })
    void areAcceptedWhenTheyAreSignedAsDrafted(String name) throws IOException {
        Path input = Inputs.copy(CaseFolders.input(name), folder.resolve("input"));
        PaperRun drafted = PaperRun.of(input, folder.resolve("output"));
        Map<String, Long> quantities = new TreeMap<>();
        Map<String, Map<String, String>> first = new TreeMap<>();
        for (Map<String, String> line : drafted.rows("release-instructions.csv")) {
            long open = Long.parseLong(cell(line, "shares_to_instruct"));
            if (open > 0) {
                quantities.merge(cell(line, "instruction_id"), open, Long::sum);
                first.putIfAbsent(cell(line, "instruction_id"), line);
            }
        }
        String asOf = drafted.folder().getFileName().toString().substring(0, 10);
        StringBuilder signed = new StringBuilder(
                "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,signed_by_purchaser_on,received_on\n");
        quantities.forEach((number, shares) -> signed.append(
                        Inputs.quoted(cell(first.getOrDefault(number, Map.of()), "agreement_id")))
                .append(',')
                .append(cell(first.getOrDefault(number, Map.of()), "assessment_year"))
                .append(',')
                .append(Inputs.quoted(number))
                .append(',')
                .append(shares)
                .append((',' + asOf).repeat(3))
                .append('\n'));
        Files.writeString(input.resolve("joint-instructions-signed.csv"), signed);

        PaperRun next = PaperRun.of(input, folder.resolve("output"));

        for (Map<String, String> line : next.rows("release-instructions.csv")) {
            if (quantities.containsKey(cell(line, "instruction_id"))) {
                assertEquals("0", cell(line, "shares_to_instruct"), line.toString());
            }
        }
        for (Map<String, String> row : next.rows("exceptions.csv")) {
            boolean isOfSigned = cell(row, "file").equals("joint-instructions-signed.csv");
            assertFalse(isOfSigned && cell(row, "severity").equals("error"), row.toString());
        }
        assertEquals(
                List.of(),
                next.papers().stream()
                        .filter(paper -> paper.contains("-joint-instruction-"))
                        .toList(),
                "what is signed is not drafted again");
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
