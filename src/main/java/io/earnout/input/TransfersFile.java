package io.earnout.input;

import io.earnout.escrow.record.Transfer;
import io.earnout.input.csv.ChoiceCell;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code transfers*.csv}: one row per transfer that the agent confirmed. {@code agreement_id}, {@code assessment_year} (of
 * the instruction), {@code kind} ({@code release} or {@code return}), {@code shares}, {@code confirmed_on} and {@code
 * reference} are required; {@code tranche_year} says whose shares moved, by default those of the same year; {@code
 * instruction_id} names the instruction that it carries out, by default the oldest open one of the year that lists the tranche.
 */
final class TransfersFile {

    static final Schema COLUMNS = Schema.decidingOnShares();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Integer> ASSESSMENT_YEAR = COLUMNS.year(true);
    static final Column<Integer> TRANCHE_YEAR = COLUMNS.optional("tranche_year", NumberCell.YEAR);
    static final Column<Transfer.Kind> KIND = COLUMNS.required("kind", ChoiceCell.of(Transfer.Kind.values()));
    static final Column<Shares> SHARES = COLUMNS.required("shares", NumberCell.SHARES);
    static final Column<LocalDate> CONFIRMED_ON = COLUMNS.required("confirmed_on", DateCell.DATE);
    static final Column<String> REFERENCE = COLUMNS.required("reference", TextCell.NAME);
    static final Column<String> INSTRUCTION_ID = COLUMNS.optional("instruction_id", TextCell.NAME);

    private TransfersFile() {}

    /** Whether it was confirmed only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(CONFIRMED_ON, asOf);
    }

    /**
     * The transfer, if the row is sound.
     *
     * @param years how many assessment years the agreement has
     */
    static Optional<Transfer> read(Row row, int years) {
        int year = row.get(ASSESSMENT_YEAR);
        int tranche = row.year(TRANCHE_YEAR, years).orElse(year);
        Transfer.Kind kind = row.get(KIND);
        Shares shares = row.get(SHARES);
        LocalDate confirmedOn = row.happenedOn(CONFIRMED_ON);
        String reference = row.get(REFERENCE);
        String instructionId = row.get(INSTRUCTION_ID);
        return row.isSound()
                ? Optional.of(
                        new Transfer(year, tranche, kind, shares, confirmedOn, instructionId, reference, row.source()))
                : Optional.empty();
    }
}
