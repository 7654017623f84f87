package io.earnout.escrow.finding;

import io.earnout.terms.Clause;
import java.util.List;

/** What can be found wrong or worth a note. The names are written to {@code exceptions.csv} and never change meaning. */
public enum FindingCode {
    // a file as a whole
    FOLDER_UNREADABLE(Effect.STOPS),
    FILE_MISSING(Effect.STOPS),
    FILE_UNREADABLE(Effect.STOPS),
    FILE_TOO_LARGE(Effect.STOPS),
    TOO_MANY_FILES(Effect.STOPS),
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
    COLUMN_MISSPELT(Effect.STOPS),
    COLUMN_WITHOUT_NAME(Effect.STOPS),
    COLUMN_COUNT(Effect.STOPS),
    SEPARATORS_MIXED(Effect.STOPS),
    CARRIAGE_RETURN_INSIDE(Effect.STOPS),
    ROW_OF_NO_AGREEMENT(Effect.STOPS),
    TOO_MANY_COLUMNS(Effect.STOPS),
    SETTING_INVALID(Effect.STOPS),
    SETTING_UNKNOWN(Effect.STOPS),
    APPROVED_FIRMS_ABSENT(Effect.WARNS, Clause.SPA_4_2),
    ROWS_AFTER_AS_OF(Effect.NOTES),
    PROJECTION(Effect.NOTES),
    HOLIDAYS_ABSENT(Effect.NOTES, Clause.EA_3_2),

    // a row
    QUOTING_BROKEN(Effect.HOLDS),
    VALUE_MISSING(Effect.HOLDS),
    PLACEHOLDER(Effect.HOLDS),
    NAME_FOLDED(Effect.NOTES),
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
    DATED_AFTER_AS_OF(Effect.HOLDS),
    UNKNOWN_AGREEMENT(Effect.HOLDS),
    AGREEMENT_MISSPELT(Effect.HOLDS),
    UNKNOWN_YEAR(Effect.HOLDS, Clause.SPA_4_1),

    REPORT_BEFORE_SIGNING(Effect.HOLDS),
    ROW_BEFORE_SIGNING(Effect.HOLDS),
    SIGNATORY_UNKNOWN(Effect.HOLDS, Clause.SPA_5_3),

    ADJUSTMENT_EMPTY(Effect.HOLDS, Clause.SPA_5_3),
    ADJUSTMENT_BEYOND_TRANCHE(Effect.HOLDS, Clause.SPA_5_3),
    PRICE_TWICE(Effect.HOLDS, Clause.SPA_8_2),
    PRICES_IN_TWO_CURRENCIES(Effect.HOLDS, Clause.SPA_8_2),
    DIVIDEND_TWICE(Effect.HOLDS, Clause.SPA_3_2),
    RECORD_DATE_BEFORE_ESCROW(Effect.HOLDS, Clause.EA_1_3),
    PARTY_TWICE(Effect.HOLDS, Clause.EA_3_1_B),
    PARTY_NAME_DIFFERS(Effect.NOTES, Clause.EA_3_1_B),
    TEXT_NOT_PRINTABLE(Effect.HOLDS, Clause.EA_3_1_B),
    HOLIDAY_OF_BOTH_KINDS(Effect.HOLDS, Clause.EA_3_2),
    WORKING_DAY_IS_NO_WEEKEND(Effect.HOLDS, Clause.EA_3_2),
    ROW_TWICE(Effect.NOTES),

    // the agreements
    AGREEMENT_LOST(Effect.HOLDS),
    NO_AGREEMENT_LEFT(Effect.STOPS),

    // the terms
    TERMS_REJECTED(Effect.HOLDS),
    TERMS_CONTRADICT(Effect.HOLDS, Clause.SPA_5_2_2, Clause.EA_3_1_A),
    CALENDAR_UNKNOWN(Effect.WARNS, Clause.EA_3_2),
    AGREEMENT_TOO_LARGE(Effect.STOPS),
    AGREEMENT_TWICE(Effect.STOPS),
    YEARS_MISSING(Effect.STOPS, Clause.SPA_1_4),
    YEARS_NOT_CONSECUTIVE(Effect.STOPS, Clause.SPA_1_4),
    YEARS_OVERLAP(Effect.STOPS, Clause.SPA_1_4),
    YEARS_LEAVE_A_GAP(Effect.STOPS, Clause.SPA_1_4),
    TRANCHES_DONT_ADD_UP(Effect.STOPS, Clause.SPA_1_1),
    READINGS_WITHOUT_DOCUMENT(Effect.WARNS, Clause.SPA_11_2),
    READINGS_NOT_YET_AGREED(Effect.NOTES, Clause.SPA_11_2),
    DEFAULT_NOT_LOWEST(Effect.NOTES, Clause.SPA_5_2_2),
    AMENDED(Effect.NOTES, Clause.SPA_11_2),
    AMENDMENT_REPLACED(Effect.NOTES, Clause.SPA_11_2),
    AMENDMENT_UNDECIDED(Effect.HOLDS, Clause.SPA_11_2),

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
    APPROVALS_CONTRADICT(Effect.HOLDS, Clause.SPA_4_2),
    FIRM_MISSPELT(Effect.HOLDS, Clause.SPA_4_2),
    OPINION_NOT_UNQUALIFIED(Effect.HOLDS, Clause.EA_3_1_A),
    OPINION_WITH_EMPHASIS(Effect.NOTES, Clause.EA_3_1_A),
    CURRENCY_DIFFERS(Effect.HOLDS, Clause.SPA_4_1),
    YEAR_NOT_ENDED(Effect.HOLDS, Clause.SPA_4_1),
    FIGURE_IMPLAUSIBLE(Effect.HOLDS, Clause.SPA_4_2),

    // a year
    NO_REPORT(Effect.NOTES, Clause.EA_3_1_A),
    REPORT_OVERDUE(Effect.HOLDS, Clause.SPA_5_1),
    REPORT_LATE(Effect.NOTES, Clause.SPA_5_1),
    OFFSET_WAITS(Effect.HOLDS, Clause.SPA_5_2_2),
    ADJUSTED_BY_ALL_PARTIES(Effect.NOTES, Clause.SPA_5_3),
    DUE_DATE_AGREED(Effect.NOTES, Clause.SPA_5_3),
    ADJUSTMENT_WAITS(Effect.NOTES, Clause.SPA_5_3, Clause.EA_3_1_A),
    ADJUSTMENT_REPLACED(Effect.NOTES, Clause.SPA_5_3),

    // what holds a release
    MISSED_TARGET_BLOCKS(Effect.HOLDS, Clause.EA_3_1_A),
    DISPUTED(Effect.HOLDS, Clause.EA_3_3),
    SUSPENDED(Effect.HOLDS, Clause.SPA_8_1),
    LIFTING_INCOMPLETE(Effect.HOLDS, Clause.EA_3_3, Clause.SPA_8_1),
    LIFTING_WITHOUT_DOCUMENT(Effect.WARNS, Clause.EA_3_3, Clause.SPA_8_1),
    DISPUTED_BEYOND_TRANCHE(Effect.WARNS, Clause.EA_3_3),
    ADJUSTMENT_UNDECIDED(Effect.HOLDS, Clause.SPA_5_3),
    OVER_RELEASED(Effect.HOLDS, Clause.SPA_5_3, Clause.SPA_8_1),
    READING_UNDOCUMENTED(Effect.HOLDS, Clause.SPA_5_3, Clause.SPA_11_2),
    INSTRUCTION_NOT_SIGNED(Effect.NOTES, Clause.EA_3_1_B),
    INSTRUCTION_NOT_RECEIVED(Effect.NOTES, Clause.EA_3_1_B),
    INSTRUCTION_BEFORE_REPORT(Effect.HOLDS, Clause.EA_3_1_A, Clause.EA_3_1_B),
    QUANTITY_DIFFERS(Effect.HOLDS, Clause.EA_3_1_B),
    READING_CHANGED(Effect.HOLDS, Clause.SPA_5_3, Clause.SPA_11_2),

    // what was instructed against what was moved
    INSTRUCTION_TWICE(Effect.NOTES, Clause.EA_3_1_B),
    INSTRUCTION_AMBIGUOUS(Effect.HOLDS, Clause.EA_3_1_B),
    INSTRUCTION_UNKNOWN(Effect.HOLDS, Clause.EA_3_1_B),
    INSTRUCTION_CONTRADICTORY(Effect.HOLDS, Clause.EA_3_1_B),
    INSTRUCTION_OF_EARLIER_DETERMINATION(Effect.NOTES, Clause.EA_3_1_B),
    REFERENCE_TWICE(Effect.HOLDS, Clause.EA_3_2),
    TRANSFER_BEFORE_DEPOSIT(Effect.HOLDS, Clause.EA_1_1),
    TRANSFER_EXCEEDS_ESCROW(Effect.HOLDS, Clause.EA_2),
    TRANSFER_OVERDUE(Effect.HOLDS, Clause.EA_3_2),
    TRANSFER_SHORT(Effect.HOLDS, Clause.EA_3_2),
    TRANSFER_OF_UNKNOWN_INSTRUCTION(Effect.HOLDS, Clause.EA_3_1_B),
    TRANSFER_BEYOND_INSTRUCTION(Effect.HOLDS, Clause.EA_3_1_B, Clause.EA_3_2),
    TRANSFER_NOT_INSTRUCTED(Effect.HOLDS, Clause.EA_3_1_B),
    TRANSFERRED_TWICE(Effect.HOLDS, Clause.EA_3_2),
    TRANSFER_IN_PARTS(Effect.WARNS, Clause.EA_3_2),
    TRANSFER_OF_WRONG_TRANCHE(Effect.HOLDS, Clause.EA_3_2),
    TRANSFER_BEFORE_DOCUMENTS(Effect.HOLDS, Clause.EA_3_1_A, Clause.EA_3_1_B),
    TRANSFER_WHILE_SUSPENDED(Effect.HOLDS, Clause.EA_3_3, Clause.SPA_8_1),
    RECEIPT_UNKNOWN(Effect.WARNS, Clause.EA_3_2),

    REVERSAL_OF_NOTHING(Effect.HOLDS, Clause.EA_3_2),
    REVERSAL_DIFFERS(Effect.HOLDS, Clause.EA_3_2),
    REVERSED_TWICE(Effect.HOLDS, Clause.EA_3_2),

    // share consolidations and subdivisions
    SHARE_CHANGE_TWICE(Effect.HOLDS, Clause.SPA_1_1),
    SHARE_CHANGE_OUT_OF_ORDER(Effect.HOLDS, Clause.SPA_1_1),
    SHARE_CHANGE_NO_RATIO(Effect.HOLDS, Clause.SPA_1_1),
    SHARE_CHANGE_TOO_FINE(Effect.HOLDS, Clause.SPA_1_1),
    SHARE_CHANGE_NOT_WHOLE(Effect.HOLDS, Clause.SPA_1_1),
    SHARE_CHANGE_LEAVES_NOTHING(Effect.HOLDS, Clause.SPA_1_1),
    SHARE_CHANGE_BEFORE_SIGNING(Effect.NOTES, Clause.SPA_1_1),
    SHARE_CHANGE_ANNOUNCED(Effect.NOTES, Clause.SPA_1_1, Clause.EA_3_1_B),
    SHARES_CHANGED(Effect.HOLDS, Clause.EA_3_1_B),
    AGENT_BALANCE_SHORT(Effect.HOLDS, Clause.EA_2),

    // what follows from all of these
    HELD_AGAINST_OVER_RELEASE(Effect.HOLDS, Clause.SPA_5_3, Clause.SPA_8_1),
    ROW_REJECTED(Effect.HOLDS),

    // the end of the agreement
    CANCELLATION_WAITS(Effect.WARNS, Clause.SPA_5_2_1),
    RETURN_BLOCKED(Effect.WARNS, Clause.SPA_5_2_1, Clause.EA_3),
    RETURN_BEFORE_FINAL(Effect.HOLDS, Clause.SPA_5_2_1),
    RETURN_BEYOND_DEDUCTED(Effect.HOLDS, Clause.SPA_5_2_1),
    CLAIM_AFTER_CANCELLATION(Effect.HOLDS, Clause.SPA_5_2_1, Clause.SPA_5_3),

    // days and money around the shares
    DEPOSIT_NOT_RECORDED(Effect.HOLDS, Clause.EA_1_1),
    DEPOSIT_LATE(Effect.WARNS, Clause.EA_1_1),
    DATES_PROVISIONAL(Effect.NOTES, Clause.EA_3_2),
    DOCUMENTS_LATE(Effect.HOLDS, Clause.EA_3_2, Clause.SPA_5_1, Clause.SPA_11_3),
    RELEASE_LATE(Effect.HOLDS, Clause.SPA_5_1, Clause.SPA_8_2),
    DELAY_EXCUSED(Effect.NOTES, Clause.SPA_8_2),
    PENALTY_CAPPED(Effect.NOTES, Clause.SPA_8_2),
    PRICES_NOT_ON_RECORD(Effect.NOTES, Clause.SPA_8_2),
    PRICE_MISSING(Effect.WARNS, Clause.SPA_8_2),
    DIVIDEND(Effect.NOTES, Clause.SPA_3_2, Clause.EA_1_3),
    DIVIDENDS_IN_TWO_CURRENCIES(Effect.HOLDS, Clause.SPA_3_2),

    // where the documents contradict each other or are silent
    CONTRADICTION_DOLLARS_OR_SHARES(Effect.NOTES, Clause.FORM_6_K, Clause.SPA_1_1),
    CONTRADICTION_150_PERCENT(Effect.NOTES, Clause.FORM_6_K, Clause.SPA_5_2_2),
    CONTRADICTION_ACHIEVED_OR_REDUCED(Effect.NOTES, Clause.EA_3_1_A, Clause.SPA_5_2_1),
    CONTRADICTION_NO_RETURN(Effect.NOTES, Clause.EA_3, Clause.SPA_5_2_1, Clause.EA_2),
    CONTRADICTION_BUYERS_SIDE_SIGNS(Effect.NOTES, Clause.EA_3_1_B),
    CONTRADICTION_NO_ADDRESSES(Effect.NOTES, Clause.SPA_11_3),
    CONTRADICTION_FISCAL_YEARS(Effect.NOTES, Clause.SPA_1_4, Clause.SPA_4_2),
    CONTRADICTION_COSTS(Effect.NOTES, Clause.EA_3_2, Clause.SPA_6),
    CONTRADICTION_SIGNATURE_PAGE(Effect.NOTES, Clause.EA_7),
    SILENT_SIXTY_DAYS(Effect.NOTES, Clause.SPA_5_1),
    SILENT_BUSINESS_DAY(Effect.NOTES, Clause.EA_1_1, Clause.EA_3_2),
    SILENT_EXPIRATION(Effect.NOTES, Clause.SPA_5_2_1),
    SILENT_OPERATING_REVENUE(Effect.NOTES, Clause.SPA_4_1, Clause.SPA_4_2),
    SILENT_MARKET_VALUE(Effect.NOTES, Clause.SPA_8_2),
    SILENT_ROUNDING(Effect.NOTES, Clause.SPA_5_2_1, Clause.SPA_5_2_2),
    SILENT_RESTATEMENT(Effect.NOTES, Clause.SPA_4_2),
    SILENT_CONSOLIDATION(Effect.NOTES, Clause.SPA_1_1),
    SILENT_RESTORED_DUE_DAY(Effect.NOTES, Clause.SPA_5_2_2, Clause.SPA_5_1),
    SILENT_FEE_PAYER(Effect.NOTES, Clause.EA_4_4);

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

    @SuppressWarnings("ImmutableEnumChecker") // made by List.of
    private final List<Clause> clauses;

    FindingCode(Effect effect, Clause... clauses) {
        this.effect = effect;
        this.clauses = List.of(clauses);
    }

    public Severity severity() {
        return effect.severity;
    }

    /** Whether nothing can be published: the file, or the terms, can't be trusted. */
    public boolean stopsTheRun() {
        return effect == Effect.STOPS;
    }

    /** Whether shares are on their way: only a signature on their instruction, or its receipt, is missing. */
    public boolean isOfProgress() {
        return this == INSTRUCTION_NOT_SIGNED || this == INSTRUCTION_NOT_RECEIVED;
    }

    /** The clauses on which it is based, if any. */
    public List<Clause> clauses() {
        return clauses;
    }
}
