package io.earnout.escrow.delay;

import io.earnout.escrow.record.ShareChanges;
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

    private final long units;
    private final SharePrices prices;
    private final ShareChanges changes;
    /** In the parts of {@link ShareChanges#inParts}; in ten-thousandths of a millionth of the currency unit, so that 0.01% of a value is a whole number. */
    private BigInteger sum = BigInteger.ZERO;

    private boolean priced = true;
    private boolean capped;
    private Optional<LocalDate> cappedOn = Optional.empty();

    PenaltyMeter(long units, SharePrices prices, ShareChanges changes) {
        this.units = units;
        this.prices = prices;
        this.changes = changes;
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
        // a close counts in the shares of its own day: a share change makes no share worth more or less
        LocalDate closed = prices.dayOfCloseOn(first).orElseThrow();
        BigInteger aDay = changes.inParts(units, closed)
                .multiply(BigInteger.valueOf(close.get().millionths()));
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
    BigInteger cents(BigInteger amount) {
        return amount.divide(BigInteger.valueOf(100_000_000).multiply(changes.ofAShare()));
    }
}
