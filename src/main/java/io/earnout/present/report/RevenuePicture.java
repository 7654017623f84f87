package io.earnout.present.report;

import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Assessment;
import io.earnout.terms.Money;
import java.util.ArrayList;
import java.util.List;

/** Audited revenue against target, year by year, with the shortfall or the excess (SPA 4.1, 5.2). */
public record RevenuePicture(String id, List<YearStatement> years, String currency, Scale scale) implements Picture {

    /** Where the columns begin and end. */
    public static final int LEFT = 64;

    public static final int RIGHT = 890;

    private static final int TOP = 26;
    private static final int BOTTOM = 268;
    private static final int WIDEST = 84;

    /** With more columns than this there is no room for a figure above each; the table has the figures. */
    private static final int MOST_FIGURES = 10;

    /** One assessment year. */
    public record Column(int middle, String name, List<Box> boxes, int target, String figure, int figureAt) {}

    static RevenuePicture of(String id, List<YearStatement> years, String currency) {
        long highest = years.stream().mapToLong(RevenuePicture::top).max().orElse(0);
        return new RevenuePicture(id, years, currency, Scale.round(0, highest, 100, BOTTOM, TOP));
    }

    private static long top(YearStatement year) {
        long revenue = year.assessment()
                .map(assessed -> assessed.revenue().amount().minorUnits())
                .orElse(0L);
        return Math.max(year.year().target().minorUnits(), revenue);
    }

    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (YearStatement year : years) {
            int number = year.year().number();
            int middle = LEFT + (2 * number - 1) * (RIGHT - LEFT) / (2 * years.size());
            int top = scale.at(top(year));
            columns.add(new Column(
                    middle,
                    name(number),
                    boxes(year, middle - width() / 2),
                    scale.at(year.year().target().minorUnits()),
                    years.size() > MOST_FIGURES ? "" : figure(year),
                    top - 5));
        }
        return columns;
    }

    /** How wide a column is. */
    public int width() {
        return Math.min(WIDEST, (RIGHT - LEFT) * 7 / (10 * years.size()));
    }

    private String name(int year) {
        if (years.size() <= MOST_FIGURES) {
            return "year " + year;
        }
        return years.size() <= MOST_NAMED || year % 5 == 0 ? Integer.toString(year) : "";
    }

    private List<Box> boxes(YearStatement year, int x) {
        List<Box> boxes = new ArrayList<>();
        int target = scale.at(year.year().target().minorUnits());
        if (year.assessment().isEmpty()) {
            boxes.add(Box.upright("unassessed", x, width(), BOTTOM, target));
            return boxes;
        }
        Assessment assessment = year.assessment().get();
        int revenue = scale.at(assessment.revenue().amount().minorUnits());
        if (!assessment.revenue().amount().isZero()) {
            boxes.add(Box.upright("met", x, width(), BOTTOM, Math.max(target, revenue)));
        }
        if (!assessment.shortfall().isZero()) {
            boxes.add(Box.upright("shortfall", x, width(), revenue, target));
        }
        if (!assessment.excess().isZero()) {
            boxes.add(Box.upright("excess", x, width(), target, revenue));
        }
        return boxes;
    }

    private String figure(YearStatement year) {
        if (year.assessment().isEmpty()) {
            return "no report";
        }
        Assessment assessment = year.assessment().get();
        if (!assessment.shortfall().isZero()) {
            return "- " + inUnit(assessment.shortfall());
        }
        return assessment.excess().isZero() ? "met" : "+ " + inUnit(assessment.excess());
    }

    /** In the unit of the axis; in full where that would be rounded to zero. */
    private String inUnit(Money amount) {
        String rounded = scale.rounded(amount.minorUnits());
        return rounded.equals("0.0") ? amount.toString() : rounded;
    }

    @Override
    public int height() {
        return 300;
    }

    @Override
    public String title() {
        return "Audited revenue against target";
    }

    @Override
    public String description() {
        return "One column for each year: the revenue up to the target, the shortfall and the excess, with a line at the"
                + " target. The table below has the figures.";
    }

    @Override
    public String unit() {
        return scale.of(currency);
    }
}
