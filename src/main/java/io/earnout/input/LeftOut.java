package io.earnout.input;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rows of one file that were left out because they are dated after the as-of date.
 *
 * @param rows how many
 * @param firstLines the lines of the first of them, in ascending order
 */
public record LeftOut(long rows, List<Integer> firstLines) {

    public static final LeftOut NONE = new LeftOut(0, List.of());

    private static final int SHOWN = 5;

    LeftOut plus(int line) {
        boolean isShown = firstLines.size() < SHOWN || line < firstLines.get(SHOWN - 1);
        return new LeftOut(rows + 1, isShown ? first(Stream.concat(firstLines.stream(), Stream.of(line))) : firstLines);
    }

    /** These and those of other agreements of the file. */
    private LeftOut plus(LeftOut more) {
        if (more.rows == 0) {
            return this;
        }
        return new LeftOut(rows + more.rows, first(Stream.concat(firstLines.stream(), more.firstLines.stream())));
    }

    /** The sums of two lists of files; one of them may be empty. */
    public static List<LeftOut> sum(List<LeftOut> ofFiles, List<LeftOut> more) {
        if (ofFiles.isEmpty() || more.isEmpty()) {
            return ofFiles.isEmpty() ? more : ofFiles;
        }
        List<LeftOut> sum = new ArrayList<>();
        for (int file = 0; file < ofFiles.size(); file++) {
            sum.add(ofFiles.get(file).plus(more.get(file)));
        }
        return sum;
    }

    private static List<Integer> first(Stream<Integer> lines) {
        return Collections.unmodifiableList(lines.sorted().limit(SHOWN).toList());
    }

    /** How many, and where: {@code 7 rows (lines 3, 5, 8, 9, 12 and 2 more)}. */
    @Override
    public String toString() {
        String lines =
                String.join(", ", firstLines.stream().map(String::valueOf).toList());
        long more = rows - firstLines.size();
        return (rows == 1 ? "1 row (line " : rows + " rows (lines ")
                + lines
                + (more > 0 ? " and " + more + " more)" : ")");
    }
}
