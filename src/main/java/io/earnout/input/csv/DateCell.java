package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/** A day of the calendar. */
public final class DateCell implements CellType<LocalDate> {

    public static final CellType<LocalDate> DATE = new DateCell();

    /** Day and month in an order that differs from country to country, as spreadsheets write them. */
    private static final Pattern YEAR_LAST =
            Pattern.compile("[0-9]{1,2}([-/. ])([0-9]{1,2}|[A-Za-z]{3,9})\\1([0-9]{4}|[0-9]{2})");

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
                    YEAR_LAST.matcher(cell.text()).matches()
                            ? "write year-month-day, e.g. 2026-11-30: in a spreadsheet, give the columns of days the format"
                                    + " yyyy-mm-dd, and save the file again"
                            : "write year-month-day, e.g. 2026-11-30");
        }
        return date.orElse(neutral());
    }

    @Override
    public FieldForm form() {
        return FieldForm.DATE;
    }

    @Override
    public LocalDate neutral() {
        return LocalDate.EPOCH;
    }
}
