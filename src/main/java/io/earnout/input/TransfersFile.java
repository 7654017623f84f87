package io.earnout.input;

import io.earnout.escrow.record.Transfer;
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

    enum Columns implements Column {
        AGREEMENT_ID,
        ASSESSMENT_YEAR,
        TRANCHE_YEAR,
        KIND,
        SHARES,
        CONFIRMED_ON,
        REFERENCE,
        INSTRUCTION_ID;

        @Override
        public boolean required() {
            return this != TRANCHE_YEAR && this != INSTRUCTION_ID;
        }
    }

    private static final Transfer.Kind[] KINDS = Transfer.Kind.values();

    private TransfersFile() {}

    /** Whether it was confirmed only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.peekDate(Columns.CONFIRMED_ON).filter(asOf::isBefore).isPresent();
    }

    /**
     * The transfer, if the row is sound.
     *
     * @param years how many assessment years the agreement has
     */
    static Optional<Transfer> read(Row row, int years) {
        int year = row.year(Columns.ASSESSMENT_YEAR);
        int tranche = row.optionalYear(Columns.TRANCHE_YEAR, years).orElse(year);
        Transfer.Kind kind = row.requiredChoice(Columns.KIND, KINDS, Transfer.Kind::term);
        Shares shares = row.shares(Columns.SHARES);
        LocalDate confirmedOn = row.happenedOn(Columns.CONFIRMED_ON);
        String reference = row.name(Columns.REFERENCE);
        String instructionId = row.optionalName(Columns.INSTRUCTION_ID);
        return row.isSound()
                ? Optional.of(
                        new Transfer(year, tranche, kind, shares, confirmedOn, instructionId, reference, row.source()))
                : Optional.empty();
    }
}
