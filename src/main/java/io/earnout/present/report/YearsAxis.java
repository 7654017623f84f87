package io.earnout.present.report;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** An axis of days, lettered where a calendar year begins. */
final class YearsAxis extends NumberAxis {

    private static final long serialVersionUID = 1L;

    private static final int MOST_TICKS = 12;

    private final int first;
    private final int last;

    YearsAxis(LocalDate from, LocalDate to) {
        super(null);
        this.first = from.getYear();
        this.last = to.getYear();
        double start = from.toEpochDay();
        double end = to.toEpochDay();
        setRange(start, Math.max(end, start + 1));
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D pen, AxisState state, Rectangle2D area, RectangleEdge edge) {
        int step = Math.max(1, (int) Math.ceil((last - first) / (double) MOST_TICKS));
        List<NumberTick> ticks = new ArrayList<>();
        for (int year = first; year <= last + 1; year += step) {
            double day = LocalDate.of(year, 1, 1).toEpochDay();
            if (getRange().contains(day)) {
                ticks.add(new NumberTick(day, Integer.toString(year), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
            }
        }
        return ticks;
    }
}
