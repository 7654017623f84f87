package io.earnout.terms;

/**
 * An amount of the agreement's currency, to the fen (its hundredth part): 0 to 10<sup>16</sup> fen. Targets and audited
 * operating revenues (SPA 4.1) are such amounts; a construction never rounds.
 *
 * @param minorUnits hundredths of the currency unit
 */
public record Money(long minorUnits) implements Comparable<Money> {

    /** The largest amount, in fen: a hundred thousand billion currency units. */
    public static final long LIMIT = 10_000_000_000_000_000L;

    public static final Money ZERO = new Money(0);

    public Money {
        if (minorUnits < 0 || minorUnits > LIMIT) {
            throw new IllegalArgumentException("an amount must be from 0 to " + LIMIT + " fen, not " + minorUnits);
        }
    }

    /** What this amount lacks of the other one; zero where it lacks nothing. */
    public Money shortOf(Money other) {
        return minorUnits >= other.minorUnits ? ZERO : new Money(other.minorUnits - minorUnits);
    }

    /** What this amount has beyond the other one; zero where it has no more. */
    public Money beyond(Money other) {
        return other.shortOf(this);
    }

    public boolean isZero() {
        return minorUnits == 0;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minorUnits, other.minorUnits);
    }

    /** As files hold it: {@code 665000000.00}. */
    public String plain() {
        return toString().replace(",", "");
    }

    /** With thousands separators and two decimals, for people: {@code 665,000,000.00}. */
    @Override
    public String toString() {
        return Figures.money(minorUnits);
    }
}
