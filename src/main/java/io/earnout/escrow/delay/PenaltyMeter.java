package io.earnout.escrow.delay;

import io.earnout.escrow.record.SharePrices;
import io.earnout.terms.PerShare;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The penalty of one late release, day by day (SPA 8.2): 0.01% of the market value of the late shares on that day. A day on
 * which the sum would exceed 5% of the day's value adds only what is left up to there; what has run up is never taken back.
 */
final class PenaltyMeter {

    /** 5% of a value is five hundred times its 0.01%. */
    private static final BigInteger DAYS_TO_THE_CAP = BigInteger.valueOf(500);

    private final long shares;
    private final SharePrices prices;
    /** In ten-thousandths of a millionth of the currency unit, so that 0.01% of a value is a whole number. */
    private BigInteger sum = BigInteger.ZERO;

    private boolean priced = true;
    private boolean capped;
    private Optional<LocalDate> cappedOn = Optional.empty();

    PenaltyMeter(long shares, SharePrices prices) {
        this.shares = shares;
        this.prices = prices;
    }

    /**
     * Adds the days of one party.
     *
     * @return what they add
     */
    BigInteger run(LocalDate first, LocalDate last) {
        BigInteger before = sum;
        capped = false;
        LocalDate from = first;
        for (LocalDate change : prices.changesBetween(first, last)) {
            runAtOnePrice(from, change.minusDays(1));
            from = change;
        }
        runAtOnePrice(from, last);
        return sum.subtract(before);
    }

    private void runAtOnePrice(LocalDate first, LocalDate last) {
        Optional<PerShare> close = prices.on(first);
        if (close.isEmpty()) {
            priced = false;
            return;
        }
        BigInteger aDay = MinorUnits.millionths(shares, close.get());
        BigInteger days = BigInteger.valueOf(last.toEpochDay() - first.toEpochDay() + 1);
        BigInteger room = aDay.multiply(DAYS_TO_THE_CAP).subtract(sum).max(BigInteger.ZERO);
        BigInteger wanted = aDay.multiply(days);
        if (wanted.compareTo(room) > 0) {
            capped = true;
            if (cappedOn.isEmpty()) {
                cappedOn = Optional.of(first.plusDays(room.divide(aDay).longValueExact()));
            }
        }
        sum = sum.add(wanted.min(room));
    }

    /** Whether there was a close on or before every day so far. */
    boolean isPriced() {
        return priced;
    }

    /** Whether the last days added less than 0.01% each. */
    boolean isCapped() {
        return capped;
    }

    /** The first day that added less than its 0.01%. */
    Optional<LocalDate> cappedOn() {
        return cappedOn;
    }

    /** Rounded down to the cent. */
    static BigInteger cents(BigInteger sum) {
        return sum.divide(BigInteger.valueOf(100_000_000));
    }
}
