package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import java.util.List;
import java.util.function.Function;

/**
 * A CSV file as its columns, in their order, and the rows that an agreement adds to it.
 *
 * @param <R> what a row is about
 * @param rows the rows of an agreement, in their order
 */
record Table<R>(String fileName, Function<AgreementResult, List<R>> rows, List<Column<R>> columns) {

    Table {
        columns = List.copyOf(columns);
    }

    /** A file whose rows are not made agreement by agreement; the columns are only named. */
    static Table<Void> named(String fileName, String... columns) {
        return new Table<>(
                fileName,
                agreement -> List.of(),
                List.of(columns).stream()
                        .map(name -> Column.<Void>of(name, (agreement, row, cells) -> cells.empty()))
                        .toList());
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
