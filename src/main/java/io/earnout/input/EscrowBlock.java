package io.earnout.input;

import io.earnout.input.csv.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.BitSet;
import java.util.OptionalInt;

/**
 * The unit of work: all records of some neighbouring agreements, as they are in the files. An agreement is never split
 * over two blocks.
 */
public final class EscrowBlock {

    private byte[] bytes;
    private int filled;

    private int[] recordStart = new int[1024];
    private int[] recordLine = new int[1024];
    private short[] recordFile = new short[1024];
    private final BitSet quotesBroken = new BitSet();
    private int records;

    private String[] agreementIds = new String[64];
    private int[] firstRecord = new int[64];
    private int firstByte;
    private int agreements;

    EscrowBlock(int expectedBytes) {
        this.bytes = new byte[expectedBytes];
    }

    void beginAgreement(byte[] id) {
        if (agreements == agreementIds.length) {
            agreementIds = Arrays.copyOf(agreementIds, agreements * 2);
            firstRecord = Arrays.copyOf(firstRecord, agreements * 2);
        }
        agreementIds[agreements] = new String(id, StandardCharsets.UTF_8);
        firstRecord[agreements] = records;
        firstByte = filled;
        agreements++;
    }

    /** Adds a record of the agreement that was begun last; of one that is too large no more than shows it. */
    void add(int file, int line, boolean broken, byte[] source, int start, int end) {
        int length = end - start;
        int rows = records - firstRecord[agreements - 1];
        if (rows > Limits.ROWS_OF_AN_AGREEMENT || filled - firstByte > Limits.BYTES_OF_AN_AGREEMENT) {
            return;
        }
        if (filled + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + length));
        }
        if (records + 1 == recordStart.length) {
            recordStart = Arrays.copyOf(recordStart, recordStart.length * 2);
            recordLine = Arrays.copyOf(recordLine, recordStart.length);
            recordFile = Arrays.copyOf(recordFile, recordStart.length);
        }
        System.arraycopy(source, start, bytes, filled, length);
        recordLine[records] = line;
        if (broken) {
            quotesBroken.set(records);
        }
        recordFile[records] = (short) file;
        filled += length;
        records++;
        recordStart[records] = filled;
    }

    /** How many agreements the block holds. */
    public int agreements() {
        return agreements;
    }

    int size() {
        return filled;
    }

    /** The id of the agreement at that place. */
    public String agreementId(int agreement) {
        return agreementIds[agreement];
    }

    int firstRecord(int agreement) {
        return firstRecord[agreement];
    }

    int endRecord(int agreement) {
        return agreement + 1 < agreements ? firstRecord[agreement + 1] : records;
    }

    /** The record with which an agreement became larger than it may be; none if it didn't. */
    OptionalInt recordTooMany(int agreement) {
        int last = endRecord(agreement) - 1;
        int first = firstRecord[agreement];
        boolean tooLarge = last - first >= Limits.ROWS_OF_AN_AGREEMENT
                || recordStart[last + 1] - recordStart[first] > Limits.BYTES_OF_AN_AGREEMENT;
        return tooLarge ? OptionalInt.of(last) : OptionalInt.empty();
    }

    byte[] bytes() {
        return bytes;
    }

    int start(int record) {
        return recordStart[record];
    }

    int end(int record) {
        return recordStart[record + 1];
    }

    int line(int record) {
        return recordLine[record];
    }

    /** Whether a double quote is where none may be. */
    boolean quotesBroken(int record) {
        return quotesBroken.get(record);
    }

    /** The index of the file in the reader's list. */
    int file(int record) {
        return recordFile[record];
    }
}
