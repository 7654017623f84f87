package io.earnout.escrow.record;

import io.earnout.terms.PerShare;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The closes of the share by day, from which the market value follows (SPA 8.2). A day without a close has that of the last
 * day before it.
 *
 * @param currency of all closes; empty where there is none
 */
public record SharePrices(String currency, NavigableMap<LocalDate, PerShare> closes, boolean trusted) {

    public static final SharePrices NONE = new SharePrices("", new TreeMap<>(), true);

    /** Prices of which at least one is invalid: no value is taken from them. */
    public static final SharePrices AT_FAULT = new SharePrices("", new TreeMap<>(), false);

    /** The last close on or before a day. */
    public Optional<PerShare> on(LocalDate day) {
        Map.Entry<LocalDate, PerShare> close = closes.floorEntry(day);
        return close == null ? Optional.empty() : Optional.of(close.getValue());
    }

    /** The day of that close, in whose shares it counts. */
    public Optional<LocalDate> dayOfCloseOn(LocalDate day) {
        return Optional.ofNullable(closes.floorKey(day));
    }

    /** The days after the first up to the last on which a new close comes. */
    public List<LocalDate> changesBetween(LocalDate first, LocalDate last) {
        return closes.isEmpty()
                ? List.of()
                : List.copyOf(closes.subMap(first, false, last, true).keySet());
    }
}
