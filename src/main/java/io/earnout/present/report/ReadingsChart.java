package io.earnout.present.report;

import io.earnout.settlement.ReadingsMatrix;
import java.awt.geom.Ellipse2D;
import java.util.List;
import org.jfree.chart.annotations.XYTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.IntervalMarker;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** What the fourteen readings of the open points give the seller, from the lowest to the highest. */
final class ReadingsChart {

    private static final int ROW = 22;
    private static final int AROUND = 40;

    private final ReadingsMatrix matrix;
    private final List<ReadingLine> lines;

    ReadingsChart(ReadingsMatrix matrix, List<ReadingLine> lines) {
        this.matrix = matrix;
        this.lines = lines;
    }

    String svg(String id) {
        double lowest = matrix.lowest().count();
        double highest = matrix.highest().count();
        NumberAxis axis = Axes.numbers();
        scale().apply(axis);
        XYPlot plot = Axes.plain(new XYPlot(points(), axis, rows(), dots()));
        IntervalMarker between = new IntervalMarker(lowest, highest);
        between.setPaint(Colours.UNASSESSED);
        between.setAlpha(0.45f);
        plot.addDomainMarker(between, Layer.BACKGROUND);
        ValueMarker own = new ValueMarker((double) matrix.own().entitled().count());
        own.setPaint(Colours.RELEASED);
        own.setStroke(Colours.dashed());
        plot.addDomainMarker(own, Layer.BACKGROUND);
        double beside = axis.getRange().getLength() / 80;
        for (int i = 0; i < lines.size(); i++) {
            XYTextAnnotation figure = new XYTextAnnotation(
                    lines.get(i).entry().entitled().toString(),
                    lines.get(i).entry().entitled().count() + beside,
                    row(i));
            figure.setFont(i == 0 ? ChartFont.bold(SvgWriter.SIZE) : ChartFont.plain(SvgWriter.SIZE));
            figure.setPaint(Colours.TEXT);
            figure.setTextAnchor(TextAnchor.CENTER_LEFT);
            plot.addAnnotation(figure);
        }
        return SvgWriter.of(
                Axes.chart(plot),
                lines.size() * ROW + AROUND,
                id,
                "Entitlement under the fourteen readings",
                "From " + matrix.lowest() + " to " + matrix.highest() + " shares; the reading in force gives "
                        + matrix.own().entitled() + ".");
    }

    /** What the axis counts. */
    String unit() {
        return scale().of("shares");
    }

    /** From beside the lowest to beyond the highest, so that the figures have room. */
    private Scale scale() {
        double lowest = matrix.lowest().count();
        double highest = matrix.highest().count();
        double room = Math.max((highest - lowest) * 0.14, 1);
        return Scale.between(Math.max(0, lowest - room), highest + room * 1.6);
    }

    private double row(int line) {
        return lines.size() - 1.0 - line;
    }

    private XYSeriesCollection points() {
        XYSeries others = new XYSeries("other readings", false, true);
        XYSeries own = new XYSeries("the reading in force", false, true);
        for (int i = 0; i < lines.size(); i++) {
            double shares = lines.get(i).entry().entitled().count();
            (i == 0 ? own : others).add(shares, row(i));
        }
        XYSeriesCollection points = new XYSeriesCollection();
        points.addSeries(others);
        points.addSeries(own);
        return points;
    }

    private SymbolAxis rows() {
        String[] names = new String[lines.size()];
        for (int i = 0; i < names.length; i++) {
            names[names.length - 1 - i] = lines.get(i).shortName();
        }
        SymbolAxis axis = Axes.styled(new SymbolAxis(null, names));
        axis.setTickLabelPaint(Colours.TEXT);
        axis.setGridBandsVisible(false);
        return axis;
    }

    private static XYLineAndShapeRenderer dots() {
        XYLineAndShapeRenderer dots = new XYLineAndShapeRenderer(false, true);
        dots.setSeriesShape(0, new Ellipse2D.Double(-4, -4, 8, 8));
        dots.setSeriesShape(1, new Ellipse2D.Double(-5.5, -5.5, 11, 11));
        dots.setUseFillPaint(true);
        dots.setSeriesFillPaint(0, Colours.PAPER);
        dots.setSeriesFillPaint(1, Colours.RELEASED);
        dots.setSeriesPaint(0, Colours.QUIET);
        dots.setSeriesPaint(1, Colours.RELEASED);
        dots.setUseOutlinePaint(true);
        dots.setSeriesOutlinePaint(0, Colours.RELEASED);
        dots.setSeriesOutlinePaint(1, Colours.RELEASED);
        dots.setSeriesOutlineStroke(0, Colours.strong());
        dots.setDrawOutlines(true);
        return dots;
    }
}
