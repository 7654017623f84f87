package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import java.util.List;
import java.util.function.Function;

/**
 * A CSV file as its columns, in their order, and the rows that an agreement adds to it.
 *
 * @param <R> what a row is about
 * @param key the columns in which no two rows are the same; empty if rows may be
 * @param compared the columns whose changes from run to run are listed
 * @param rows the rows of an agreement, in their order
 */
record Table<R>(
        String fileName,
        Function<AgreementResult, List<R>> rows,
        List<Column<R>> columns,
        List<String> key,
        List<String> compared) {

    Table {
        columns = List.copyOf(columns);
        if (!columns.stream().map(Column::name).toList().containsAll(compared)) {
            throw new IllegalArgumentException(fileName + " doesn't have all of the columns " + compared);
        }
    }

    Table(String fileName, Function<AgreementResult, List<R>> rows, List<Column<R>> columns) {
        this(fileName, rows, columns, List.of(), List.of());
    }

    /** The same, with the columns whose changes from run to run are listed, in the order in which they are. */
    Table<R> comparing(String... names) {
        return new Table<>(fileName, rows, columns, key, List.of(names));
    }

    /** The same, with the columns in which no two rows are the same. */
    Table<R> withKey(String... names) {
        return new Table<>(fileName, rows, columns, List.of(names), compared);
    }

    /** A file whose rows are not made agreement by agreement. */
    static Table<Void> of(String fileName, List<Column<Void>> columns) {
        return new Table<>(fileName, agreement -> List.of(), columns);
    }

    /** Writes the rows of an agreement. */
    void write(AgreementResult agreement, CsvBuffer cells) {
        for (R row : rows.apply(agreement)) {
            write(agreement, row, cells);
        }
    }

    private void write(AgreementResult agreement, R row, CsvBuffer cells) {
        for (Column<R> column : columns) {
            column.cell().write(agreement, row, cells);
        }
        cells.endRow();
    }
}
