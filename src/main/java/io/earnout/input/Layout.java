package io.earnout.input;

import io.earnout.escrow.Code;
import io.earnout.escrow.Finding;
import io.earnout.escrow.Source;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
        if (header.stream().noneMatch(name -> isColumn(name, file.format()))) {
            findings.add(finding(
                    Code.HEADER_MISSING,
                    source,
                    "",
                    "the first line is not the header of this file: it names none of its columns",
                    "begin with a line that names the columns in lower case, separated by commas: "
                            + columnsOf(file.format())));
            return new Layout(cellOf, header.size(), -1);
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            if (!isColumn(name, file.format())) {
                findings.add(unknown(name, file.format(), source));
            } else if (!seen.add(name)) {
                findings.add(finding(
                        Code.COLUMN_TWICE,
                        source,
                        name,
                        "the column \"" + name + "\" stands twice in the header",
                        "delete or rename one of them"));
            } else {
                cellOf[indexOf(name, file.format())] = i;
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

    private static Finding unknown(String name, Format format, Source source) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return finding(
                Code.COLUMN_UNKNOWN,
                source,
                name,
                name.isEmpty()
                        ? "the header has a column without a name, which is not read"
                        : "the column \"" + Texts.shown(name) + "\" is not known and is not read",
                isColumn(lower, format)
                        ? "write it as " + lower
                        : "rename it if it is meant to be one of " + columnsOf(format));
    }

    private static boolean isColumn(String name, Format format) {
        return indexOf(name, format) >= 0;
    }

    private static int indexOf(String name, Format format) {
        for (Column column : format.columns()) {
            if (column.header().equals(name)) {
                return column.ordinal();
            }
        }
        return -1;
    }

    private static String columnsOf(Format format) {
        return String.join(", ", format.columns().stream().map(Column::header).toList());
    }

    private static Finding finding(Code code, Source source, String column, String message, String remedy) {
        return new Finding(code, "", 0, source, column, "", message, remedy);
    }
}
