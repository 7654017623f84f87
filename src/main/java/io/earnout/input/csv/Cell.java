package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.time.LocalDate;
import java.util.Optional;

/** A cell that isn't empty, while it is read. */
public interface Cell {

    String text();

    /** A number from zero up as a multiple of its last decimal; {@link Digits#INVALID} if it isn't one. */
    long number(int decimals);

    /** A day of the calendar, if it is one. */
    Optional<LocalDate> day();

    /** Whether the column must be filled in. */
    boolean isRequired();

    /** Finds something wrong; the row is not used. */
    void reject(FindingCode code, String sentence, String remedy);
}
