package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.time.LocalDate;
import java.util.Optional;

/** A day of the calendar. */
public final class DateCell implements CellType<LocalDate> {

    public static final CellType<LocalDate> DATE = new DateCell();

    private DateCell() {}

    @Override
    public LocalDate read(Cell cell) {
        Optional<LocalDate> date = cell.day();
        if (date.isEmpty()) {
            cell.reject(
                    FindingCode.NOT_A_DATE,
                    Digits.isInTheFormOfADay(cell.text())
                            ? "does not exist in the calendar"
                            : "is not in the form YYYY-MM-DD",
                    "write year-month-day, e.g. 2026-11-30");
        }
        return date.orElse(neutral());
    }

    @Override
    public LocalDate neutral() {
        return LocalDate.EPOCH;
    }
}
