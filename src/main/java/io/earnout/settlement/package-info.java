/**
 * The consequences of what was agreed: SPA 4.2, 5.1 and 5.2. A pure function of the terms and the accepted reports.
 *
 * <p>Read {@link io.earnout.settlement.Settlement} first: it goes through the assessment years in order and says which
 * shares move. {@link io.earnout.settlement.Assessment} is one year against its target,
 * {@link io.earnout.settlement.Deduction} what a shortfall leaves open, {@link io.earnout.settlement.Credit} what a later
 * excess gives back, {@link io.earnout.settlement.WholeShares} the one rounding. It imports {@code terms} only.
 */
package io.earnout.settlement;
