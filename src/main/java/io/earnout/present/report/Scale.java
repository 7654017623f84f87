package io.earnout.present.report;

import io.earnout.terms.Figures;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * One axis of a picture: where a value is drawn, to the nearest whole unit of the picture, and which round values are
 * lettered. Everything is computed in whole numbers, so that a picture has the same bytes on every machine.
 *
 * @param lowest the value drawn at {@code from}
 * @param highest the value drawn at {@code to}
 * @param step from one lettered value to the next
 * @param one how many of the values make one share, or one unit of the currency
 * @param unit the unit of its labels
 */
public record Scale(long lowest, long highest, int from, int to, long step, long one, Unit unit) {

    private static final int MOST_STEPS = 6;

    /** A lettered value. */
    public record Tick(int at, String label) {}

    /** The unit of the labels of an axis, chosen so that they stay short. */
    enum Unit {
        ONE("", 1, 0),
        THOUSAND("thousand ", 1_000, 10_000),
        MILLION("million ", 1_000_000, 1_000_000),
        BILLION("billion ", 1_000_000_000, 10_000_000_000L),
        TRILLION("trillion ", 1_000_000_000_000L, 10_000_000_000_000L);

        private final String word;
        private final long size;
        private final long usedFrom;

        Unit(String word, long size, long usedFrom) {
            this.word = word;
            this.size = size;
            this.usedFrom = usedFrom;
        }

        private static Unit of(long highest) {
            Unit unit = ONE;
            for (Unit each : values()) {
                unit = highest >= each.usedFrom ? each : unit;
            }
            return unit;
        }
    }

    /** An axis that ends at the values given, neither rounded nor lettered. */
    static Scale exact(long lowest, long highest, int from, int to) {
        long end = Math.max(highest, lowest + 1);
        return new Scale(lowest, end, from, to, end - lowest, 1, Unit.ONE);
    }

    /** An axis that ends at round values. */
    static Scale round(long lowest, long highest, long one, int from, int to) {
        long step = roundUp(Math.max(1, (highest - lowest) / MOST_STEPS));
        long start = lowest / step * step;
        long end = Math.max(start + step, (highest + step - 1) / step * step);
        return new Scale(start, end, from, to, step, one, Unit.of(end / one));
    }

    private static long roundUp(long atLeast) {
        long power = 1;
        while (power * 5 < atLeast) {
            power *= 10;
        }
        return power >= atLeast ? power : power * 2 >= atLeast ? power * 2 : power * 5;
    }

    /** Where a value is drawn. */
    public int at(long value) {
        return from
                + BigDecimal.valueOf(value - lowest)
                        .multiply(BigDecimal.valueOf((long) to - from))
                        .divide(BigDecimal.valueOf(highest - lowest), 0, RoundingMode.HALF_UP)
                        .intValueExact();
    }

    /** The round values. */
    public List<Tick> ticks() {
        List<Tick> ticks = new ArrayList<>();
        for (long value = lowest; value <= highest; value += step) {
            String label = inUnit(value).stripTrailingZeros().toPlainString();
            ticks.add(new Tick(at(value), Figures.grouped(label)));
        }
        return ticks;
    }

    /** The unit with a name: {@code million CNY}, or {@code CNY} alone. */
    String of(String what) {
        return unit.word + what;
    }

    /** A value in the unit of the axis, with one decimal: {@code 133.0}. */
    String rounded(long value) {
        return Figures.grouped(inUnit(value).setScale(1, RoundingMode.HALF_UP).toPlainString());
    }

    private BigDecimal inUnit(long value) {
        return BigDecimal.valueOf(value).divide(BigDecimal.valueOf(unit.size).multiply(BigDecimal.valueOf(one)));
    }
}
