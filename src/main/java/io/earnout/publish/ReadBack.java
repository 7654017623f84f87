package io.earnout.publish;

import io.earnout.output.OutputFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32C;

/**
 * A staged CSV file as it is read back: its CRC-32C and length, its number of rows, and the sums of its columns of shares.
 *
 * @param sums by the column's name, of whole shares
 * @param parts by the column's name, what is left of shares, by the denominator of its quotients
 */
record ReadBack(
        long crc, long bytes, long rows, Map<String, BigInteger> sums, Map<String, Map<Long, BigInteger>> parts) {

    private static final int BUFFER = 1024 * 1024;

    BigInteger sum(String column) {
        BigInteger sum = sums.get(column);
        if (sum == null) {
            throw new IllegalArgumentException("no column was added up under the name " + column);
        }
        return sum;
    }

    /** The least number of parts of a share in which all sums are whole, and those of another file. */
    BigInteger commonWith(BigInteger other) {
        BigInteger common = other;
        for (Map<Long, BigInteger> column : parts.values()) {
            for (Long denominator : column.keySet()) {
                BigInteger each = BigInteger.valueOf(denominator);
                common = common.multiply(each).divide(common.gcd(each));
            }
        }
        return common;
    }

    /** The same with its sums in equal parts of a share, so many to the share. */
    ReadBack inParts(BigInteger ofAShare) {
        if (ofAShare.equals(BigInteger.ONE)) {
            return this;
        }
        Map<String, BigInteger> inParts = new LinkedHashMap<>();
        sums.forEach((column, sum) -> {
            BigInteger all = sum.multiply(ofAShare);
            for (Map.Entry<Long, BigInteger> part :
                    parts.getOrDefault(column, Map.of()).entrySet()) {
                all = all.add(part.getValue().multiply(ofAShare.divide(BigInteger.valueOf(part.getKey()))));
            }
            inParts.put(column, all);
        });
        return new ReadBack(crc, bytes, rows, inParts, Map.of());
    }

    static ReadBack of(Path file, OutputFile format, List<String> addUp) throws IOException {
        Adding adding = new Adding(format.columns(), addUp);
        CRC32C crc = new CRC32C();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
                bytes += read;
                adding.take(buffer, read);
            }
        }
        return new ReadBack(crc.getValue(), bytes, adding.rows, adding.sums(), adding.parts);
    }

    /** Adds up columns of a CSV file from its bytes. */
    private static final class Adding {

        private final List<String> columns;
        private final boolean[] adds;
        private final BigInteger[] carried;
        private final long[] sums;

        private long rows = -1; // the header is none
        private int column;
        private boolean inQuotes;
        private boolean negative;
        private long number;
        private long numerator = -1; // of a quotient, once its line was passed
        private final Map<String, Map<Long, BigInteger>> parts = new LinkedHashMap<>();

        Adding(List<String> columns, List<String> addUp) {
            this.columns = columns;
            this.adds = new boolean[columns.size()];
            this.sums = new long[columns.size()];
            this.carried = new BigInteger[columns.size()];
            for (int i = 0; i < adds.length; i++) {
                adds[i] = addUp.contains(columns.get(i));
                carried[i] = BigInteger.ZERO;
            }
        }

        void take(byte[] bytes, int length) {
            for (int i = 0; i < length; i++) {
                byte b = bytes[i];
                if (b == '"') {
                    inQuotes = !inQuotes;
                } else if (!inQuotes) {
                    if (b == ',') {
                        endCell();
                        column++;
                    } else if (b == '\n') {
                        endCell();
                        column = 0;
                        rows++;
                    } else if (adds[column] && rows >= 0) {
                        digit(b);
                    }
                }
            }
        }

        private void digit(byte b) {
            if (b == '-') {
                negative = true;
            } else if (b == '/') {
                numerator = number;
                number = 0;
            } else if (b >= '0' && b <= '9') {
                number = number * 10 + b - '0';
            } else {
                throw new IllegalStateException("not a number of shares in column " + columns.get(column));
            }
        }

        private void endCell() {
            if (!adds[column] || number == 0) {
                return;
            }
            if (numerator >= 0) {
                parts.computeIfAbsent(columns.get(column), none -> new TreeMap<>())
                        .merge(number, BigInteger.valueOf(numerator % number), BigInteger::add);
                number = numerator / number;
                numerator = -1;
            }
            sums[column] += negative ? -number : number;
            if (Math.abs(sums[column]) > Long.MAX_VALUE / 2) {
                carried[column] = carried[column].add(BigInteger.valueOf(sums[column]));
                sums[column] = 0;
            }
            number = 0;
            negative = false;
        }

        Map<String, BigInteger> sums() {
            Map<String, BigInteger> byName = new LinkedHashMap<>();
            for (int i = 0; i < adds.length; i++) {
                if (adds[i]) {
                    byName.put(columns.get(i), carried[i].add(BigInteger.valueOf(sums[i])));
                }
            }
            return byName;
        }
    }
}
