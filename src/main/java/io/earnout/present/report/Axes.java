package io.earnout.present.report;

import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.CategoryLabelPositions;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.RectangleInsets;

/** How the pictures look alike: quiet axes, no frames, no fills behind. */
final class Axes {

    private Axes() {}

    static CategoryAxis categories() {
        CategoryAxis axis = new CategoryAxis();
        axis.setTickLabelFont(ChartFont.plain(SvgWriter.SIZE));
        axis.setTickLabelPaint(Colours.TEXT);
        axis.setLabelFont(ChartFont.plain(SvgWriter.SIZE));
        axis.setAxisLinePaint(Colours.QUIET);
        axis.setTickMarksVisible(false);
        axis.setMaximumCategoryLabelWidthRatio(1.5f);
        axis.setLowerMargin(0.01);
        axis.setUpperMargin(0.01);
        axis.setCategoryLabelPositions(CategoryLabelPositions.STANDARD);
        return axis;
    }

    /** Without a label: what is beside an axis is said above the picture. */
    static NumberAxis numbers() {
        return styled(new NumberAxis(null));
    }

    static <A extends ValueAxis> A styled(A axis) {
        axis.setTickLabelFont(ChartFont.plain(SvgWriter.SIZE));
        axis.setTickLabelPaint(Colours.QUIET);
        axis.setLabelFont(ChartFont.plain(SvgWriter.SIZE));
        axis.setLabelPaint(Colours.QUIET);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setMinorTickMarksVisible(false);
        return axis;
    }

    static CategoryPlot plain(CategoryPlot plot) {
        quiet(plot);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Colours.LINE);
        plot.setRangeGridlineStroke(Colours.thin());
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        return plot;
    }

    static XYPlot plain(XYPlot plot) {
        quiet(plot);
        plot.setDomainGridlinePaint(Colours.LINE);
        plot.setDomainGridlineStroke(Colours.thin());
        plot.setRangeGridlinesVisible(false);
        plot.setDomainZeroBaselineVisible(false);
        plot.setRangeZeroBaselineVisible(false);
        return plot;
    }

    private static void quiet(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setNoDataMessage(null);
        plot.setInsets(new RectangleInsets(10, 2, 2, 26));
    }

    static void flat(BarRenderer renderer) {
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(true);
        renderer.setDefaultOutlinePaint(Colours.PAPER);
        renderer.setDefaultOutlineStroke(Colours.thin());
        renderer.setMaximumBarWidth(0.09);
    }

    /** The plot alone: no title, no legend, no ground. */
    static JFreeChart chart(Plot plot) {
        JFreeChart chart = new JFreeChart(null, ChartFont.plain(SvgWriter.SIZE), plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }
}
