package io.earnout.output;

import static io.earnout.output.Column.agreementId;
import static io.earnout.output.Column.number;
import static io.earnout.output.Column.shares;
import static io.earnout.output.Column.term;
import static io.earnout.output.Column.yes;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.settlement.ReadingsMatrix.Entry;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code readings.csv}: per agreement its own reading first, then those of the readings beside it that give another
 * entitlement, with the difference in shares.
 */
final class ReadingsFile {

    static final Table<Entry> TABLE = new Table<>("readings.csv", ReadingsFile::rows, columns());

    private ReadingsFile() {}

    private static List<Entry> rows(AgreementResult agreement) {
        List<Entry> rows = new ArrayList<>();
        for (Entry entry : agreement.determination().readings().entries()) {
            if (isOwn(agreement, entry) || difference(agreement, entry) != 0) {
                rows.add(entry);
            }
        }
        return rows;
    }

    private static List<Column<Entry>> columns() {
        List<Column<Entry>> columns = new ArrayList<>();
        columns.add(agreementId());
        for (ReadingSwitch point : ReadingSwitch.values()) {
            columns.add(term(
                    point.term(),
                    point.choices().toArray(Term[]::new),
                    (agreement, entry) -> point.choiceOf(entry.readings())));
        }
        columns.add(yes("chosen", ReadingsFile::isOwn));
        columns.add(shares("entitled_shares", (agreement, entry) -> entry.entitled()));
        columns.add(number("difference", ReadingsFile::difference));
        return columns;
    }

    private static boolean isOwn(AgreementResult agreement, Entry entry) {
        return entry.equals(agreement.determination().readings().own());
    }

    private static long difference(AgreementResult agreement, Entry entry) {
        return entry.entitled().count()
                - agreement.determination().readings().own().entitled().count();
    }
}
