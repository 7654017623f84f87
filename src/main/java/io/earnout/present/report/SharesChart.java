package io.earnout.present.report;

import io.earnout.escrow.determination.Position;
import io.earnout.terms.Shares;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.RectangleInsets;
import org.jfree.data.category.DefaultCategoryDataset;

/** Where the consideration shares are, and how each year's result moved them (SPA 5.1, 5.2). */
final class SharesChart {

    private static final int HEIGHT = 280;
    private static final int HEIGHT_OF_ONE_BAR = 34;
    private static final int LETTERED = 10;

    /** The parts of the whole, in the order in which they are stacked. */
    private enum Part {
        RELEASED(Colours.RELEASED),
        RELEASABLE(Colours.RELEASABLE),
        HELD(Colours.HELD),
        DEDUCTED(Colours.DEDUCTED),
        RETURNED(Colours.RETURNED),
        UNASSESSED(Colours.UNASSESSED);

        private final Color ink;

        Part(Color ink) {
            this.ink = ink;
        }
    }

    private final Position position;

    SharesChart(Position position) {
        this.position = position;
    }

    /** The position on the day, as one bar. */
    String nowSvg(String id) {
        DefaultCategoryDataset shares = new DefaultCategoryDataset();
        addPosition(shares, "now");
        NumberAxis axis = Axes.numbers();
        double all = position.considerationShares().count();
        axis.setRange(0, all);
        axis.setVisible(false);
        CategoryPlot plot = Axes.plain(new CategoryPlot(shares, Axes.categories(), axis, bars(0.9)));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setInsets(RectangleInsets.ZERO_INSETS);
        plot.setAxisOffset(RectangleInsets.ZERO_INSETS);
        plot.setRangeGridlinesVisible(false);
        plot.getDomainAxis().setVisible(false);
        return SvgWriter.of(
                Axes.chart(plot),
                HEIGHT_OF_ONE_BAR,
                id,
                "Where the " + position.considerationShares() + " consideration shares are",
                position.released() + " released, " + position.releasable() + " releasable, " + position.held()
                        + " held, " + position.deducted() + " deducted, " + position.returned() + " returned, "
                        + position.unassessed() + " unassessed.");
    }

    /** The standing after each year's result, and the position on the day. */
    String movedSvg(String id, List<Standing> standings) {
        DefaultCategoryDataset shares = new DefaultCategoryDataset();
        for (Standing standing : standings) {
            String name =
                    standing.year() == 0 ? "start" : (standings.size() > LETTERED ? "" : "year ") + standing.year();
            add(shares, Part.RELEASED, Shares.NONE, name);
            add(shares, Part.RELEASABLE, standing.entitled(), name);
            add(shares, Part.HELD, standing.withheld(), name);
            add(shares, Part.DEDUCTED, standing.deducted(), name);
            add(shares, Part.RETURNED, Shares.NONE, name);
            add(shares, Part.UNASSESSED, standing.unassessed(), name);
        }
        addPosition(shares, "now");
        NumberAxis axis = Axes.numbers();
        scale().apply(axis);
        CategoryPlot plot = Axes.plain(new CategoryPlot(shares, Axes.categories(), axis, bars(0.09)));
        return SvgWriter.of(
                Axes.chart(plot),
                HEIGHT,
                id,
                "How each year's result moved the shares",
                "A column at the start, one after each assessment year, and the position on the day. The table below"
                        + " has the figures.");
    }

    /** What the axis counts. */
    String unit() {
        return scale().of("shares");
    }

    private Scale scale() {
        double all = position.considerationShares().count();
        return Scale.upTo(all);
    }

    private void addPosition(DefaultCategoryDataset shares, String name) {
        add(shares, Part.RELEASED, position.released(), name);
        add(shares, Part.RELEASABLE, position.releasable(), name);
        add(shares, Part.HELD, position.held(), name);
        add(shares, Part.DEDUCTED, position.deducted(), name);
        add(shares, Part.RETURNED, position.returned(), name);
        add(shares, Part.UNASSESSED, position.unassessed(), name);
    }

    private static void add(DefaultCategoryDataset to, Part part, Shares shares, String column) {
        to.addValue(shares.isNone() ? null : (Number) shares.count(), part, column);
    }

    private static StackedBarRenderer bars(double width) {
        StackedBarRenderer bars = new StackedBarRenderer();
        Axes.flat(bars);
        bars.setMaximumBarWidth(width);
        int series = 0;
        for (Part part : Part.values()) {
            bars.setSeriesPaint(series, part.ink);
            series++;
        }
        return bars;
    }
}
