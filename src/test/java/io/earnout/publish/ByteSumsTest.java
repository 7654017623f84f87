package io.earnout.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One byte that is otherwise is found without the original, in a file of any size. */
class ByteSumsTest {

    @TempDir
    private Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void namesAFile() {
        file = folder.resolve("file");
    }

    private ByteSums sumsOf(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        return FileDigest.of(file).sums();
    }

    @Test
    void everyByteThatCanBeOtherwiseIsFound() throws IOException {
        byte[] bytes = {0, 1, (byte) 255, 'a', 0};
        ByteSums published = sumsOf(bytes);
        for (int at = 0; at < bytes.length; at++) {
            for (int other = 0; other < 256; other++) {
                byte[] changed = bytes.clone();
                changed[at] = (byte) other;
                ByteSums now = sumsOf(changed);
                assertEquals(
                        changed[at] == bytes[at]
                                ? Optional.empty()
                                : Optional.of(new ByteSums.OtherByte(at, bytes[at] & 0xFF)),
                        published.oneByteBefore(now, file));
            }
        }
    }

    @Test
    void aByteOfALargeFileIsFoundWhereverItsPartsBegin() throws IOException {
        Random random = new Random(5);
        byte[] bytes = new byte[300_001];
        random.nextBytes(bytes);
        ByteSums published = sumsOf(bytes);
        for (int at : new int[] {0, 65_535, 65_536, 131_072, 200_000, 300_000}) {
            byte[] changed = bytes.clone();
            changed[at] ^= 0x40;
            assertEquals(
                    Optional.of(new ByteSums.OtherByte(at, bytes[at] & 0xFF)),
                    published.oneByteBefore(sumsOf(changed), file));
        }
    }

    @Test
    void moreThanOneByteOrAnotherLengthIsNoByte() throws IOException {
        ByteSums published = sumsOf(new byte[] {1, 2, 3, 4});
        assertEquals(Optional.empty(), published.oneByteBefore(sumsOf(new byte[] {9, 2, 3, 9}), file));
        assertEquals(Optional.empty(), published.oneByteBefore(sumsOf(new byte[] {2, 1, 3, 4}), file));
        assertEquals(Optional.empty(), published.oneByteBefore(sumsOf(new byte[] {1, 2, 3}), file));
        assertEquals(Optional.empty(), published.oneByteBefore(sumsOf(new byte[0]), file));
    }

    @Test
    void bytesInMemoryHaveTheSumsOfTheirFile() throws IOException {
        byte[] bytes = new byte[200_001];
        new Random(7).nextBytes(bytes);
        assertEquals(sumsOf(bytes), ByteSums.of(bytes));
    }

    @Test
    void comesBackFromTheManifest() throws IOException {
        ByteSums sums = sumsOf("what was published".getBytes(StandardCharsets.UTF_8));
        assertEquals(Optional.of(sums), ByteSums.ofHex(sums.inHex()));
        assertEquals(64, sums.inHex().length());
        assertEquals(Optional.empty(), ByteSums.ofHex(""));
        assertEquals(Optional.empty(), ByteSums.ofHex("x".repeat(64)));
    }
}
