package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.RunDay;
import io.earnout.terms.Money;
import io.earnout.terms.PerShare;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * One row of a file, read cell by cell. What is wrong with a cell becomes a {@link Finding} with its place, and a harmless
 * value is read instead, so that all faults of a row are found at once; a row that is not {@link #isSound()} is not used.
 */
public final class Row {

    private static final int MOST_YEARS_READ = 9999;

    private final Cells cells = new Cells();
    private final List<Finding> findings;
    private final RunDay day;

    private Layout layout = Layout.NONE;
    private Source source = Source.NONE;
    private String agreementId = "";
    private int year;
    private boolean sound;
    private boolean cellsInPlace;

    /** Reads rows that tell of nothing that happens on a day. */
    Row(List<Finding> findings) {
        this(findings, new RunDay(LocalDate.MAX, RunDay.Lies.EARLIER));
    }

    /**
     * Reads rows.
     *
     * @param day decides on what is dated later
     */
    Row(List<Finding> findings, RunDay day) {
        this.findings = findings;
        this.day = day;
    }

    /**
     * Steps to a record.
     *
     * @param quotesBroken whether a double quote stands where none may
     * @param agreementId whose row it is
     */
    void read(
            Layout layout, Source source, byte[] bytes, int start, int end, boolean quotesBroken, String agreementId) {
        this.layout = layout;
        this.source = source;
        this.agreementId = agreementId;
        this.sound = true;
        this.cellsInPlace = true;
        cells.cut(bytes, start, end);
        this.year = peekYear();
        if (quotesBroken) {
            find(
                    FindingCode.QUOTING_BROKEN,
                    "",
                    "",
                    "a double quote stands inside a cell that doesn't begin with one, or behind one that was closed",
                    "put the whole cell in double quotes and double those that belong to the text");
        }
        // what the other cells hold can't be told any more, and would only be a second fault for the first one
        cellsInPlace = sound;
    }

    /** The year that the row seems to be about; 0 if that can't be read. */
    private int peekYear() {
        return peekYear(layout.yearCell());
    }

    /** The number of a year in another column; 0 if that can't be read. */
    int peekYear(Column column) {
        return peekYear(layout.cellOf(column));
    }

    private int peekYear(int cell) {
        if (cell < 0 || cell >= cells.count()) {
            return 0;
        }
        long number = Digits.whole(cells.bytes(), cells.from(cell), cells.to(cell));
        return number < 1 || number > MOST_YEARS_READ ? 0 : (int) number;
    }

    /** Whether nothing was found wrong with the row so far. */
    boolean isSound() {
        return sound;
    }

    Source source() {
        return source;
    }

    String agreementId() {
        return agreementId;
    }

    /** The assessment year that the row names; 0 if it can't be read. */
    int year() {
        return year;
    }

    boolean isEmpty(Column column) {
        int cell = cell(column);
        return cell < 0 || cells.from(cell) == cells.to(cell);
    }

    /** The number of an assessment year; all that is found in the row belongs to it. */
    int year(Column column) {
        int cell = required(column);
        if (cell < 0) {
            return 0;
        }
        if (year == 0) {
            reject(
                    FindingCode.UNKNOWN_YEAR,
                    column,
                    "is not the number of an assessment year",
                    "write 1 for the first assessment year, 2 for the second, and so on");
        }
        return year;
    }

    /**
     * The number of one of the agreement's assessment years; nothing if it isn't given.
     *
     * @param years how many there are
     */
    OptionalInt optionalYear(Column column, int years) {
        int cell = cell(column);
        if (isEmpty(column)) {
            return OptionalInt.empty();
        }
        long number = Digits.whole(cells.bytes(), cells.from(cell), cells.to(cell));
        if (number < 1 || number > years) {
            reject(
                    FindingCode.UNKNOWN_YEAR,
                    column,
                    "is not the number of an assessment year of this agreement, which has years 1 to " + years,
                    "write 1 for the first assessment year, 2 for the second, and so on");
            return OptionalInt.empty();
        }
        return OptionalInt.of((int) number);
    }

    /** Whole shares, at least one. */
    Shares shares(Column column) {
        return required(column) < 0 ? Shares.NONE : shares(column, 1);
    }

    /** Whole shares, at least one; nothing if they aren't given. */
    Optional<Shares> optionalShares(Column column) {
        return isEmpty(column) ? Optional.empty() : Optional.of(shares(column, 1));
    }

    /** Whole shares from zero up; nothing if they aren't given. */
    Optional<Shares> optionalSharesOrNone(Column column) {
        return isEmpty(column) ? Optional.empty() : Optional.of(shares(column, 0));
    }

    private Shares shares(Column column, int least) {
        int cell = cell(column);
        long count = Digits.whole(cells.bytes(), cells.from(cell), cells.to(cell));
        if (count >= least && count <= Shares.LIMIT) {
            return Shares.of(count);
        }
        String text = cells.text(cell);
        FindingCode code = count == 0 ? FindingCode.NOT_ABOVE_ZERO : Digits.objectionTo(text, 0);
        String sentence = Digits.sentence(code)
                .orElse(
                        switch (code) {
                            case NOT_ABOVE_ZERO -> "is not above zero";
                            case NEGATIVE -> "is negative; a number of shares can't be";
                            case TOO_LARGE ->
                                "is more shares than an agreement can be about (" + Shares.of(Shares.LIMIT) + ")";
                            default -> "is not a whole number of shares";
                        });
        reject(
                code,
                column,
                sentence,
                code == FindingCode.TOO_LARGE ? "check the figure" : "write plain digits, e.g. 3000000");
        return Shares.NONE;
    }

    /** An amount of money for one share, with up to six decimals. */
    PerShare perShare(Column column) {
        int cell = required(column);
        if (cell < 0) {
            return new PerShare(0);
        }
        long millionths = Digits.amount(cells.bytes(), cells.from(cell), cells.to(cell), PerShare.DECIMALS);
        if (millionths > 0 && millionths <= PerShare.LIMIT) {
            return new PerShare(millionths);
        }
        FindingCode code =
                millionths == 0 ? FindingCode.NOT_ABOVE_ZERO : Digits.objectionTo(cells.text(cell), PerShare.DECIMALS);
        String sentence = Digits.sentence(code)
                .orElse(
                        switch (code) {
                            case NOT_ABOVE_ZERO -> "is not above zero";
                            case NEGATIVE -> "is negative; an amount for a share can't be";
                            case TOO_MANY_DECIMALS -> "has more than six decimals";
                            case TOO_LARGE ->
                                "is larger than any amount for a share (" + new PerShare(PerShare.LIMIT) + ")";
                            default -> "is not an amount";
                        });
        reject(
                code,
                column,
                sentence,
                code == FindingCode.TOO_LARGE
                        ? "check the figure"
                        : "write plain digits with at most six decimals, e.g. 0.8125");
        return new PerShare(0);
    }

    /**
     * An amount, to the fen.
     *
     * @param decimals how many decimals the cell may have, 2 for whole currency units; the last one is worth a fen
     */
    Money amount(Column column, int decimals) {
        int cell = required(column);
        if (cell < 0) {
            return Money.ZERO;
        }
        long fen = Digits.amount(cells.bytes(), cells.from(cell), cells.to(cell), decimals);
        if (fen >= 0 && fen <= Money.LIMIT) {
            return new Money(fen);
        }
        FindingCode code = Digits.objectionTo(cells.text(cell), decimals);
        String sentence = Digits.sentence(code)
                .orElse(
                        switch (code) {
                            case NEGATIVE -> "is negative; revenue can't be";
                            case TOO_MANY_DECIMALS -> "is not an amount to the fen";
                            case TOO_LARGE ->
                                "is larger than any amount this program takes (" + new Money(Money.LIMIT) + ")";
                            default -> "is not an amount";
                        });
        if (code == FindingCode.TOO_LARGE) {
            reject(code, column, sentence, "check the figure and its unit");
            return Money.ZERO;
        }
        reject(
                code,
                column,
                sentence,
                decimals == 2
                        ? "write plain digits with at most two decimals, e.g. 732000000.00"
                        : "write plain digits with at most " + decimals + " decimals in this unit");
        return Money.ZERO;
    }

    LocalDate date(Column column) {
        return required(column) < 0 ? LocalDate.EPOCH : optionalDate(column).orElse(LocalDate.EPOCH);
    }

    Optional<LocalDate> optionalDate(Column column) {
        Optional<LocalDate> date = peekDate(column);
        if (date.isEmpty() && !isEmpty(column)) {
            reject(
                    FindingCode.NOT_A_DATE,
                    column,
                    Digits.isInTheFormOfADay(cells.text(cell(column)))
                            ? "is not a day of the calendar"
                            : "is not in the form YYYY-MM-DD",
                    "write year-month-day, e.g. 2026-11-30");
        }
        return date;
    }

    /** The day of something that has happened, which must be given. */
    LocalDate happenedOn(Column column) {
        LocalDate date = date(column);
        happened(column, Optional.of(date));
        return date;
    }

    /** The day of something that has happened, if it is given. */
    Optional<LocalDate> happened(Column column) {
        return happened(column, optionalDate(column));
    }

    /** The day that was read from a column, if it isn't after the as-of date; a later one is left out, or is an error. */
    Optional<LocalDate> happened(Column column, Optional<LocalDate> date) {
        if (!isLater(date)) {
            return date;
        }
        if (day.leavesLaterRowsOut()) {
            note(FindingCode.ROWS_AFTER_AS_OF, column, "is left out: it is after the as-of date " + day.asOf(), "");
        }
        rejectIfLater(column, date);
        return Optional.empty();
    }

    private boolean isLater(Optional<LocalDate> date) {
        return date.isPresent() && date.get().isAfter(day.asOf());
    }

    /** Of what has happened no day can be later, unless the as-of date is earlier than today. */
    void rejectIfLater(Column column, Optional<LocalDate> date) {
        if (isLater(date) && !day.leavesLaterRowsOut()) {
            reject(
                    FindingCode.DATED_AFTER_AS_OF,
                    column,
                    "is after the as-of date " + day.asOf() + ", so that it can't have happened",
                    "correct the day, or leave the row out until it has happened");
        }
    }

    /**
     * Whether a day can't have come yet. That is told as an error; the row stays sound, so that the rest of it counts, and the
     * day must not be used.
     */
    boolean notYet(Column column) {
        boolean notYet = isLater(peekDate(column)) && !day.leavesLaterRowsOut();
        if (notYet) {
            note(
                    FindingCode.DATED_AFTER_AS_OF,
                    column,
                    "is after the as-of date " + day.asOf() + ", so that it can't have happened",
                    "correct the day, or leave the cell empty until it has happened");
        }
        return notYet;
    }

    /** A date if the cell holds one; what is wrong with it is not said. */
    Optional<LocalDate> peekDate(Column column) {
        int cell = cell(column);
        if (cell < 0 || !cellsInPlace) {
            return Optional.empty();
        }
        return Digits.day(cells.bytes(), cells.from(cell), cells.to(cell));
    }

    /** A text that must be there. */
    String text(Column column) {
        return required(column) < 0 ? "" : optionalText(column);
    }

    /** A text; empty if it isn't given. */
    String optionalText(Column column) {
        return checked(column, asItStands(column));
    }

    private String asItStands(Column column) {
        return isEmpty(column) ? "" : cells.text(cell(column));
    }

    private String checked(Column column, String text) {
        if (text.isEmpty()) {
            return text;
        }
        FindingCode objection = Texts.objectionTo(text);
        if (objection != null) {
            reject(objection, column, Texts.sentence(objection), Texts.remedy(objection));
        }
        return text;
    }

    /** Where something is recorded; a word for nothing, such as {@code TBD}, is no document. */
    String document(Column column) {
        return required(column) < 0 ? "" : notPlaceholder(column);
    }

    /** Where something is recorded; empty if it isn't given, or if a word for nothing stands there. */
    String optionalDocument(Column column) {
        String text = asItStands(column);
        return Placeholder.is(text) ? "" : checked(column, text);
    }

    /** A text that names somebody, which must be there. */
    String nameOfSomebody(Column column) {
        return Texts.foldedName(document(column));
    }

    private String notPlaceholder(Column column) {
        String text = asItStands(column);
        if (!Placeholder.is(text)) {
            return checked(column, text);
        }
        reject(
                FindingCode.PLACEHOLDER,
                column,
                "stands for nothing",
                column.required() ? "write what it stands for, once it is known" : "leave the cell empty");
        return "";
    }

    /** A name by which rows refer to each other: a text of one line that must be there. */
    String name(Column column) {
        return required(column) < 0 ? "" : optionalName(column);
    }

    /** A name by which rows refer to each other; empty if it isn't given. */
    String optionalName(Column column) {
        String text = notPlaceholder(column);
        if (sound && !text.isEmpty()) {
            FindingCode objection = Texts.objectionToName(text);
            if (objection != null) {
                reject(objection, column, Texts.sentence(objection), Texts.remedy(objection));
            }
        }
        return Texts.foldedName(text);
    }

    /** Notes that the id of the row's owner is read without what can't be seen in it. */
    void noteUnseenInId(Column owner) {
        int cell = cell(owner);
        if (cell >= 0
                && cells.to(cell) - cells.from(cell) != agreementId.length()
                && !cells.text(cell).equals(agreementId)) {
            note(FindingCode.NAME_FOLDED, owner, "is read as \"" + Texts.shown(agreementId) + "\"", "");
        }
    }

    /** One of the words that a column allows, if the cell is empty or holds one; what is wrong with it is not said. */
    <E> Optional<E> peekChoice(Column column, E[] choices, Function<E, String> term) {
        if (isEmpty(column)) {
            return Optional.of(choices[0]);
        }
        String text = cells.text(cell(column));
        for (E choice : choices) {
            if (term.apply(choice).equals(text)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    /** One of the words that a column allows; the cell must hold one. */
    <E> E requiredChoice(Column column, E[] choices, Function<E, String> term) {
        return required(column) < 0 ? choices[0] : choice(column, choices, term, "write one of these");
    }

    /** One of the words that a column allows; the first one if the cell is empty. */
    <E> E choice(Column column, E[] choices, Function<E, String> term) {
        return choice(
                column, choices, term, "write one of these, or leave the cell empty for " + term.apply(choices[0]));
    }

    private <E> E choice(Column column, E[] choices, Function<E, String> term, String remedy) {
        Optional<E> chosen = peekChoice(column, choices, term);
        if (chosen.isPresent()) {
            return chosen.get();
        }
        List<String> terms = List.of(choices).stream().map(term).toList();
        reject(FindingCode.UNKNOWN_CHOICE, column, "is none of " + String.join(", ", terms), remedy);
        return choices[0];
    }

    /** A currency code of three capital letters that must be there. */
    String currency(Column column) {
        return required(column) < 0 ? "" : optionalCurrency(column);
    }

    /** A currency code of three capital letters; empty if it isn't given. */
    String optionalCurrency(Column column) {
        String text = optionalText(column);
        if (!text.isEmpty() && Texts.objectionTo(text) == null && !isCurrency(text)) {
            reject(
                    FindingCode.NOT_A_CURRENCY,
                    column,
                    "is not a currency code",
                    "write three capital letters, e.g. CNY");
        }
        return text;
    }

    private static boolean isCurrency(String text) {
        boolean capitals = text.length() == 3;
        for (int i = 0; i < text.length() && capitals; i++) {
            capitals = text.charAt(i) >= 'A' && text.charAt(i) <= 'Z';
        }
        return capitals;
    }

    /** Adds a finding about a cell; the row is not sound any more. */
    void reject(FindingCode code, Column column, String sentence, String remedy) {
        int cell = cell(column);
        String value = cell < 0 ? "" : cells.text(cell);
        find(code, column.header(), value, "\"" + Texts.shown(value) + "\" " + sentence, remedy);
    }

    /** Adds a note or a warning on a cell; the row stays sound. */
    void note(FindingCode code, Column column, String sentence, String remedy) {
        int cell = cell(column);
        String value = cell < 0 ? "" : cells.text(cell);
        findings.add(new Finding(
                code,
                agreementId,
                year,
                source,
                column.header(),
                value,
                "\"" + Texts.shown(value) + "\" " + sentence,
                remedy));
    }

    private int required(Column column) {
        int cell = cell(column);
        if (cell >= 0 && cells.from(cell) < cells.to(cell)) {
            return cell;
        }
        find(
                FindingCode.VALUE_MISSING,
                column.header(),
                "",
                "is not given",
                "fill it in; an empty cell is never taken for zero");
        return -1;
    }

    private int cell(Column column) {
        int cell = layout.cellOf(column);
        return cell < cells.count() ? cell : -1;
    }

    private void find(FindingCode code, String column, String value, String message, String remedy) {
        sound = false;
        if (cellsInPlace) {
            findings.add(new Finding(code, agreementId, year, source, column, value, message, remedy));
        }
    }
}
