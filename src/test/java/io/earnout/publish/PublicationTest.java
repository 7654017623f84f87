package io.earnout.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.record.RunDay;
import io.earnout.output.OutputFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A staged run is read back and added up again before it moves: one agreement of 6,000,000 shares in two years, 10% short in
 * the first and 10% over in the second, so that 300,000 are deducted and 150,000 restored.
 */
final class PublicationTest {

    private static final Map<OutputFile, List<String>> ROWS = Map.of(
            OutputFile.RELEASE_INSTRUCTIONS,
                    List.of(
                            "KX,1,1,release,KX-AY1-1,C,3000000,300000,,,2700000,0,0,0,0,2700000,TO_INSTRUCT,,R-1,,,,SPA 5.1",
                            "KX,2,1,restoration,KX-AY2-1,C,3000000,300000,,36600000.00,150000,0,0,0,0,150000,TO_INSTRUCT,,R-2,,,,SPA 5.2(2)",
                            "KX,2,2,release,KX-AY2-1,C,3000000,0,,,3000000,1000000,500000,0,0,1500000,TO_INSTRUCT,,R-2,,,,SPA 5.1"),
            OutputFile.CANCELLATION_LIST, List.of("KX,1,300000,150000,150000,0,PROJECTED,,A,SPA 5.2(1),0,150000"),
            OutputFile.RECONCILIATION_REPORT,
                    List.of(
                            "KX,1,2025-12-01,2026-11-30,SHORTFALL,1,1,R-1,0,0,0,0,0,3000000,300000,2700000,150000,150000,2850000,0,0,0,0,0",
                            "KX,2,2026-12-01,2027-11-30,EXCESS,1,1,R-2,0,0,0,0,0,3000000,0,3000000,0,0,3000000,1000000,0,0,0,0"),
            OutputFile.POSITIONS, List.of("KX,6000000,1000000,4850000,0,150000,0,0,0,5700000,6000000,,"),
            OutputFile.TERMS, List.of("KX,6000000,,CNY,A,B,C,D,,2025-12-02,2025-12-23,,,,,CN,,,,"),
            OutputFile.READINGS, List.of("KX,half,excess-year,both,oldest-first,reduce,yes,5850000,0"),
            OutputFile.EXCEPTIONS, List.of());

    private static final ExpectedCounts EXPECTED =
            new ExpectedCounts(1, 2, BigInteger.valueOf(6_000_000), Optional.of("half"), Map.of());

    @TempDir
    private Path output = Path.of("");

    private Path staged = Path.of("");
    private RunIdentity identity = new RunIdentity(new RunDay(LocalDate.EPOCH, RunDay.Lies.EARLIER), "", Map.of(), "");

    @BeforeEach
    void stagesARun() throws IOException {
        identity = RunIdentity.of(List.of(), new RunDay(LocalDate.of(2028, 1, 20), RunDay.Lies.EARLIER), "test");
        staged = Files.createDirectories(output.resolve(".staging").resolve(identity.folderName()));
        for (OutputFile file : OutputFile.values()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            file.writeHeader(out);
            for (String row : ROWS.getOrDefault(file, List.of())) {
                out.writeBytes((row + "\n").getBytes(StandardCharsets.UTF_8));
            }
            Files.write(staged.resolve(file.fileName()), out.toByteArray());
        }
    }

    @Test
    void aSoundRunMovesWholeAndLatestPointsToIt() throws IOException {
        publish(EXPECTED);

        assertFalse(Files.exists(staged));
        Path published = output.resolve(identity.folderName());
        assertEquals(published.toRealPath(), output.resolve("latest").toRealPath());
        assertEquals(List.of(), ManifestFile.differencesIn(published));
    }

    @ParameterizedTest
    @CsvSource({
        "release-instructions.csv, '0,2700000,TO_INSTRUCT', '0,2700001,TO_INSTRUCT', releasable",
        "release-instructions.csv, '1000000,500000,0', '1000000,500001,0', releasable",
        "release-instructions.csv, '1000000,500000,0', '1000001,500000,0', released and entitled",
        "release-instructions.csv, '2700000,0,0,0', '2700000,0,0,1', held",
        "release-instructions.csv, '36600000.00,150000', '36600000.00,150001', entitled",
        "cancellation-list.csv, '150000,0,PROJECTED', '149999,0,PROJECTED', to cancel",
        "cancellation-list.csv, '1,300000', '1,300001', ever deducted",
        "cancellation-list.csv, '300000,150000', '300000,150001', restored",
        "reconciliation-report.csv, '0,3000000,300000', '0,3000001,300000', tranches",
        "reconciliation-report.csv, '2850000,0,0,0,0', '2850000,0,0,0,1', unassessed",
        "reconciliation-report.csv, '2850000,0,0,0,0', '2850000,0,0,1,0', returned",
        "reconciliation-report.csv, '2850000,0,0,0,0', '2850000,0,1,0,0', released and entitled",
        "reconciliation-report.csv, '2850000,0,0,0,0', '2850000,1,0,0,0', released",
        "reconciliation-report.csv, '150000,150000,2850000', '150000,150001,2850000', deducted",
        "positions.csv, '6000000,1', '6000001,1', deposited",
        "positions.csv, '4850000', '4850001', conserved",
        "positions.csv, '4850000,0,150000', '4850000,1,149999', held",
        "positions.csv, '4850000,0,150000,0', '4850000,0,149999,1', unassessed",
        "positions.csv, '0,0,0,5700000', '0,0,1,5700000', check",
        "terms.csv, 'KX', 'KX,0\nKY', terms"
    })
    void oneShareTamperedWithAndNothingMoves(String file, String was, String is, String told) throws IOException {
        String text = Files.readString(staged.resolve(file));
        int at = text.indexOf(was, text.indexOf('\n'));
        assertTrue(at > 0, file + " has no " + was);
        Files.writeString(staged.resolve(file), text.substring(0, at) + is + text.substring(at + was.length()));

        IllegalStateException broken = assertThrows(IllegalStateException.class, () -> publish(EXPECTED));

        assertTrue(String.valueOf(broken.getMessage()).contains(told), broken.getMessage());
        assertNothingMoved();
    }

    @ParameterizedTest
    @CsvSource({
        "positions.csv, agreements",
        "reconciliation-report.csv, assessment years",
        "cancellation-list.csv, to cancel"
    })
    void aRowThatIsMissingAndNothingMoves(String file, String told) throws IOException {
        List<String> lines = Files.readAllLines(staged.resolve(file));
        Files.write(staged.resolve(file), lines.subList(0, lines.size() - 1));

        IllegalStateException broken = assertThrows(IllegalStateException.class, () -> publish(EXPECTED));

        assertTrue(String.valueOf(broken.getMessage()).contains(told), broken.getMessage());
        assertNothingMoved();
    }

    @Test
    void anAgreementThatTheInputHadAndTheRunHasNotIsNoticed() {
        ExpectedCounts oneMore = new ExpectedCounts(2, 2, BigInteger.valueOf(6_000_000), Optional.empty(), Map.of());

        assertThrows(IllegalStateException.class, () -> publish(oneMore));

        assertNothingMoved();
    }

    @Test
    void aLetterAmongTheSharesIsADefectAndNothingMoves() throws IOException {
        Path positions = staged.resolve("positions.csv");
        Files.writeString(positions, Files.readString(positions).replace("4850000", "485000O"));

        assertThrows(IllegalStateException.class, () -> publish(EXPECTED));

        assertNothingMoved();
    }

    @Test
    void aStagedFileThatIsMissingAndNothingMoves() throws IOException {
        Files.delete(staged.resolve("readings.csv"));

        assertThrows(IOException.class, () -> publish(EXPECTED));

        assertNothingMoved();
    }

    /** Rows of which no sum is compared with another are proven all the same. */
    @Test
    void whatIsNotAsItWasWrittenIsNotPublished() throws IOException {
        Files.createDirectories(staged.resolve("documents"));
        ControlSums sums = asTheyStand();
        Path paper = staged.resolve("documents/paper.pdf");
        try (OutputStream out = sums.createForPeople(staged, "documents/paper.pdf")) {
            out.write("a paper".getBytes(StandardCharsets.UTF_8));
        }
        Path readings = staged.resolve("readings.csv");
        byte[] asWritten = Files.readAllBytes(readings);

        Files.write(readings, Arrays.copyOf(asWritten, asWritten.length - 1));
        assertChanged("readings.csv", sums);
        Files.write(readings, asWritten);

        Files.writeString(paper, "another");
        assertChanged("documents/paper.pdf", sums);
        Files.delete(paper);
        assertChanged("documents/paper.pdf", sums);
        Files.writeString(paper, "a paper");

        Files.writeString(staged.resolve("documents/added.pdf"), "added");
        assertChanged("documents/added.pdf", sums);
        Files.delete(staged.resolve("documents/added.pdf"));

        publish(EXPECTED, sums);
        assertTrue(Files.exists(output.resolve("latest/documents/paper.pdf")));
    }

    /** A manifest of another schema is not guessed at. */
    @Test
    void aRunOfAnotherVersionIsNamedAsSuch() throws IOException {
        publish(EXPECTED);
        Path published = output.resolve(identity.folderName());
        assertEquals(Optional.empty(), ManifestFile.writtenByAnotherVersion(published));
        Files.writeString(
                published.resolve("manifest.json"),
                "{\n  \"schema_version\": 2,\n  \"program_version\": \"1.2.0\",\n  \"outputs\": {}\n}\n");
        assertTrue(
                ManifestFile.writtenByAnotherVersion(published).orElse("").contains("1.2.0, manifest schema 2, not 3"));
        List<String> differences = new Verification(output).differences(published);
        assertTrue(
                differences.get(0).contains("verify the run with the version that wrote it"), differences.toString());
    }

    @Test
    void aManifestIsReadAsItWasWritten() throws IOException {
        publish(EXPECTED);
        Manifest read = ManifestFile.read(output.resolve(identity.folderName()));
        assertEquals(identity, read.identity());
        assertEquals(Optional.of("half"), read.reading());
        assertEquals(BigInteger.valueOf(6_000_000), read.totals().get("consideration_shares"));
        assertEquals(
                ManifestChecksum.on(ManifestJson.write(read)),
                Files.readString(output.resolve(identity.folderName()).resolve("manifest.json")));
    }

    private void assertChanged(String name, ControlSums sums) {
        IOException changed = assertThrows(IOException.class, () -> publish(EXPECTED, sums));
        assertTrue(String.valueOf(changed.getMessage()).startsWith(name + ": was changed"), changed.getMessage());
        assertNothingMoved();
    }

    private void publish(ExpectedCounts expected) throws IOException {
        publish(expected, asTheyStand());
    }

    private ControlSums asTheyStand() throws IOException {
        ControlSums sums = new ControlSums();
        for (OutputFile file : OutputFile.values()) {
            Path path = staged.resolve(file.fileName());
            if (Files.exists(path)) {
                sums.begin(file.fileName(), OutputStream.nullOutputStream()).write(Files.readAllBytes(path));
            }
        }
        return sums;
    }

    private void publish(ExpectedCounts expected, ControlSums sums) throws IOException {
        new Publication(output, identity)
                .prove(staged, expected, false, sums, ControlTotals.readBack(staged))
                .publish();
    }

    private void assertNothingMoved() {
        assertTrue(Files.exists(staged));
        assertFalse(Files.exists(output.resolve(identity.folderName())));
        assertFalse(Files.exists(output.resolve("latest"), LinkOption.NOFOLLOW_LINKS));
    }
}
