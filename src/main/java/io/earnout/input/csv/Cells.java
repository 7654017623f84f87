package io.earnout.input.csv;

import com.opencsv.RFC4180Parser;
import com.opencsv.RFC4180ParserBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The cells of one record. A record without quotes is cut at its separators in place; one with quotes is given to OpenCSV's
 * RFC 4180 parser. A test shows that both ways agree.
 */
final class Cells {

    private RFC4180Parser quotedRecords = new RFC4180Parser();

    private byte[] bytes = new byte[0];
    private int[] from = new int[32];
    private int[] to = new int[32];
    private int count;

    /**
     * Cuts the record {@code source[start..end)}.
     *
     * @param separator of the file
     */
    void cut(byte[] source, int start, int end, byte separator) {
        bytes = source;
        count = 0;
        int cell = start;
        for (int i = start; i < end; i++) {
            byte b = source[i];
            if (b == separator) {
                add(cell, i);
                cell = i + 1;
            } else if (b == '"') {
                cutQuoted(new String(source, start, end - start, StandardCharsets.UTF_8), (char) separator);
                return;
            }
        }
        add(cell, end);
    }

    private void cutQuoted(String record, char separator) {
        if (quotedRecords.getSeparator() != separator) {
            quotedRecords = new RFC4180ParserBuilder().withSeparator(separator).build();
        }
        String[] quoted;
        try {
            quoted = quotedRecords.parseLine(record);
        } catch (IOException e) {
            // the quotes are not in order, which the scanner has noticed too: the row will be rejected
            quoted = record.split(String.valueOf(separator), -1);
        }
        byte[][] encoded = new byte[quoted.length][];
        int length = 0;
        for (int i = 0; i < quoted.length; i++) {
            encoded[i] = quoted[i].getBytes(StandardCharsets.UTF_8);
            length += encoded[i].length;
        }
        bytes = new byte[length];
        count = 0;
        int at = 0;
        for (byte[] cell : encoded) {
            System.arraycopy(cell, 0, bytes, at, cell.length);
            add(at, at + cell.length);
            at += cell.length;
        }
    }

    private void add(int cellFrom, int cellTo) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        from[count] = cellFrom;
        to[count] = cellTo;
        count++;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int cell) {
        return from[cell];
    }

    int to(int cell) {
        return to[cell];
    }

    String text(int cell) {
        return new String(bytes, from[cell], to[cell] - from[cell], StandardCharsets.UTF_8);
    }
}
