/**
 * What the agent may do: EA 2 and 3, SPA 4.2, 5.1 and 5.3. Between a computed number and shares that move stand gates.
 *
 * <p>{@link io.earnout.escrow.EscrowFile} is all that is known of one agreement. {@link io.earnout.escrow.Review} decides
 * which reports count, {@link io.earnout.escrow.Determination} what follows: release instructions, cancellation notices,
 * the position of every share. What needs a person is a {@link io.earnout.escrow.Finding}. It imports {@code terms} and
 * {@code settlement}.
 */
package io.earnout.escrow;
