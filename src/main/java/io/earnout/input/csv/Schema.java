package io.earnout.input.csv;

import io.earnout.escrow.finding.TextSimilarity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a file must look like: its columns, in the order in which they are declared, and what its rows are about. */
public final class Schema {

    private static final String EXPORTED_WHOLE = "check that it was exported whole";

    private final String subject;
    private final boolean decidesOnShares;
    private final String whenWithoutRows;
    private final List<String> key;
    private final List<Column<?>> columns = new ArrayList<>();
    private Optional<Column<Integer>> yearColumn = Optional.empty();

    private Schema(String subject, boolean decidesOnShares, String whenWithoutRows, List<String> key) {
        this.subject = subject;
        this.decidesOnShares = decidesOnShares;
        this.whenWithoutRows = whenWithoutRows;
        this.key = key;
    }

    /** Of a file whose rows hold no shares. */
    public static Schema ofAgreements() {
        return new Schema("an agreement", false, EXPORTED_WHOLE, List.of());
    }

    /** Of a file whose rows can hold shares, or say that they have been released. */
    public static Schema decidingOnShares() {
        return new Schema("an agreement", true, EXPORTED_WHOLE, List.of());
    }

    /** Of the only file that is not about agreements. */
    public static Schema ofCalendars() {
        return new Schema("a calendar", false, EXPORTED_WHOLE, List.of());
    }

    /** The same, with what to do about a file that has a header and no rows. */
    public Schema whenWithoutRows(String remedy) {
        return new Schema(subject, decidesOnShares, remedy, key);
    }

    /** The same, where no two rows may have the same in all of these columns. */
    public Schema withKey(String... columnNames) {
        return new Schema(subject, decidesOnShares, whenWithoutRows, List.of(columnNames));
    }

    /** The names of the columns in which no two rows are the same; empty if rows may be. */
    public List<String> key() {
        return key;
    }

    /** Whose row it is; every file has this column first. */
    public Column<String> owner(String name) {
        return required(name, TextCell.TEXT);
    }

    /** The number of the assessment year that a row is about. */
    public Column<Integer> year(boolean required) {
        Column<Integer> year = add("assessment_year", required, NumberCell.YEAR);
        yearColumn = Optional.of(year);
        return year;
    }

    /** A column that must be filled in. */
    public <T> Column<T> required(String name, CellType<T> type) {
        return add(name, true, type);
    }

    /** A column whose cells may be empty. */
    public <T> Column<T> optional(String name, CellType<T> type) {
        return add(name, false, type);
    }

    private <T> Column<T> add(String name, boolean required, CellType<T> type) {
        Column<T> column = new Column<>(name, columns.size(), required, type);
        columns.add(column);
        return column;
    }

    public List<Column<?>> columns() {
        return columns;
    }

    /** The column that a name plainly means: whatever its case, its width, and the characters between its words. */
    Optional<Column<?>> columnMeantBy(String header) {
        String folded = TextSimilarity.folded(header);
        return columns.stream().filter(column -> column.folded().equals(folded)).findFirst();
    }

    /** The column that says whose row it is. */
    public Column<?> owner() {
        return columns.get(0);
    }

    /** What its rows belong to: {@code an agreement} or {@code a calendar}. */
    String subject() {
        return subject;
    }

    /** The column that names the assessment year, if there is one. */
    public Optional<Column<Integer>> yearColumn() {
        return yearColumn;
    }

    /** Whether its rows can hold shares, or say that they have been released. */
    public boolean decidesOnShares() {
        return decidesOnShares;
    }

    String whenWithoutRows() {
        return whenWithoutRows;
    }
}
