package io.earnout.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.earnout.output.OutputFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a written file says when it is read again. */
final class ReadBackTest {

    private static final String HEADER =
            "agreement_id,excess_credit,conversion_target,offset_limit,offset_order,missed_target,chosen,entitled_shares,difference\n";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void rowsAreCountedAndColumnsAddedUp() throws IOException {
        ReadBack read = read("A,,,,,,yes,100,0\nB,,,,,,no,20,-80\nC,,,,,,no,,-5\n");
        assertEquals(3, read.rows());
        assertEquals(BigInteger.valueOf(120), read.sum("entitled_shares"));
        assertEquals(BigInteger.valueOf(-85), read.sum("difference"));
    }

    @Test
    void commasQuotesAndLineBreaksInNamesAreNoCells() throws IOException {
        ReadBack read = read("\"A, \"\"the\n1,2,3\n first\"\"\",,,,,,yes,100,0\n兰州,,,,,,yes,7,0\n");
        assertEquals(2, read.rows());
        assertEquals(BigInteger.valueOf(107), read.sum("entitled_shares"));
    }

    @Test
    void aHeaderAloneIsNoRow() throws IOException {
        assertEquals(0, read("").rows());
        assertEquals(BigInteger.ZERO, read("").sum("difference"));
    }

    @Test
    void sumsBeyondTheLongestLongAreExact() throws IOException {
        long most = Long.MAX_VALUE / 2;
        ReadBack read = read(("A,,,,,,yes," + most + ",-" + most + "\n").repeat(5));
        assertEquals(BigInteger.valueOf(most).multiply(BigInteger.valueOf(5)), read.sum("entitled_shares"));
        assertEquals(BigInteger.valueOf(most).multiply(BigInteger.valueOf(-5)), read.sum("difference"));
    }

    @Test
    void aRowCutOffIsNotCounted() throws IOException {
        assertEquals(1, read("A,,,,,,yes,100,0\nB,,,,,,yes,10").rows());
    }

    @Test
    void whatIsNoNumberOfSharesIsADefect() {
        assertThrows(IllegalStateException.class, () -> read("A,,,,,,yes,1.5,0\n"));
    }

    @Test
    void aColumnThatWasNotAddedUpHasNoSum() throws IOException {
        ReadBack read = read("A,,,,,,yes,100,0\n");
        assertThrows(IllegalArgumentException.class, () -> read.sum("chosen"));
    }

    @Test
    void theControlSumIsThatOfTheBytes() throws IOException {
        ReadBack one = read("A,,,,,,yes,100,0\n");
        byte[] bytes = Files.readAllBytes(folder.resolve("readings.csv"));
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        assertEquals(crc.getValue(), one.crc());
        assertEquals(bytes.length, one.bytes());
        assertNotEquals(one.crc(), read("A,,,,,,yes,101,0\n").crc());
    }

    private ReadBack read(String rows) throws IOException {
        Path file = folder.resolve("readings.csv");
        Files.writeString(file, HEADER + rows);
        return ReadBack.of(file, OutputFile.READINGS, List.of("entitled_shares", "difference"));
    }
}
