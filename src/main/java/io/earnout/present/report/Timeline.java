package io.earnout.present.report;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.determination.YearStatement;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.time.LocalDate;
import java.util.List;
import org.jfree.chart.annotations.XYBoxAnnotation;
import org.jfree.chart.axis.SymbolAxis;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.chart.ui.RectangleAnchor;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;

/** The assessment years, the sixty days after each (SPA 5.1), and what is still due, on one axis of days. */
final class Timeline {

    private static final int ROW = 22;
    private static final int AROUND = 60;
    private static final int DAYS_TO_RELEASE = 60;

    private final Determination determination;
    private final List<YearStatement> years;

    Timeline(Determination determination) {
        this.determination = determination;
        this.years = determination.years();
    }

    String svg(String id) {
        LocalDate from = earliest().minusDays(20);
        LocalDate to = latest().plusDays(60);
        YearsAxis axis = Axes.styled(new YearsAxis(from, to));
        XYLineAndShapeRenderer marks = marks();
        XYPlot plot = Axes.plain(new XYPlot(deadlines(), axis, rows(), marks));
        for (YearStatement year : years) {
            double row = row(year.year().number());
            boolean assessed = year.assessment().isPresent();
            LocalDate end = year.year().period().endsOn();
            marks.addAnnotation(
                    new XYBoxAnnotation(
                            at(year.year().period().startsOn()),
                            row - 0.3,
                            at(end) + 1.0,
                            row + 0.3,
                            null,
                            null,
                            assessed ? Colours.MET : Colours.UNASSESSED),
                    Layer.BACKGROUND);
            marks.addAnnotation(
                    new XYBoxAnnotation(
                            at(end) + 1.0,
                            row - 0.12,
                            at(end) + 1.0 + DAYS_TO_RELEASE,
                            row + 0.12,
                            null,
                            null,
                            Colours.RETURNED),
                    Layer.BACKGROUND);
        }
        plot.addDomainMarker(asOf(), Layer.FOREGROUND);
        return SvgWriter.of(
                Axes.chart(plot),
                (years.size() + 1) * ROW + AROUND,
                id,
                "Timeline",
                "A bar for each assessment year, then its sixty days; marks at what is due; a line at the as-of date, "
                        + determination.asOf() + ". The table below has the days.");
    }

    private static double at(LocalDate day) {
        return day.toEpochDay();
    }

    private ValueMarker asOf() {
        ValueMarker asOf = new ValueMarker(at(determination.asOf()));
        asOf.setPaint(Colours.TEXT);
        asOf.setStroke(Colours.dashed());
        asOf.setLabel("as of " + determination.asOf());
        asOf.setLabelFont(ChartFont.bold(11));
        asOf.setLabelPaint(Colours.TEXT);
        asOf.setLabelBackgroundColor(Colours.PAPER);
        boolean late = at(determination.asOf()) * 2 > earliest().toEpochDay() + latest().toEpochDay();
        asOf.setLabelAnchor(late ? RectangleAnchor.TOP_LEFT : RectangleAnchor.TOP_RIGHT);
        asOf.setLabelTextAnchor(late ? TextAnchor.TOP_RIGHT : TextAnchor.TOP_LEFT);
        return asOf;
    }

    private LocalDate earliest() {
        LocalDate first = years.get(0).year().period().startsOn();
        LocalDate signed = determination.agreement().signedOn();
        LocalDate earliest = signed.isBefore(first) ? signed : first;
        return determination.asOf().isBefore(earliest) ? determination.asOf() : earliest;
    }

    private LocalDate latest() {
        LocalDate latest = years.get(years.size() - 1).year().period().endsOn().plusDays(DAYS_TO_RELEASE);
        for (Deadline deadline : determination.deadlines()) {
            latest = deadline.dueOn().isAfter(latest) ? deadline.dueOn() : latest;
        }
        return determination.asOf().isAfter(latest) ? determination.asOf() : latest;
    }

    /** The agreement as a whole stands above its years. */
    private double row(int year) {
        return years.size() - year;
    }

    private SymbolAxis rows() {
        String[] names = new String[years.size() + 1];
        names[years.size()] = "agreement";
        for (YearStatement year : years) {
            names[years.size() - year.year().number()] = "year " + year.year().number();
        }
        SymbolAxis axis = Axes.styled(new SymbolAxis(null, names));
        axis.setTickLabelPaint(Colours.TEXT);
        axis.setGridBandsVisible(false);
        axis.setRange(-0.6, years.size() + 0.9);
        return axis;
    }

    private XYSeriesCollection deadlines() {
        XYSeriesCollection all = new XYSeriesCollection();
        for (Deadline.Kind kind : Deadline.Kind.values()) {
            XYSeries series = new XYSeries(kind, false, true);
            for (Deadline deadline : determination.deadlines()) {
                if (deadline.kind() == kind) {
                    series.add(at(deadline.dueOn()), row(deadline.year()));
                }
            }
            all.addSeries(series);
        }
        return all;
    }

    private static XYLineAndShapeRenderer marks() {
        XYLineAndShapeRenderer marks = new XYLineAndShapeRenderer(false, true);
        int series = 0;
        for (Deadline.Kind kind : Deadline.Kind.values()) {
            boolean hollow = kind == Deadline.Kind.DOCUMENTS || kind == Deadline.Kind.ESCROW_FEE;
            marks.setSeriesShape(series, shape(kind));
            marks.setSeriesPaint(series, Colours.TEXT);
            marks.setSeriesShapesFilled(series, !hollow);
            series++;
        }
        return marks;
    }

    private static Shape shape(Deadline.Kind kind) {
        return switch (kind) {
            case DOCUMENTS, TRANSFER -> triangle();
            case RELEASE, EXPIRATION -> new Rectangle2D.Double(-4, -4, 8, 8);
            case DEPOSIT, ESCROW_FEE -> new Ellipse2D.Double(-4, -4, 8, 8);
        };
    }

    private static Shape triangle() {
        Path2D path = new Path2D.Double();
        path.moveTo(-4.5, -4);
        path.lineTo(4.5, -4);
        path.lineTo(0, 5);
        path.closePath();
        return path;
    }
}
