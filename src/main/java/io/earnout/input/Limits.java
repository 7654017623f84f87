package io.earnout.input;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much a run takes in, so that a damaged or hostile file is refused with words instead of filling memory and disk. What
 * earn-outs need stays far below: forty years of daily prices are some 10,000 rows.
 */
final class Limits {

    /** Of all files in the input folder, whether they are read or not. */
    static final int FILES = 500;

    /** Of a file: 2 GiB, which is a million agreements with forty years each. */
    static final long FILE_BYTES = 2L << 30;

    /** Of a file that is held in memory as a whole: 4 MiB. */
    static final long BYTES_IN_MEMORY = 4L << 20;

    /** Of {@code run.properties}: 64 KiB. */
    static final long SETTINGS_BYTES = 64L << 10;

    /** Of the rows of one agreement in all files together, which are held in memory. */
    static final int ROWS_OF_AN_AGREEMENT = 20_000;

    /** Of the same rows: 8 MiB. */
    static final int BYTES_OF_AN_AGREEMENT = 8 << 20;

    private Limits() {}

    /** Whether the file has more bytes than that; what is no file has none. */
    static boolean isLargerThan(long most, Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > most;
        } catch (IOException e) {
            return false; // whoever reads it will say so
        }
    }
}
