package io.earnout.input.csv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Whose record it is: the bytes of its agreement_id, in the form in which names are compared ({@link Texts#foldedName}). Files are in order if these ascend, byte by byte, which for UTF-8 is
 * the order of the characters' numbers in Unicode and the same everywhere.
 */
public final class AgreementKey {

    private final Cells cells = new Cells();

    /** The first of the three bytes of U+4000 to U+9FFF. */
    private static final byte FIRST_CHINESE = (byte) 0xE4;

    private static final byte LAST_CHINESE = (byte) 0xE9;

    private byte[] bytes = new byte[0];
    private int from;
    private int to;

    /** Reads the key in cell {@code cell} of the record; false if it has no such cell. */
    boolean read(byte[] record, int start, int end, int cell, byte separator) {
        int at = 0;
        boolean plain = true;
        from = start;
        for (int i = start; i < end; i++) {
            byte b = record[i];
            plain &= b > ' '; // bytes beyond ASCII are negative
            if (b == '"') {
                return readQuoted(record, start, end, cell, separator);
            }
            if (b == separator) {
                if (at == cell) {
                    take(record, from, i, plain);
                    return true;
                }
                at++;
                from = i + 1;
            }
        }
        take(record, from, end, plain);
        return at == cell;
    }

    private boolean readQuoted(byte[] record, int start, int end, int cell, byte separator) {
        cells.cut(record, start, end, separator);
        if (cells.count() <= cell) {
            return false;
        }
        take(cells.bytes(), cells.from(cell), cells.to(cell), false);
        return true;
    }

    private void take(byte[] source, int start, int end, boolean plain) {
        bytes = source;
        from = start;
        to = end;
        if (!plain && !isPlainOrChinese()) {
            String text = text();
            String folded = Texts.foldedName(text);
            if (!folded.equals(text)) {
                bytes = folded.getBytes(StandardCharsets.UTF_8);
                from = 0;
                to = bytes.length;
            }
        }
    }

    /** Whether the folded form is the same for sure: ASCII with single spaces inside, and Chinese characters. */
    private boolean isPlainOrChinese() {
        boolean afterSpace = true;
        for (int i = from; i < to; i++) {
            byte b = bytes[i];
            if (b >= FIRST_CHINESE && b <= LAST_CHINESE && i + 2 < to) {
                i += 2;
                afterSpace = false;
            } else if (b < 0 || (b == ' ' && afterSpace)) {
                return false;
            } else {
                afterSpace = b == ' ';
            }
        }
        return !afterSpace || to == from;
    }

    public boolean isSameAs(byte[] other) {
        return Arrays.equals(bytes, from, to, other, 0, other.length);
    }

    public int compareTo(byte[] other) {
        return Arrays.compareUnsigned(bytes, from, to, other, 0, other.length);
    }

    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    public String text() {
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
