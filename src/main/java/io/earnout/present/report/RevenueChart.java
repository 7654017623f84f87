package io.earnout.present.report;

import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Assessment;
import io.earnout.terms.Money;
import java.awt.Color;
import java.util.List;
import org.jfree.chart.annotations.CategoryTextAnnotation;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.renderer.category.LevelRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.ui.TextAnchor;
import org.jfree.data.category.DefaultCategoryDataset;

/** Audited revenue against target, year by year, with what is short of it and what is beyond (SPA 4.1, 5.2). */
final class RevenueChart {

    private static final int HEIGHT = 300;

    /** With more years than this there is no room to letter each bar; the table has the figures. */
    private static final int LETTERED = 10;

    private final List<YearStatement> years;
    private final String currency;
    private final Scale scale;

    RevenueChart(List<YearStatement> years, String currency) {
        this.years = years;
        this.currency = currency;
        double highest = 0;
        for (YearStatement year : years) {
            highest = Math.max(highest, units(year.year().target()));
            if (year.assessment().isPresent()) {
                highest = Math.max(
                        highest, units(year.assessment().get().revenue().amount()));
            }
        }
        this.scale = Scale.upTo(highest * 1.08);
    }

    String svg(String id) {
        CategoryPlot plot = Axes.plain(new CategoryPlot(revenue(), Axes.categories(), axis(), bars()));
        plot.setDataset(1, targets());
        plot.setRenderer(1, levels());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        letter(plot);
        return SvgWriter.of(
                Axes.chart(plot),
                HEIGHT,
                id,
                "Audited revenue against target",
                "A bar for each year: revenue up to the target, what is short of it, what is beyond; a line at the"
                        + " target. The table below has the figures.");
    }

    /** What the axis counts. */
    String unit() {
        return scale.of(currency);
    }

    private NumberAxis axis() {
        NumberAxis axis = Axes.numbers();
        scale.apply(axis);
        return axis;
    }

    private static double units(Money amount) {
        return amount.fen() / 100.0;
    }

    private String name(YearStatement year) {
        return years.size() > LETTERED
                ? Integer.toString(year.year().number())
                : "year " + year.year().number();
    }

    private DefaultCategoryDataset revenue() {
        DefaultCategoryDataset revenue = new DefaultCategoryDataset();
        for (YearStatement year : years) {
            double target = units(year.year().target());
            double actual = year.assessment()
                    .map(assessed -> units(assessed.revenue().amount()))
                    .orElse(0.0);
            boolean assessed = year.assessment().isPresent();
            add(revenue, Math.min(actual, target), "met", year);
            add(revenue, assessed ? Math.max(0, target - actual) : 0, "shortfall", year);
            add(revenue, Math.max(0, actual - target), "excess", year);
            add(revenue, assessed ? 0 : target, "unassessed", year);
        }
        return revenue;
    }

    private void add(DefaultCategoryDataset to, double amount, String part, YearStatement year) {
        to.addValue(amount > 0 ? (Number) amount : null, part, name(year));
    }

    private DefaultCategoryDataset targets() {
        DefaultCategoryDataset targets = new DefaultCategoryDataset();
        for (YearStatement year : years) {
            targets.addValue(units(year.year().target()), "target", name(year));
        }
        return targets;
    }

    private static StackedBarRenderer bars() {
        StackedBarRenderer bars = new StackedBarRenderer();
        Axes.flat(bars);
        bars.setSeriesPaint(0, Colours.MET);
        bars.setSeriesPaint(1, Colours.PAPER);
        bars.setSeriesOutlinePaint(1, Colours.SHORTFALL);
        bars.setSeriesOutlineStroke(1, Colours.dashed());
        bars.setSeriesPaint(2, Colours.EXCESS);
        bars.setSeriesPaint(3, Colours.UNASSESSED);
        return bars;
    }

    private static LevelRenderer levels() {
        LevelRenderer levels = new LevelRenderer();
        levels.setSeriesPaint(0, Colours.TEXT);
        levels.setSeriesStroke(0, Colours.strong());
        levels.setMaximumItemWidth(0.11);
        return levels;
    }

    private void letter(CategoryPlot plot) {
        if (years.size() > LETTERED) {
            return;
        }
        for (YearStatement year : years) {
            if (year.assessment().isEmpty()) {
                add(plot, year, units(year.year().target()), "no report", Colours.QUIET);
                continue;
            }
            Assessment assessment = year.assessment().get();
            double top = Math.max(
                    units(year.year().target()), units(assessment.revenue().amount()));
            if (!assessment.shortfall().isZero()) {
                add(plot, year, top, "- " + inUnit(assessment.shortfall()), Colours.SHORTFALL);
            } else if (!assessment.excess().isZero()) {
                add(plot, year, top, "+ " + inUnit(assessment.excess()), Colours.EXCESS);
            } else {
                add(plot, year, top, "met", Colours.TEXT);
            }
        }
    }

    /** In the unit of the axis; what would be nothing there, in full. */
    private String inUnit(Money amount) {
        String rounded = scale.inUnit(units(amount));
        return rounded.equals("0.0") ? amount.toString() : rounded;
    }

    private void add(CategoryPlot plot, YearStatement year, double at, String text, Color ink) {
        CategoryTextAnnotation annotation = new CategoryTextAnnotation(text, name(year), at + scale.range() / 80);
        annotation.setFont(ChartFont.bold(SvgWriter.SIZE));
        annotation.setPaint(ink);
        annotation.setTextAnchor(TextAnchor.BOTTOM_CENTER);
        plot.addAnnotation(annotation);
    }
}
