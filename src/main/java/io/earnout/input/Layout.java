package io.earnout.input;

import io.earnout.escrow.Code;
import io.earnout.escrow.Finding;
import io.earnout.escrow.Source;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Where a file has its columns, as its header says. */
final class Layout {

    /** The most columns that a header may have. */
    static final int MOST_COLUMNS = 200;

    /** Of no file. */
    static final Layout NONE = new Layout(new int[0], 0, -1);

    private static final String YEAR = "assessment_year";

    private final int[] cellOf;
    private final int cells;
    private final int yearCell;

    private Layout(int[] cellOf, int cells, int yearCell) {
        this.cellOf = cellOf;
        this.cells = cells;
        this.yearCell = yearCell;
    }

    /** The index of the cell that names the assessment year; -1 if the file has none. */
    int yearCell() {
        return yearCell;
    }

    /** The index of the column's cell; -1 if the file doesn't have it. */
    int cellOf(Column column) {
        return cellOf[column.ordinal()];
    }

    /** How many cells a row must have. */
    int cells() {
        return cells;
    }

    /** Reads a header; what is wrong with it is added to the findings. */
    static Layout of(InputFile file, List<String> header, List<Finding> findings) {
        Source source = new Source(file.name(), 1);
        int[] cellOf = new int[file.format().columns().size()];
        Arrays.fill(cellOf, -1);
        if (header.size() > MOST_COLUMNS) {
            findings.add(finding(
                    Code.TOO_MANY_COLUMNS,
                    source,
                    "",
                    "the header has " + header.size() + " columns, more than " + MOST_COLUMNS,
                    "keep the columns that the README names"));
            return new Layout(cellOf, header.size(), -1);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            Column column = columnNamed(name, file.format());
            if (!seen.add(name)) {
                findings.add(finding(
                        Code.COLUMN_TWICE,
                        source,
                        name,
                        "the column \"" + name + "\" stands twice in the header",
                        "delete or rename one of them"));
            } else if (column == null) {
                findings.add(finding(
                        Code.COLUMN_UNKNOWN,
                        source,
                        name,
                        "the column \"" + name + "\" is not known and is not read",
                        "rename it if it is one of "
                                + String.join(
                                        ", ",
                                        file.format().columns().stream()
                                                .map(Column::header)
                                                .toList())));
            } else {
                cellOf[column.ordinal()] = i;
            }
        }
        for (Column column : file.format().columns()) {
            if (column.required() && cellOf[column.ordinal()] < 0) {
                findings.add(finding(
                        Code.COLUMN_MISSING,
                        source,
                        column.header(),
                        "the header has no column \"" + column.header() + "\"",
                        "add it; names are lower case with underscores, in any order"));
            }
        }
        return new Layout(cellOf, header.size(), file.format().hasYears() ? header.indexOf(YEAR) : -1);
    }

    @SuppressWarnings("NullAway") // the null does not leave this class
    private static Column columnNamed(String name, Format format) {
        return format.columns().stream()
                .filter(column -> column.header().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static Finding finding(Code code, Source source, String column, String message, String remedy) {
        return new Finding(code, "", 0, source, column, "", message, remedy);
    }
}
