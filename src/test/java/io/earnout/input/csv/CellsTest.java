package io.earnout.input.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.opencsv.RFC4180Parser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A record without quotes is cut fast, one with quotes is given to OpenCSV: both ways say the same. */
final class CellsTest {

    private static final int RECORDS = 20_000;
    private static final byte COMMA = Separator.COMMA.sign();

    private final Cells cells = new Cells();

    @Test
    void theFastCutAgreesWithOpenCsvOnRecordsWithoutQuotes() throws IOException {
        RandomRecords random = new RandomRecords(1);
        RFC4180Parser parser = new RFC4180Parser();
        for (int i = 0; i < RECORDS; i++) {
            String record = String.join(",", random.cells(true));
            assertEquals(List.of(parser.parseLine(record)), cut(record), record);
        }
    }

    @Test
    void whatWasWrittenInQuotesIsReadAsItWas() {
        RandomRecords random = new RandomRecords(2);
        for (int i = 0; i < RECORDS; i++) {
            List<String> written = random.cells(false);
            String record = random.written(written);
            assertEquals(written, cut(record), record);
        }
    }

    @Test
    void theFastCutAgreesWithOpenCsvOnTheSameCellsInQuotes() {
        RandomRecords random = new RandomRecords(3);
        for (int i = 0; i < RECORDS; i++) {
            List<String> plain = random.cells(true);
            assertEquals(cut(String.join(",", plain)), cut('"' + String.join("\",\"", plain) + '"'));
        }
    }

    @Test
    void theKeyOfARecordIsItsCell() {
        RandomRecords random = new RandomRecords(4);
        AgreementKey key = new AgreementKey();
        for (int i = 0; i < RECORDS; i++) {
            List<String> written = random.cells(i % 2 == 0);
            byte[] record = random.written(written).getBytes(StandardCharsets.UTF_8);
            int at = random.nextInt(written.size());
            assertTrue(key.read(record, 0, record.length, at, COMMA));
            assertEquals(Texts.foldedName(written.get(at)), key.text());
            assertFalse(key.read(record, 0, record.length, written.size(), COMMA), "there is no such cell");
        }
    }

    @Test
    void anEmptyRecordHasOneEmptyCellAndEachCommaOneMore() {
        assertEquals(List.of(""), cut(""));
        assertEquals(List.of("", ""), cut(","));
        assertEquals(List.of("", "", ""), cut(",\"\","));
    }

    @Test
    void aCutInTheMiddleOfABufferSeesNothingAroundIt() {
        byte[] buffer = "x,y\nKX,1\nz".getBytes(StandardCharsets.UTF_8);
        cells.cut(buffer, 4, 8, COMMA);
        assertEquals(2, cells.count());
        assertEquals("KX", cells.text(0));
        assertEquals("1", cells.text(1));
    }

    private List<String> cut(String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        cells.cut(bytes, 0, bytes.length, COMMA);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            texts.add(cells.text(i));
        }
        return texts;
    }
}
