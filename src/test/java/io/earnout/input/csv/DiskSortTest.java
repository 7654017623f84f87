package io.earnout.input.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.finding.Finding;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An unsorted file comes into order on disk, and every row keeps its line number and its bytes. */
final class DiskSortTest {

    private static final String HEADER = "document,agreement_id,firm,approved_on";

    @TempDir
    private Path folder = Path.of("");

    /** A row, its line, and the bytes that it stands in the file with. */
    private record Line(int number, String agreementId, String record) {}

    @Test
    void rowsComeInTheOrderOfTheirAgreementsBytes() throws IOException {
        assertSorted(lines("b", "a", "B", "é", "兰", "Z-10", "Z-2", "😀", "a1", "\uFFFD"), "\n");
    }

    @Test
    void rowsOfOneAgreementKeepTheOrderOfTheirLines() throws IOException {
        assertSorted(lines("b", "a", "b", "a", "b", "a", "c", "a"), "\r\n");
    }

    @Test
    void rowsOfSeveralLinesStayWholeAndKeepTheLineOnWhichTheyBegin() throws IOException {
        RandomRecords random = new RandomRecords(5);
        List<Line> lines = new ArrayList<>();
        int number = 2;
        for (int i = 0; i < 2_000; i++) {
            String id = "A-" + random.nextInt(300);
            String record = random.written(List.of(random.cell(), id, random.cell(), "2026-06-01"));
            lines.add(new Line(number, id, record));
            number += 1 + (int) record.chars().filter(c -> c == '\n').count();
        }
        assertSorted(lines, "\n");
    }

    @Test
    void aFileOfManyBucketsIsSortedAsASmallOne() throws IOException {
        Random random = new Random(6);
        List<Line> lines = new ArrayList<>();
        String document = "d".repeat(150);
        for (int i = 0; i < 120_000; i++) {
            String id = "AGREEMENT-" + random.nextInt(40_000);
            lines.add(new Line(i + 2, id, document + i + "," + id + ",Firm,2026-06-01"));
        }
        assertSorted(lines, "\n");
    }

    @Test
    void aFileOfOneAgreementThatIsLargerThanABucketIsSortedToo() throws IOException {
        List<Line> lines = new ArrayList<>();
        String document = "d".repeat(500);
        for (int i = 0; i < 15_000; i++) {
            lines.add(new Line(i + 2, "ONE", document + i + ",ONE,Firm,2026-06-01"));
        }
        lines.add(new Line(15_002, "AN-EARLIER-ONE", "d,AN-EARLIER-ONE,Firm,2026-06-01"));
        assertSorted(lines, "\n");
    }

    @Test
    void rowsThatCannotNameAnAgreementAreLeftOut() throws IOException {
        List<Line> lines = lines("b", "", "=1+1", " c", "a");
        Path file = folder.resolve("parties.csv");
        StringBuilder text = new StringBuilder("name,agreement_id,role,contact\n");
        lines.forEach(line -> text.append(line.record()).append('\n'));
        Files.writeString(file, text);
        List<Finding> findings = new ArrayList<>();
        OrderedFile ordered = DiskSort.sort(
                StructureCheck.of(new InputFile(file, parties()), findings::add).orElseThrow(), folder);

        assertEquals(
                List.of("6 a", "2 b", "5 c"),
                read(ordered).stream()
                        .map(l -> l.number() + " " + l.agreementId())
                        .toList());
        assertEquals(2, findings.size());
    }

    @Test
    void aCarriageReturnTooManyAtTheEndOfLinesMovesNoByte() throws IOException {
        List<Line> lines = lines("d", "c", "b", "a");
        StringBuilder text = new StringBuilder(HEADER + "\n");
        lines.forEach(line -> text.append(line.record()).append("\r\r\n"));
        Path file = folder.resolve("approved-firms.csv");
        Files.writeString(file, text);

        OrderedFile ordered =
                DiskSort.sort(StructureCheck.of(inputFile(file), f -> {}).orElseThrow(), folder);

        List<Line> expected = new ArrayList<>(lines);
        Collections.reverse(expected);
        List<Line> read = read(ordered).stream()
                .map(line -> new Line(
                        line.number(), line.agreementId(), line.record().replace("\r", "")))
                .toList();
        assertEquals(expected, read);
    }

    private static List<Line> lines(String... ids) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < ids.length; i++) {
            lines.add(new Line(i + 2, ids[i], "Letter " + i + "," + ids[i] + ",Firm,2026-06-01"));
        }
        return lines;
    }

    private void assertSorted(List<Line> lines, String newline) throws IOException {
        Path file = write(lines, newline);
        List<Finding> findings = new ArrayList<>();
        CheckedFile checked = StructureCheck.of(inputFile(file), findings::add).orElseThrow();
        assertEquals(List.of(), findings);
        assertFalse(checked.inOrder());
        assertEquals(lines.size(), checked.rows());

        OrderedFile ordered = DiskSort.sort(checked, folder);

        List<Line> expected = new ArrayList<>(lines);
        expected.sort(Comparator.comparing(
                line -> line.agreementId().getBytes(StandardCharsets.UTF_8), Arrays::compareUnsigned));
        assertEquals(expected, read(ordered));
        assertTrue(ordered.numbered());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(2, left.count(), "the buckets are gone");
        }
    }

    private Path write(List<Line> lines, String newline) throws IOException {
        StringBuilder text = new StringBuilder(HEADER).append(newline);
        lines.forEach(line -> text.append(line.record()).append(newline));
        Path file = folder.resolve("approved-firms.csv");
        Files.writeString(file, text);
        return file;
    }

    private static InputFile inputFile(Path file) {
        Schema firms = Schema.decidingOnShares();
        firms.owner("agreement_id");
        firms.required("firm", TextCell.PERSON);
        firms.required("approved_on", DateCell.DATE);
        firms.optional("document", TextCell.DOCUMENT);
        return new InputFile(file, firms);
    }

    private static Schema parties() {
        Schema parties = Schema.ofAgreements();
        parties.owner("agreement_id");
        parties.required("role", TextCell.TEXT);
        parties.optional("name", TextCell.TEXT);
        parties.optional("contact", TextCell.TEXT);
        return parties;
    }

    private static List<Line> read(OrderedFile file) {
        List<Line> lines = new ArrayList<>();
        try (OrderedRecords records = OrderedRecords.open(file, 1)) {
            while (!records.hasEnded()) {
                lines.add(new Line(
                        records.line(),
                        records.key().text(),
                        new String(
                                records.bytes(),
                                records.start(),
                                records.end() - records.start(),
                                StandardCharsets.UTF_8)));
                records.advance();
            }
        }
        return Collections.unmodifiableList(lines);
    }
}
