package io.earnout.input.csv;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.RunDay;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One row of a file, read cell by cell. What is wrong with a cell becomes a {@link Finding} with its place, and a harmless
 * value is read instead, so that all faults of a row are found at once; a row that is not {@link #isSound()} is not used.
 */
public final class Row {

    private final Cells cells = new Cells();
    private final CurrentCell current = new CurrentCell();
    private final List<Finding> findings;
    private final RunDay day;

    private Layout layout = Layout.NONE;
    private Source source = Source.NONE;
    private String agreementId = "";
    private int year;
    private boolean sound;
    private boolean cellsInPlace;

    /** Reads rows that tell of nothing that happens on a day. */
    public Row(List<Finding> findings) {
        this(findings, new RunDay(LocalDate.MAX, RunDay.Lies.EARLIER));
    }

    /**
     * Reads rows.
     *
     * @param day decides on what is dated later
     */
    public Row(List<Finding> findings, RunDay day) {
        this.findings = findings;
        this.day = day;
    }

    /**
     * Steps to a record.
     *
     * @param quotesBroken whether a double quote is where none may be
     * @param owner whose row it is
     */
    public void read(Layout of, Source from, byte[] bytes, int start, int end, boolean quotesBroken, String owner) {
        layout = of;
        source = from;
        agreementId = owner;
        sound = true;
        cellsInPlace = true;
        cells.cut(bytes, start, end, layout.separator().sign());
        year = yearIn(layout.yearCell());
        if (quotesBroken) {
            find(
                    FindingCode.QUOTING_BROKEN,
                    "",
                    "",
                    "a double quote is inside a cell that doesn't begin with one, or after the closing one",
                    "put the whole cell in double quotes and double those that belong to the text");
        }
        // the cells after the broken one can't be told apart: faults in them would only follow from the first one
        cellsInPlace = sound;
    }

    /** The number of a year in a column; 0 if that can't be read. */
    public int peekYear(Column<?> column) {
        return yearIn(layout.cellOf(column));
    }

    private int yearIn(int cell) {
        if (cell < 0 || cell >= cells.count()) {
            return 0;
        }
        long number = Digits.whole(cells.bytes(), cells.from(cell), cells.to(cell));
        return number < 1 || number > NumberCell.MOST_YEARS_READ ? 0 : (int) number;
    }

    /** Whether nothing was found wrong with the row so far. */
    public boolean isSound() {
        return sound;
    }

    public Source source() {
        return source;
    }

    public String agreementId() {
        return agreementId;
    }

    /** The assessment year that the row names; 0 if it can't be read. */
    public int year() {
        return year;
    }

    public boolean isEmpty(Column<?> column) {
        int cell = cell(column);
        return cell < 0 || cells.from(cell) == cells.to(cell);
    }

    /** What the column holds; an empty cell is a fault if the column is required, and else has its type's neutral value. */
    public <T> T get(Column<T> column) {
        return get(column, column.type());
    }

    /** The same, of a column whose type depends on another one. */
    public <T> T get(Column<?> column, CellType<T> type) {
        if (!isEmpty(column)) {
            return type.read(current.at(column));
        }
        if (column.required()) {
            find(
                    FindingCode.VALUE_MISSING,
                    column.name(),
                    "",
                    "is missing",
                    "fill it in; an empty cell is not counted as zero");
        }
        return type.neutral();
    }

    /** What the column holds; nothing if the cell is empty. */
    public <T> Optional<T> find(Column<T> column) {
        return isEmpty(column) ? Optional.empty() : Optional.of(get(column));
    }

    /** What the column holds; nothing if there is something wrong with it. */
    public <T> Optional<T> getIfValid(Column<T> column) {
        boolean soundBefore = sound;
        sound = true;
        T value = get(column);
        boolean valid = sound;
        sound &= soundBefore;
        return valid ? Optional.of(value) : Optional.empty();
    }

    /**
     * The number of one of the agreement's assessment years; nothing if it isn't given.
     *
     * @param years how many there are
     */
    public OptionalInt year(Column<Integer> column, int years) {
        if (isEmpty(column)) {
            return OptionalInt.empty();
        }
        long number = current.at(column).number(0);
        if (number >= 1 && number <= years) {
            return OptionalInt.of((int) number);
        }
        reject(
                FindingCode.UNKNOWN_YEAR,
                column,
                "is not the number of an assessment year of this agreement, which has years 1 to " + years,
                "write 1 for the first assessment year, 2 for the second, and so on");
        return OptionalInt.empty();
    }

    /** The day of something that has happened, which must be given. */
    public LocalDate happenedOn(Column<LocalDate> column) {
        LocalDate date = get(column);
        happened(column, Optional.of(date));
        return date;
    }

    /** The day of something that has happened, if it is given. */
    public Optional<LocalDate> happened(Column<LocalDate> column) {
        return happened(column, find(column));
    }

    /** The day that was read from a column, if it isn't after the as-of date; a later one is left out, or is an error. */
    public Optional<LocalDate> happened(Column<LocalDate> column, Optional<LocalDate> date) {
        if (date.isEmpty() || !date.get().isAfter(day.asOf())) {
            return date;
        }
        if (day.leavesLaterRowsOut()) {
            note(FindingCode.ROWS_AFTER_AS_OF, column, "is left out: it is after the as-of date " + day.asOf(), "");
        } else {
            reject(
                    FindingCode.DATED_AFTER_AS_OF,
                    column,
                    "is after the as-of date " + day.asOf() + ", so it can't have happened yet",
                    "correct the day, or leave the row out until it has happened");
        }
        return Optional.empty();
    }

    /**
     * Whether a day can't have come yet. That is told as an error; the row stays sound, so that the rest of it counts, and the
     * day must not be used.
     */
    public boolean notYet(Column<LocalDate> column) {
        boolean notYet = !day.leavesLaterRowsOut() && isAfter(column, day.asOf());
        if (notYet) {
            note(
                    FindingCode.DATED_AFTER_AS_OF,
                    column,
                    "is after the as-of date " + day.asOf() + ", so it can't have happened yet",
                    "correct the day, or leave the cell empty until it has happened");
        }
        return notYet;
    }

    /** Whether the column holds a day after that one. */
    public boolean isAfter(Column<LocalDate> column, LocalDate other) {
        return peekDate(column).filter(other::isBefore).isPresent();
    }

    /** A date if the cell holds one; what is wrong with it is not said. */
    public Optional<LocalDate> peekDate(Column<LocalDate> column) {
        return cell(column) < 0 || !cellsInPlace
                ? Optional.empty()
                : current.at(column).day();
    }

    /** Notes that the id of the row's owner is read without what can't be seen in it. */
    public void noteUnseenInId(Column<?> owner) {
        int cell = cell(owner);
        if (cell >= 0
                && cells.to(cell) - cells.from(cell) != agreementId.length()
                && !cells.text(cell).equals(agreementId)) {
            note(FindingCode.NAME_FOLDED, owner, "is read as \"" + Texts.shown(agreementId) + "\"", "");
        }
    }

    /** Adds a finding about a cell; the row is not sound any more. */
    public void reject(FindingCode code, Column<?> column, String sentence, String remedy) {
        String value = value(column);
        find(code, column.name(), value, "\"" + Texts.shown(value) + "\" " + sentence, remedy);
    }

    /** Adds a note or a warning on a cell; the row stays sound. */
    public void note(FindingCode code, Column<?> column, String sentence, String remedy) {
        String value = value(column);
        String message = "\"" + Texts.shown(value) + "\" " + sentence;
        findings.add(new Finding(code, agreementId, year, source, column.name(), value, message, remedy));
    }

    private void find(FindingCode code, String column, String value, String message, String remedy) {
        sound = false;
        if (cellsInPlace) {
            findings.add(new Finding(code, agreementId, year, source, column, value, message, remedy));
        }
    }

    private String value(Column<?> column) {
        int cell = cell(column);
        return cell < 0 ? "" : cells.text(cell);
    }

    private int cell(Column<?> column) {
        int cell = layout.cellOf(column);
        return cell < cells.count() ? cell : -1;
    }

    /** The cell that is being read; one for all, since a row of a million has no time for objects. */
    private final class CurrentCell implements Cell {

        private Column<?> column = new Column<>("", 0, false, TextCell.TEXT);
        private int cell;

        private CurrentCell at(Column<?> which) {
            column = which;
            cell = cell(which);
            return this;
        }

        @Override
        public String text() {
            return cells.text(cell);
        }

        @Override
        public long number(int decimals) {
            return Digits.amount(cells.bytes(), cells.from(cell), cells.to(cell), decimals);
        }

        @Override
        public Optional<LocalDate> day() {
            return Digits.day(cells.bytes(), cells.from(cell), cells.to(cell));
        }

        @Override
        public boolean isRequired() {
            return column.required();
        }

        @Override
        public void reject(FindingCode code, String sentence, String remedy) {
            Row.this.reject(code, column, sentence, remedy);
        }
    }
}
