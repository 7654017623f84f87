package io.earnout.escrow;

import io.earnout.terms.Clause;
import java.util.Optional;

/** What can be found wrong or worth a note. The names stand in {@code exceptions.csv} and never change meaning. */
public enum Code {
    // a file as a whole
    FOLDER_UNREADABLE(Effect.STOPS),
    FILE_MISSING(Effect.STOPS),
    FILE_UNREADABLE(Effect.STOPS),
    FILE_NOT_SUPPORTED_YET(Effect.STOPS),
    FILE_UNKNOWN(Effect.STOPS),
    FILE_NOT_READ(Effect.WARNS),
    FILE_EMPTY(Effect.STOPS),
    FILE_WITHOUT_ROWS(Effect.WARNS),
    NOT_UTF_8(Effect.STOPS),
    UTF_16(Effect.STOPS),
    NUL_BYTE(Effect.STOPS),
    LINE_TOO_LONG(Effect.STOPS),
    QUOTE_NOT_CLOSED(Effect.STOPS),
    HEADER_MISSING(Effect.STOPS),
    COLUMN_MISSING(Effect.STOPS),
    COLUMN_TWICE(Effect.STOPS),
    COLUMN_UNKNOWN(Effect.WARNS),
    TOO_MANY_COLUMNS(Effect.STOPS),
    SETTING_INVALID(Effect.STOPS),
    SETTING_UNKNOWN(Effect.STOPS),
    APPROVED_FIRMS_ABSENT(Effect.WARNS, Clause.SPA_4_2),
    ROWS_AFTER_AS_OF(Effect.NOTES),
    PROJECTION(Effect.NOTES),

    // a row
    COLUMN_COUNT(Effect.HOLDS),
    QUOTING_BROKEN(Effect.HOLDS),
    VALUE_MISSING(Effect.HOLDS),
    FORMULA_CELL(Effect.HOLDS),
    CONTROL_CHARACTER(Effect.HOLDS),
    SPACE_AT_EDGE(Effect.HOLDS),
    TEXT_TOO_LONG(Effect.HOLDS),
    NEGATIVE(Effect.HOLDS),
    NOT_AN_AMOUNT(Effect.HOLDS),
    TOO_MANY_DECIMALS(Effect.HOLDS),
    THOUSANDS_SEPARATOR(Effect.HOLDS),
    EXPONENT(Effect.HOLDS),
    NOT_ASCII_DIGITS(Effect.HOLDS),
    TOO_LARGE(Effect.HOLDS),
    NOT_ABOVE_ZERO(Effect.HOLDS),
    NOT_WHOLE(Effect.HOLDS),
    NOT_A_DATE(Effect.HOLDS),
    UNKNOWN_CHOICE(Effect.HOLDS),
    NOT_A_CURRENCY(Effect.HOLDS),
    DATES_REVERSED(Effect.HOLDS),
    UNKNOWN_AGREEMENT(Effect.HOLDS),
    UNKNOWN_YEAR(Effect.HOLDS, Clause.SPA_4_1),

    REPORT_BEFORE_SIGNING(Effect.HOLDS),

    // the terms
    TERMS_REJECTED(Effect.HOLDS),
    AGREEMENT_TWICE(Effect.STOPS),
    YEARS_MISSING(Effect.STOPS, Clause.SPA_1_4),
    YEARS_NOT_CONSECUTIVE(Effect.STOPS, Clause.SPA_1_4),
    YEARS_OVERLAP(Effect.STOPS, Clause.SPA_1_4),
    YEARS_LEAVE_A_GAP(Effect.STOPS, Clause.SPA_1_4),
    TRANCHES_DONT_ADD_UP(Effect.STOPS, Clause.SPA_1_1),
    READINGS_WITHOUT_DOCUMENT(Effect.WARNS, Clause.SPA_11_2),
    READINGS_NOT_YET_AGREED(Effect.NOTES, Clause.SPA_11_2),

    // a report
    REPORT_TWICE(Effect.NOTES),
    REPORT_ID_REUSED(Effect.HOLDS, Clause.SPA_4_2),
    REPORT_CONFLICT(Effect.HOLDS, Clause.SPA_4_2),
    REPORT_RESTATED(Effect.NOTES, Clause.SPA_4_2),
    SUPERSEDES_NOTHING(Effect.HOLDS, Clause.SPA_4_2),
    SUPERSEDES_IN_A_CIRCLE(Effect.HOLDS, Clause.SPA_4_2),
    FIRM_NOT_APPROVED(Effect.HOLDS, Clause.SPA_4_2),
    FIRM_APPROVED_LATER(Effect.HOLDS, Clause.SPA_4_2),
    FIRM_WITHDRAWN(Effect.HOLDS, Clause.SPA_4_2),
    OPINION_NOT_UNQUALIFIED(Effect.HOLDS, Clause.EA_3_1_A),
    CURRENCY_DIFFERS(Effect.HOLDS, Clause.SPA_4_1),
    YEAR_NOT_ENDED(Effect.HOLDS, Clause.SPA_4_1),
    FIGURE_IMPLAUSIBLE(Effect.HOLDS, Clause.SPA_4_2),

    // a year, a release
    NO_REPORT(Effect.NOTES, Clause.EA_3_1_A),
    REPORT_OVERDUE(Effect.HOLDS, Clause.SPA_5_1),
    OFFSET_WAITS(Effect.HOLDS, Clause.SPA_5_2_2),
    MISSED_TARGET_BLOCKS(Effect.HOLDS, Clause.EA_3_1_A),
    ROW_REJECTED(Effect.HOLDS);

    private enum Effect {
        STOPS(Severity.ERROR),
        HOLDS(Severity.ERROR),
        WARNS(Severity.WARNING),
        NOTES(Severity.NOTE);

        private final Severity severity;

        Effect(Severity severity) {
            this.severity = severity;
        }
    }

    private final Effect effect;
    private final Optional<Clause> clause;

    Code(Effect effect) {
        this.effect = effect;
        this.clause = Optional.empty();
    }

    Code(Effect effect, Clause clause) {
        this.effect = effect;
        this.clause = Optional.of(clause);
    }

    public Severity severity() {
        return effect.severity;
    }

    /** Whether nothing can be published: the file, or the terms, can't be trusted. */
    public boolean stopsTheRun() {
        return effect == Effect.STOPS;
    }

    /** The clause that it rests on, if one does. */
    public Optional<Clause> clause() {
        return clause;
    }
}
