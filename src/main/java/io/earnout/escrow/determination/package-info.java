/** Everything that follows for one agreement on one day: {@link io.earnout.escrow.determination.Determination}. */
package io.earnout.escrow.determination;
