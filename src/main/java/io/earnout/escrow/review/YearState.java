package io.earnout.escrow.review;

/** The state of an assessment year. */
public enum YearState {
    NOT_ENDED,
    AWAITING_REPORT,
    /** Past the sixtieth day after the year (SPA 5.1) without a report. */
    REPORT_OVERDUE,
    /** There is a report, but it doesn't count yet: conflict, firm not approved, qualified opinion, rejected row. */
    REPORT_HELD,
    TARGET_MET,
    SHORTFALL,
    EXCESS
}
