package io.earnout.escrow;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;

/**
 * What is to be returned of one tranche for cancellation when the agreement expires (SPA 5.2(1)). Until then a later
 * excess can still restore it, so that the list is projected.
 *
 * @param deducted what the year's shortfall deducted
 * @param restored what later years gave back
 * @param toCancel what is left
 */
public record CancellationNotice(AssessmentYear tranche, Shares deducted, Shares restored, Shares toCancel) {}
