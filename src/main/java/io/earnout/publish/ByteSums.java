package io.earnout.publish;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Two sums over the bytes of a file: of the bytes, and of the bytes each multiplied by its distance from the end. If one byte
 * is otherwise, the first says by how much and both say where, so that it is found without the original. The hash beside
 * them proves that the file is otherwise, and that the byte found is the only one.
 *
 * @param bytes how many there are
 */
record ByteSums(long bytes, BigInteger plain, BigInteger weighted) {

    private static final int BUFFER = 64 * 1024;

    private static final int HEX = 16;
    static final int DIGITS = 64;
    private static final int DIGITS_OF_A_COUNT = 16;

    /** A byte that is not what it was. */
    record OtherByte(long at, int was) {}

    /** The bytes of something, each by its place. */
    interface Bytes {
        int at(long place) throws IOException;
    }

    static ByteSums of(byte[] bytes) {
        Adding adding = new Adding();
        for (int from = 0; from < bytes.length; from += BUFFER) {
            byte[] next = Arrays.copyOfRange(bytes, from, Math.min(from + BUFFER, bytes.length));
            adding.take(next, next.length);
        }
        return adding.sums();
    }

    /** As the manifest has them: count, sum and weighted sum, together as long as a hash. */
    String inHex() {
        return String.format("%016x%016x%032x", bytes, plain, weighted);
    }

    /** What a manifest has; nothing if it is none. */
    static Optional<ByteSums> ofHex(String hex) {
        if (!hex.matches("[0-9a-f]{" + DIGITS + "}")) {
            return Optional.empty();
        }
        BigInteger bytes = new BigInteger(hex.substring(0, DIGITS_OF_A_COUNT), HEX);
        return Optional.of(new ByteSums(
                bytes.longValue(),
                new BigInteger(hex.substring(DIGITS_OF_A_COUNT, 2 * DIGITS_OF_A_COUNT), HEX),
                new BigInteger(hex.substring(2 * DIGITS_OF_A_COUNT), HEX)));
    }

    /** The one byte that would make these sums of those of a file as it is now; nothing if one byte can't. */
    Optional<OtherByte> oneByteBefore(ByteSums now, Path file) throws IOException {
        return oneByteBefore(now, place -> byteAt(file, place));
    }

    /** The one byte that would make these sums of those of some bytes as they are now; nothing if one byte can't. */
    Optional<OtherByte> oneByteBefore(ByteSums now, Bytes there) throws IOException {
        BigInteger by = now.plain.subtract(plain);
        if (now.bytes != bytes || by.signum() == 0) {
            return Optional.empty();
        }
        BigInteger[] fromEnd = now.weighted.subtract(weighted).divideAndRemainder(by);
        BigInteger at = BigInteger.valueOf(bytes).subtract(fromEnd[0]);
        if (fromEnd[1].signum() != 0 || at.signum() < 0 || at.compareTo(BigInteger.valueOf(bytes)) >= 0) {
            return Optional.empty();
        }
        BigInteger was = BigInteger.valueOf(there.at(at.longValue())).subtract(by);
        return was.signum() < 0 || was.bitLength() > Byte.SIZE
                ? Optional.empty()
                : Optional.of(new OtherByte(at.longValue(), was.intValue()));
    }

    private static int byteAt(Path file, long at) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(at);
            return in.read();
        }
    }

    /** Adds up the bytes as they come. */
    static final class Adding {

        private long bytes;
        private BigInteger plain = BigInteger.ZERO;
        private BigInteger weighted = BigInteger.ZERO;

        /** Takes the next bytes, at most a megabyte at a time, so that the sums over them fit into a long. */
        void take(byte[] next, int length) {
            long sum = 0;
            long sumOfSums = 0;
            for (int i = 0; i < length; i++) {
                sum += next[i] & 0xFF;
                sumOfSums += sum;
            }
            // what was there before has moved away from the end by that many bytes
            weighted = weighted.add(plain.multiply(BigInteger.valueOf(length))).add(BigInteger.valueOf(sumOfSums));
            plain = plain.add(BigInteger.valueOf(sum));
            bytes += length;
        }

        ByteSums sums() {
            return new ByteSums(bytes, plain, weighted);
        }
    }
}
