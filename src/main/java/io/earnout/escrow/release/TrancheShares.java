package io.earnout.escrow.release;

import java.util.List;

/**
 * Shares by tranche: what an instruction lists (EA 3.1(b)).
 *
 * @param parts one for each tranche, in the order in which the contract moves the shares
 */
public record TrancheShares(List<Part> parts) {

    static final TrancheShares NONE = new TrancheShares(List.of());

    /** Shares of one tranche, at least one. */
    public record Part(int tranche, long shares) {}

    public TrancheShares {
        parts = List.copyOf(parts);
    }

    /** What it has of a tranche. */
    public long of(int tranche) {
        long shares = 0;
        for (Part part : parts) {
            shares += part.tranche() == tranche ? part.shares() : 0;
        }
        return shares;
    }

    long total() {
        long total = 0;
        for (Part part : parts) {
            total += part.shares();
        }
        return total;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** Whether both have the same shares of each tranche. */
    boolean saysTheSameAs(TrancheShares other) {
        return total() == other.total()
                && parts.stream().allMatch(part -> of(part.tranche()) == other.of(part.tranche()));
    }
}
