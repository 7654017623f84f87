package io.earnout.escrow.finding;

/**
 * Where a fact was read.
 *
 * @param file the name of the file; empty where a fact comes from no file
 * @param line the line on which its record begins, the header being line 1; 0 for the file as a whole
 */
public record Source(String file, int line) implements Comparable<Source> {

    public static final Source NONE = new Source("", 0);

    @Override
    public int compareTo(Source other) {
        int byFile = file.compareTo(other.file);
        return byFile != 0 ? byFile : Integer.compare(line, other.line);
    }

    /** {@code audited-revenue.csv:3}. */
    @Override
    public String toString() {
        return line == 0 ? file : file + ":" + line;
    }
}
