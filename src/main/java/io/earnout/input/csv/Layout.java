package io.earnout.input.csv;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.finding.TextSimilarity;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Where a file has its columns, as its header says. */
public final class Layout {

    /** The most columns that a header may have. */
    static final int MOST_COLUMNS = 200;

    /** Of no file. */
    static final Layout NONE = new Layout(Separator.COMMA, new int[0], 0, 0, -1, List.of());

    /** A number or a day: what rows hold, and no column is called. */
    private static final Pattern DATA = Pattern.compile("[0-9][0-9.,/-]*");

    /** A shorter name is a part of others by chance. */
    private static final int SHORTEST_PART = 6;

    /** A shorter word says nothing about which column is meant. */
    private static final int SHORTEST_WORD = 4;

    private final Separator separator;
    private final int[] cellOf;
    private final int cells;
    private final int emptyCellsBehind;
    private final int yearCell;
    private final List<Integer> cellsWithoutName;

    private Layout(
            Separator separator,
            int[] cellOf,
            int cells,
            int emptyCellsBehind,
            int yearCell,
            List<Integer> cellsWithoutName) {
        this.separator = separator;
        this.cellOf = cellOf;
        this.cells = cells;
        this.emptyCellsBehind = emptyCellsBehind;
        this.yearCell = yearCell;
        this.cellsWithoutName = cellsWithoutName;
    }

    Separator separator() {
        return separator;
    }

    /** The cells between others for which the header has no name; they must be empty. */
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

    /** How many empty cells the header has behind these, as a spreadsheet writes them; a row may have as many. */
    int emptyCellsBehind() {
        return emptyCellsBehind;
    }

    private static Layout unreadable(Separator separator, int[] cellOf, int cells) {
        return new Layout(separator, cellOf, cells, 0, -1, List.of());
    }

    /**
     * Reads a header; what is wrong with it is added to the findings.
     *
     * @param separator what stands between its cells
     */
    static Layout of(InputFile file, int line, List<String> cells, Separator separator, List<Finding> findings) {
        List<String> header = withoutEmptyEnd(cells);
        Source source = new Source(file.name(), line);
        int[] cellOf = new int[file.schema().columns().size()];
        Arrays.fill(cellOf, -1);
        if (header.size() > MOST_COLUMNS) {
            findings.add(finding(
                    FindingCode.TOO_MANY_COLUMNS,
                    source,
                    "",
                    "the header has " + header.size() + " columns, more than " + MOST_COLUMNS,
                    "keep the columns that the handbook lists (src/site/markdown/input.md)"));
            return unreadable(separator, cellOf, header.size());
        }
        List<Optional<Column<?>>> meant =
                header.stream().map(file.schema()::columnMeantBy).toList();
        if (meant.stream().allMatch(Optional::isEmpty)) {
            findings.add(finding(
                    FindingCode.HEADER_MISSING,
                    source,
                    "",
                    "the first line is not the header of this file: it names none of its columns",
                    "begin with a line that names the columns in lower case, separated by commas: "
                            + columnsOf(file.schema())));
            return unreadable(separator, cellOf, header.size());
        }
        Optional<String> mixed = header.stream()
                .filter(name -> isOfOtherSeparator(name, separator, file.schema()))
                .findFirst();
        if (mixed.isPresent()) {
            findings.add(finding(
                    FindingCode.SEPARATORS_MIXED,
                    source,
                    "",
                    "\"" + Texts.shown(mixed.get()) + "\" is one cell: the header is separated by " + separator.plural()
                            + " and by other signs",
                    "separate all cells of the file by the same sign"));
            return unreadable(separator, cellOf, header.size());
        }
        List<Integer> cellsWithoutName = new ArrayList<>();
        Set<Column<?>> misspelt = new HashSet<>();
        for (int i = 0; i < header.size(); i++) {
            String name = header.get(i);
            Optional<Column<?>> column = meant.get(i);
            if (column.isEmpty()) {
                findings.add(unknown(name, file.schema(), meant, source));
                nearest(name, file.schema(), meant).ifPresent(misspelt::add);
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
            // of a misspelt one it is said already that it may be meant
            if (column.required() && cellOf[column.index()] < 0 && !misspelt.contains(column)) {
                findings.add(missing(column, header, meant, source));
            }
        }
        int yearCell =
                file.schema().yearColumn().map(year -> cellOf[year.index()]).orElse(-1);
        return new Layout(separator, cellOf, header.size(), cells.size() - header.size(), yearCell, cellsWithoutName);
    }

    /** A spreadsheet writes cells behind the last name if it ever had something in their column. */
    private static List<String> withoutEmptyEnd(List<String> cells) {
        int named = cells.size();
        while (named > 1 && cells.get(named - 1).isBlank()) {
            named--;
        }
        return cells.subList(0, named);
    }

    /** Whether what was read as one name is several, with another sign between them. */
    private static boolean isOfOtherSeparator(String name, Separator separator, Schema schema) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return Stream.of(Separator.values())
                .filter(other -> other != separator && name.indexOf(other.sign()) >= 0)
                .flatMap(other -> other.cells(bytes, 0, bytes.length).stream())
                .anyMatch(part -> schema.columnMeantBy(part).isPresent());
    }

    private static Finding missing(
            Column<?> column, List<String> header, List<Optional<Column<?>>> meant, Source source) {
        for (int i = 0; i < header.size(); i++) {
            if (meant.get(i).isEmpty() && hasAWordOf(column, header.get(i))) {
                return finding(
                        FindingCode.COLUMN_MISSING,
                        source,
                        column.name(),
                        "the header has no column \"" + column.name() + "\"; \"" + Texts.shown(header.get(i))
                                + "\" may be meant to be it",
                        "write " + column.name() + " there if it is, or add the column");
            }
        }
        return finding(
                FindingCode.COLUMN_MISSING,
                source,
                column.name(),
                "the header has no column \"" + column.name() + "\"",
                "add it; names are lower case with underscores, in any order");
    }

    private static boolean hasAWordOf(Column<?> column, String name) {
        String letters = TextSimilarity.skeleton(name);
        return Stream.of(column.name().split("_", -1))
                .anyMatch(word -> word.length() >= SHORTEST_WORD && letters.contains(word));
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

    /** A column that the name may be a misspelling of: a letter or two apart, or a missing one whose name is a part of it. */
    private static Optional<Column<?>> nearest(String name, Schema schema, List<Optional<Column<?>>> meant) {
        String letters = TextSimilarity.skeleton(name);
        Column<?> nearest = schema.columns().get(0);
        int least = Integer.MAX_VALUE;
        for (Column<?> column : schema.columns()) {
            String header = column.folded();
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

    private static String columnsOf(Schema schema) {
        return String.join(", ", schema.columns().stream().map(Column::name).toList());
    }

    private static Finding finding(FindingCode code, Source source, String column, String message, String remedy) {
        return new Finding(code, "", 0, source, column, "", message, remedy);
    }
}
