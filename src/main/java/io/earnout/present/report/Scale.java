package io.earnout.present.report;

import io.earnout.terms.Figures;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.NumberFormat;
import java.util.Locale;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;

/** In which unit an axis is lettered and where its ticks are: round numbers, as many as can be read. */
final class Scale {

    private static final int TICKS = 5;

    private final double lowest;
    private final double highest;
    private final double step;
    private final double unit;
    private final String unitName;

    private Scale(double lowest, double highest) {
        this.step = stepFor((highest - lowest) / TICKS);
        this.lowest = Math.floor(lowest / step) * step;
        this.highest = Math.ceil(highest / step) * step;
        double most = this.highest;
        this.unit = most >= 1e13 ? 1e12 : most >= 1e10 ? 1e9 : most >= 1e6 ? 1e6 : most >= 1e4 ? 1e3 : 1;
        this.unitName = unit == 1e12
                ? "trillion"
                : unit == 1e9 ? "billion" : unit == 1e6 ? "million" : unit == 1e3 ? "thousand" : "";
    }

    static Scale upTo(double highest) {
        return new Scale(0, highest > 0 ? highest : 1);
    }

    static Scale between(double lowest, double highest) {
        return new Scale(lowest, highest > lowest ? highest : lowest + 1);
    }

    private static double stepFor(double atLeast) {
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[] {1, 2, 2.5, 5}) {
            if (factor * power >= atLeast) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    double range() {
        return highest - lowest;
    }

    /** What an axis counts: {@code million CNY}, or {@code CNY} alone. */
    String of(String what) {
        return unitName.isEmpty() ? what : unitName + " " + what;
    }

    /** An amount in the unit, with a decimal: {@code 133.0}. */
    String inUnit(double amount) {
        return Figures.grouped(digits("0.0").format(amount / unit));
    }

    void apply(NumberAxis axis) {
        axis.setRange(lowest, highest);
        boolean whole = step / unit == Math.rint(step / unit);
        axis.setTickUnit(new NumberTickUnit(step, new InUnit(whole ? "#,##0" : "#,##0.0##", unit)));
    }

    private static DecimalFormat digits(String pattern) {
        return new DecimalFormat(pattern, DecimalFormatSymbols.getInstance(Locale.ROOT));
    }

    /** Letters an amount in the unit. */
    private static final class InUnit extends NumberFormat {

        private static final long serialVersionUID = 1L;

        private final DecimalFormat digits;
        private final double unit;

        InUnit(String pattern, double unit) {
            this.digits = digits(pattern);
            this.unit = unit;
        }

        @Override
        public StringBuffer format(double number, StringBuffer to, java.text.FieldPosition position) {
            return digits.format(number / unit, to, position);
        }

        @Override
        public StringBuffer format(long number, StringBuffer to, java.text.FieldPosition position) {
            return format((double) number, to, position);
        }

        @Override
        public Number parse(String text, java.text.ParsePosition position) {
            throw new UnsupportedOperationException("an axis is only written");
        }
    }
}
