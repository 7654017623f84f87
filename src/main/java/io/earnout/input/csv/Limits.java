package io.earnout.input.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How much a run takes in, so that a damaged or hostile file is refused with words instead of filling memory and disk. What
 * earn-outs need stays far below: forty years of daily prices are some 10,000 rows.
 */
public final class Limits {

    /** Of all files in the input folder, whether they are read or not. */
    public static final int FILES = 500;

    /** Of a file: 2 GiB, which is a million agreements with forty years each. */
    public static final long FILE_BYTES = 2L << 30;

    /** Of a file that is held in memory as a whole: 4 MiB. */
    public static final long BYTES_IN_MEMORY = 4L << 20;

    /** Of {@code run.properties}: 64 KiB. */
    public static final long SETTINGS_BYTES = 64L << 10;

    /** Of the rows of one agreement in all files together, which are held in memory. */
    public static final int ROWS_OF_AN_AGREEMENT = 20_000;

    /** Of the same rows: 8 MiB. */
    public static final int BYTES_OF_AN_AGREEMENT = 8 << 20;

    private Limits() {}

    /** Whether the file has more bytes than that; what is no file has none. */
    public static boolean isLargerThan(long most, Path file) {
        try {
            return Files.isRegularFile(file) && Files.size(file) > most;
        } catch (IOException e) {
            return false; // the reader of the file will report it
        }
    }
}
