package io.earnout.input.csv;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.finding.TextSimilarity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Where a file has its columns, as its header says. */
public final class Layout {

    /** The most columns that a header may have. */
    static final int MOST_COLUMNS = 200;

    /** Of no file. */
    static final Layout NONE = new Layout(new int[0], 0, -1, List.of());

    /** A number or a day: what rows hold, and no column is called. */
    private static final Pattern DATA = Pattern.compile("[0-9][0-9.,/-]*");

    /** A shorter name is a part of others by chance. */
    private static final int SHORTEST_PART = 6;

    private final int[] cellOf;
    private final int cells;
    private final int yearCell;
    private final List<Integer> cellsWithoutName;

    private Layout(int[] cellOf, int cells, int yearCell, List<Integer> cellsWithoutName) {
        this.cellOf = cellOf;
        this.cells = cells;
        this.yearCell = yearCell;
        this.cellsWithoutName = cellsWithoutName;
    }

    /** The cells for which the header has no name; they must be empty. */
    List<Integer> cellsWithoutName() {
        return cellsWithoutName;
    }

    /** The index of the cell that names the assessment year; -1 if the file has none. */
    int yearCell() {
        return yearCell;
    }

    /** The index of the column's cell; -1 if the file doesn't have it. */
    int cellOf(Column<?> column) {
        return cellOf[column.index()];
    }

    /** How many cells a row must have. */
    int cells() {
        return cells;
    }

    /** Reads a header; what is wrong with it is added to the findings. */
    static Layout of(InputFile file, List<String> header, List<Finding> findings) {
        Source source = new Source(file.name(), 1);
        int[] cellOf = new int[file.schema().columns().size()];
        Arrays.fill(cellOf, -1);
        if (header.size() > MOST_COLUMNS) {
            findings.add(finding(
                    FindingCode.TOO_MANY_COLUMNS,
                    source,
                    "",
                    "the header has " + header.size() + " columns, more than " + MOST_COLUMNS,
                    "keep the columns that the handbook lists (src/site/markdown/input.md)"));
            return new Layout(cellOf, header.size(), -1, List.of());
        }
        List<Optional<Column<?>>> meant =
                header.stream().map(name -> columnOf(name, file.schema())).toList();
        if (meant.stream().allMatch(Optional::isEmpty)) {
            findings.add(finding(
                    FindingCode.HEADER_MISSING,
                    source,
                    "",
                    "the first line is not the header of this file: it names none of its columns",
                    "begin with a line that names the columns in lower case, separated by commas: "
                            + columnsOf(file.schema())));
            return new Layout(cellOf, header.size(), -1, List.of());
        }
        List<Integer> cellsWithoutName = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            Optional<Column<?>> column = meant.get(i);
            if (column.isEmpty()) {
                findings.add(unknown(name, file.schema(), meant, source));
                if (TextSimilarity.folded(name).isEmpty()) {
                    cellsWithoutName.add(i);
                }
            } else if (cellOf[column.get().index()] >= 0) {
                String other = header.get(cellOf[column.get().index()]);
                findings.add(finding(
                        FindingCode.COLUMN_TWICE,
                        source,
                        name,
                        other.equals(name)
                                ? "the column \"" + Texts.shown(name) + "\" is listed twice in the header"
                                : "the columns \"" + Texts.shown(other) + "\" and \"" + Texts.shown(name)
                                        + "\" of the header are the same one",
                        "delete or rename one of them"));
            } else {
                cellOf[column.get().index()] = i;
            }
        }
        for (Column<?> column : file.schema().columns()) {
            if (column.required() && cellOf[column.index()] < 0) {
                findings.add(finding(
                        FindingCode.COLUMN_MISSING,
                        source,
                        column.name(),
                        "the header has no column \"" + column.name() + "\"",
                        "add it; names are lower case with underscores, in any order"));
            }
        }
        int yearCell =
                file.schema().yearColumn().map(year -> cellOf[year.index()]).orElse(-1);
        return new Layout(cellOf, header.size(), yearCell, cellsWithoutName);
    }

    private static Finding unknown(String name, Schema schema, List<Optional<Column<?>>> meant, Source source) {
        if (TextSimilarity.folded(name).isEmpty()) {
            return finding(
                    FindingCode.COLUMN_UNKNOWN,
                    source,
                    name,
                    "the header has a column without a name, which is not read",
                    "rename it if it is meant to be one of " + columnsOf(schema));
        }
        if (DATA.matcher(name.strip()).matches()) {
            return finding(
                    FindingCode.HEADER_MISSING,
                    source,
                    name,
                    "the first line holds \"" + Texts.shown(name)
                            + "\", which is not the name of a column: it seems to be a data row",
                    "write the header in a line of its own");
        }
        Optional<Column<?>> near = nearest(name, schema, meant);
        if (near.isPresent()) {
            return finding(
                    FindingCode.COLUMN_MISSPELT,
                    source,
                    name,
                    "the column \"" + Texts.shown(name) + "\" is not known, and may be meant to be "
                            + near.get().name(),
                    "write " + near.get().name() + ", or rename it to something that is no name of a column");
        }
        return finding(
                FindingCode.COLUMN_UNKNOWN,
                source,
                name,
                "the column \"" + Texts.shown(name) + "\" is not known and is not read",
                "rename it if it is meant to be one of " + columnsOf(schema));
    }

    /** The column that a name plainly means: whatever its case, its width, and the characters between its words. */
    private static Optional<Column<?>> columnOf(String name, Schema schema) {
        String folded = TextSimilarity.folded(name);
        return schema.columns().stream()
                .filter(column -> foldedHeader(column).equals(folded))
                .findFirst();
    }

    /** A column that the name may be a misspelling of: a letter or two apart, or a missing one whose name is a part of it. */
    private static Optional<Column<?>> nearest(String name, Schema schema, List<Optional<Column<?>>> meant) {
        String letters = TextSimilarity.skeleton(name);
        Column<?> nearest = schema.columns().get(0);
        int least = Integer.MAX_VALUE;
        for (Column<?> column : schema.columns()) {
            String header = foldedHeader(column);
            int edits = TextSimilarity.edits(header, letters);
            boolean isPart = letters.contains(header)
                    && header.length() >= SHORTEST_PART
                    && !meant.contains(Optional.of(column));
            if (edits < least && (isPart || edits <= (header.length() < SHORTEST_PART ? 1 : 2))) {
                nearest = column;
                least = edits;
            }
        }
        return least == Integer.MAX_VALUE ? Optional.empty() : Optional.of(nearest);
    }

    private static String foldedHeader(Column<?> column) {
        return column.name().replace("_", "");
    }

    private static String columnsOf(Schema schema) {
        return String.join(", ", schema.columns().stream().map(Column::name).toList());
    }

    private static Finding finding(FindingCode code, Source source, String column, String message, String remedy) {
        return new Finding(code, "", 0, source, column, "", message, remedy);
    }
}
