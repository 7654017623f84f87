package io.earnout.input;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whose record it is: the bytes of its agreement_id. Files are in order if these ascend, byte by byte, which for UTF-8 is
 * the order of the characters' numbers in Unicode and the same everywhere.
 */
final class AgreementKey {

    private final Cells cells = new Cells();

    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    /** Reads the key in cell {@code cell} of the record; false if it has no such cell. */
    boolean read(byte[] record, int start, int end, int cell) {
        int at = 0;
        from = start;
        for (int i = start; i < end; i++) {
            byte b = record[i];
            if (b == '"') {
                return readQuoted(record, start, end, cell);
            }
            if (b == ',') {
                if (at == cell) {
                    bytes = record;
                    to = i;
                    return true;
                }
                at++;
                from = i + 1;
            }
        }
        bytes = record;
        to = end;
        return at == cell;
    }

    private boolean readQuoted(byte[] record, int start, int end, int cell) {
        cells.cut(record, start, end);
        if (cells.count() <= cell) {
            return false;
        }
        bytes = cells.bytes();
        from = cells.from(cell);
        to = cells.to(cell);
        return true;
    }

    boolean isSameAs(byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    int compareTo(byte[] other) {
        return Arrays.compareUnsigned(bytes, from, to, other, 0, other.length);
    }

    byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Whether it can name an agreement: not empty, and a text that may be written into a file again. */
    boolean isSound() {
        return to > from && (isPlain() || Texts.objectionToName(text()) == null);
    }

    /** The everyday case: a few visible ASCII characters. */
    private boolean isPlain() {
        byte first = bytes[from];
        if (to - from > 100 || first == '=' || first == '+' || first == '-' || first == '@') {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (bytes[i] <= ' ' || bytes[i] == 0x7F) {
                return false;
            }
        }
        return true;
    }
}
