package io.earnout.terms;

/**
 * A number of whole shares (SPA 1.1): 0 to 10<sup>15</sup>. Shares are never split; what a formula gives between two
 * whole shares is an {@link ExactShares} until it is rounded, once.
 *
 * @param count whole shares
 */
public record Shares(long count) implements Comparable<Shares> {

    /** The most shares that an agreement may be about. */
    public static final long LIMIT = 1_000_000_000_000_000L;

    public static final Shares NONE = new Shares(0);

    public Shares {
        if (count < 0 || count > LIMIT) {
            throw new IllegalArgumentException("shares must be from 0 to " + LIMIT + ", not " + count);
        }
    }

    public static Shares of(long count) {
        return count == 0 ? NONE : new Shares(count);
    }

    public Shares plus(Shares more) {
        return of(count + more.count);
    }

    /**
     * Fewer shares.
     *
     * @throws IllegalArgumentException if {@code fewer} is more than there are
     */
    public Shares minus(Shares fewer) {
        return of(count - fewer.count);
    }

    public boolean isNone() {
        return count == 0;
    }

    @Override
    public int compareTo(Shares other) {
        return Long.compare(count, other.count);
    }

    /** With thousands separators, for people: {@code 3,000,000}. */
    @Override
    public String toString() {
        return Figures.grouped(count);
    }
}
