package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("The versions of a paper")
final class PaperVersionsTest {

    private static final String FIRST = "A-AY1-00000001";
    private static final String SECOND = "A-AY1-00000002";
    private static final String THIRD = "A-AY1-00000003";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void followFromTheHistoryOfTheInputsAlone() {
        assertEquals(new PaperVersion(1, List.of()), of(FIRST, List.of(FIRST)));
        assertEquals(new PaperVersion(2, List.of(FIRST)), of(SECOND, List.of(FIRST, SECOND)));
        assertEquals(new PaperVersion(3, List.of(SECOND, FIRST)), of(THIRD, List.of(FIRST, SECOND, THIRD)));
    }

    @Test
    void goOnWhereARestatementIsTakenBack() {
        assertEquals(new PaperVersion(3, List.of(SECOND)), of(FIRST, List.of(FIRST, SECOND, FIRST)));
    }

    @Test
    void goOnFromThePaperOfTheRunBeforeIfTheHistoryDoesNotKnowIt() {
        PaperLabel corrected = new PaperLabel("", FIRST, 1, List.of(), "terms");
        assertEquals(
                new PaperVersion(2, List.of(FIRST)),
                PaperVersion.of(SECOND, List.of(SECOND), "terms", Optional.of(corrected)));
        PaperLabel correctedTwice = new PaperLabel("", SECOND, 2, List.of(FIRST), "terms");
        assertEquals(
                new PaperVersion(3, List.of(SECOND, FIRST)),
                PaperVersion.of(THIRD, List.of(THIRD), "terms", Optional.of(correctedTwice)));
    }

    @Test
    void stayWhereNothingOfThePaperChanged() {
        PaperLabel same = new PaperLabel("", SECOND, 2, List.of(FIRST), "terms");
        assertEquals(
                new PaperVersion(2, List.of(FIRST)),
                PaperVersion.of(SECOND, List.of(SECOND), "terms", Optional.of(same)));
    }

    @Test
    void goOnUnderTheSameNumberWhereOtherTermsWouldBeSigned() {
        PaperLabel otherTerms = new PaperLabel("", FIRST, 1, List.of(), "other terms");
        assertEquals(
                new PaperVersion(2, List.of(FIRST + " version 1")),
                PaperVersion.of(FIRST, List.of(FIRST), "terms", Optional.of(otherTerms)));
    }

    @Test
    void nameTheNumbersThatARestatementSuperseded() throws IOException {
        PaperRun run = PaperRun.shared(CaseFolders.input("kaixin-five-years"));
        String second = run.paper("KAIXIN-2025-AY1-", PaperKind.JOINT_INSTRUCTION);
        assertTrue(second.endsWith("-v2.pdf"), second);
        String text = run.flowing(second);
        assertTrue(text.matches(".* replaces \u53d6\u4ee3 KAIXIN-2025-AY1-[0-9a-f]{8} To: .*"), text);
        assertTrue(run.paper("KAIXIN-2025-AY2-", PaperKind.JOINT_INSTRUCTION).endsWith("-v1.pdf"));
    }

    @Test
    void goOnWhenAFileIsCorrectedInPlace() throws IOException {
        Path input = Inputs.copy(CaseFolders.input("one-fen-short"), folder.resolve("input"));
        Path output = folder.resolve("output");
        PaperRun wrong = PaperRun.of(input, output);
        String before = onlyInstruction(wrong);
        Inputs.replace(input.resolve("audited-revenue.csv"), "664999999.99", "664000000");

        PaperRun corrected = PaperRun.of(input, output);
        String after = onlyInstruction(corrected);
        String superseded = before.substring(0, before.indexOf("-joint-instruction"));
        assertTrue(after.endsWith("-v2.pdf"), after);
        assertTrue(corrected.flowing(after).contains("replaces \u53d6\u4ee3 " + superseded), corrected.flowing(after));

        // something else is filed: the paper stays the same, and still names what it superseded
        Files.writeString(
                input.resolve("parties.csv"),
                "agreement_id,role,name,address,registration,account,contact\nNOBODY,issuer,,,,,\n");
        PaperRun unchanged = PaperRun.of(input, output);
        assertEquals(after, onlyInstruction(unchanged));
        assertTrue(unchanged.flowing(after).contains("replaces \u53d6\u4ee3 " + superseded), unchanged.flowing(after));
    }

    @Test
    void doNotGoOnFromARunOfALaterDay() throws IOException {
        Path input = Inputs.copy(CaseFolders.input("one-fen-short"), folder.resolve("input"));
        String first = onlyInstruction(PaperRun.of(input, folder.resolve("output")));
        assertTrue(first.endsWith("-v1.pdf"), first);
        Path later = folder.resolve("2035-01-01-000000000000");
        Path papers = Files.createDirectories(later.resolve(DraftedDocument.FOLDER));
        Files.writeString(papers.resolve("A-AY1-00000009-joint-instruction-v7.pdf"), "");

        assertEquals(
                Optional.empty(),
                EarlierPapers.of(Optional.of(later), LocalDate.of(2034, 12, 31)).last("A", "A-AY1-", "A-AY1-00000008"));
        assertEquals(
                Optional.of(new PaperLabel("", "A-AY1-00000009", 7, List.of(), "")),
                EarlierPapers.of(Optional.of(later), LocalDate.of(2035, 1, 1)).last("A", "A-AY1-", "A-AY1-00000008"));
    }

    private static PaperVersion of(String number, List<String> history) {
        return PaperVersion.of(number, history, "terms", Optional.empty());
    }

    private static String onlyInstruction(PaperRun run) throws IOException {
        return run.paper("KAIXIN-2025-AY1-", PaperKind.JOINT_INSTRUCTION);
    }
}
