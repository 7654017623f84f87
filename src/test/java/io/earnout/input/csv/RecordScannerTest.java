package io.earnout.input.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where records begin and end, and on which line, so that a fault is found where the user sees it. */
final class RecordScannerTest {

    @TempDir
    private Path folder = Path.of("");

    private ScanFault fault = ScanFault.NONE;
    private int faultLine;

    @ParameterizedTest
    @ValueSource(strings = {"a,b\nc,d\n", "a,b\nc,d", "a,b\r\nc,d\r\n", "a,b\r\nc,d", "\uFEFFa,b\nc,d\n"})
    void theEndOfALineIsNoPartOfTheRecord(String text) throws IOException {
        assertEquals(List.of("1 a,b", "2 c,d"), records(text));
    }

    @Test
    void emptyLinesAreNoRecordsButCount() throws IOException {
        assertEquals(List.of("2 a", "5 b"), records("\na\n\r\n\nb\n\n"));
    }

    @Test
    void aRecordInQuotesSpansLinesAndIsNamedByItsFirst() throws IOException {
        assertEquals(List.of("1 a", "2+ \"x\ny\r\nz\",b", "5 c"), records("a\n\"x\ny\r\nz\",b\nc\n"));
    }

    @Test
    void anEmptyFileHasNoRecords() throws IOException {
        assertEquals(List.of(), records(""));
        assertEquals(List.of(), records("\uFEFF"));
        assertEquals(ScanFault.NONE, fault);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\"b", "a,b\"", "\"a\"b,c", "\"a\" ,c", "\"a \"b\" c\",d", "\"a\"\r,b"})
    void aQuoteWhereNoneMayStandIsNoticed(String record) throws IOException {
        assertEquals(List.of("1! " + record, "2 next"), records(record + "\nnext\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a\"", "\"\"", "\"a\"\"b\",c", "\"\"\"\"", "x,\"a,b\"", "\"a\",\"b\""})
    void quotesInOrderAreNotComplainedAbout(String record) throws IOException {
        assertEquals(List.of("1 " + record, "2 next"), records(record + "\r\nnext\n"));
    }

    @Test
    void aQuoteThatNeverClosesIsAFaultOfTheLineWhereItsRecordBegins() throws IOException {
        assertEquals(List.of("1 a"), records("a\nb,\"c\nd\ne\n"));
        assertEquals(ScanFault.QUOTE_NOT_CLOSED, fault);
        assertEquals(2, faultLine);
    }

    @Test
    void aRecordOfTheGreatestLengthIsReadAndOneByteMoreIsAFault() throws IOException {
        String longest = "x".repeat(RecordScanner.LONGEST_RECORD);
        assertEquals(List.of("1 " + longest, "2 y"), records(longest + "\ny\n"));
        assertEquals(List.of("1 y"), records("y\n" + longest + "x\nz\n"));
        assertEquals(ScanFault.TOO_LONG, fault);
        assertEquals(2, faultLine);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void recordsOfEveryLengthAreReadAcrossTheBuffersEdge(long seed) throws IOException {
        RandomRecords random = new RandomRecords(seed);
        StringBuilder text = new StringBuilder();
        List<String> written = new ArrayList<>();
        int line = 1;
        while (text.length() < 3 * 1024 * 1024) {
            String record = random.written(List.of(
                    random.cell() + "x".repeat(random.nextInt(random.nextInt(20) == 0 ? 60_000 : 90)),
                    random.cell(),
                    "end"));
            int breaks = (int) record.chars().filter(c -> c == '\n').count();
            written.add(line + (breaks > 0 ? "+ " : " ") + record);
            text.append(record).append(random.nextInt(2) == 0 ? "\n" : "\r\n");
            line += 1 + breaks;
        }
        assertEquals(written, records(text.toString()));
    }

    /** Each record with its line in front, {@code +} if it spans several, {@code !} if its quotes are broken. */
    private List<String> records(String text) throws IOException {
        Path file = folder.resolve("file.csv");
        Files.writeString(file, text, StandardCharsets.UTF_8);
        List<String> records = new ArrayList<>();
        try (RecordScanner scanner = RecordScanner.open(file)) {
            while (scanner.next()) {
                String record = new String(
                        scanner.bytes(), scanner.start(), scanner.end() - scanner.start(), StandardCharsets.UTF_8);
                records.add(scanner.line() + (scanner.spansLines() ? "+" : "") + (scanner.quotesBroken() ? "!" : "")
                        + " " + record);
            }
            fault = scanner.fault();
            faultLine = scanner.line();
        }
        return records;
    }
}
