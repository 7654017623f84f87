package io.earnout.settlement;

/** Where a share of a tranche is. All start as {@link #UNASSESSED}; every share is in exactly one account. */
public enum Account {
    /** In escrow; its year has no accepted report yet. */
    UNASSESSED,
    /** In escrow; earned (SPA 5.1) or restored (SPA 5.2(2)), so that its release can be instructed. */
    RELEASABLE,
    /** In escrow; earned by a year that missed its target, where that blocks the release (EA 3.1(a) read literally). */
    WITHHELD,
    /** In escrow; deducted (SPA 5.2(1), 5.3) until restored or, at expiration, returned. */
    DEDUCTED,
    /** Out of escrow: the agent confirmed the transfer to the seller (EA 3.2). */
    RELEASED,
    /** Out of escrow: the agent confirmed the return to the issuer for cancellation (SPA 5.2(1)). */
    RETURNED
}
