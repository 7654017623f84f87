/**
 * What the agent may do: EA 1 to 3, SPA 4.2, 5.1, 5.3 and 8. Between a computed number and shares that move there are gates.
 *
 * <p>{@link io.earnout.escrow.review.EscrowFile} is all that is known of one agreement: its reports and its {@link
 * io.earnout.escrow.record.Registers}. {@link io.earnout.escrow.review.Review} decides which reports count, {@link
 * io.earnout.escrow.determination.Determination} what follows. It reads in this order: {@code InstructionReview} (the instructions on record, each with
 * the draft whose number it bears, found in the {@code DraftHistory}), {@code EscrowLedger} (where every share is once the
 * agent's transfers are counted), {@code Gates} (what holds a release), {@code InstructionTransfers} (which transfer carried out which
 * instruction), {@code Releases} (what may be instructed), {@code Reconciliation} (what was instructed against what was moved), {@code DelayLedger}
 * (who is liable for the days of a delay), {@code Cancellations} (what goes back), {@code Timetable} (what is due next). What
 * needs a person is a {@link io.earnout.escrow.finding.Finding}. It imports {@code terms} and {@code settlement}.
 */
package io.earnout.escrow;
