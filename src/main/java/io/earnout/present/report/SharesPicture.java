package io.earnout.present.report;

import io.earnout.escrow.determination.Position;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How each year's result moved the consideration shares, and where they are on the as-of date (SPA 5.1, 5.2).
 *
 * @param balances before any result, and after each year's
 */
public record SharesPicture(String id, Position position, List<ShareBalance> balances, Scale scale) implements Picture {

    /** Where the columns begin and end. */
    public static final int LEFT = 64;

    public static final int RIGHT = 890;

    private static final int TOP = 12;
    private static final int BOTTOM = 248;
    private static final int WIDEST = 84;
    private static final int MOST_WORDS = 10;

    /** The shares at one time, as a stack. */
    public record Column(int middle, String name, List<Box> boxes) {}

    static SharesPicture of(String id, Position position, List<ShareBalance> balances) {
        Scale scale = Scale.round(0, position.considerationShares().count(), 1, BOTTOM, TOP);
        return new SharesPicture(id, position, balances, scale);
    }

    public List<Column> columns() {
        List<Column> columns = new ArrayList<>();
        for (ShareBalance balance : balances) {
            Map<String, Shares> parts = new LinkedHashMap<>();
            parts.put("releasable", balance.entitled());
            parts.put("held", balance.withheld());
            parts.put("deducted", balance.deducted());
            parts.put("unassessed", balance.unassessed());
            columns.add(column(columns.size(), name(balance.year()), parts));
        }
        columns.add(column(columns.size(), "now", PositionPicture.parts(position)));
        return columns;
    }

    private Column column(int place, String name, Map<String, Shares> parts) {
        int columns = balances.size() + 1;
        int middle = LEFT + (2 * place + 1) * (RIGHT - LEFT) / (2 * columns);
        int width = Math.min(WIDEST, (RIGHT - LEFT) * 3 / (4 * columns));
        List<Box> boxes = new ArrayList<>();
        long below = 0;
        for (Map.Entry<String, Shares> part : parts.entrySet()) {
            long above = below + part.getValue().count();
            if (above > below) {
                boxes.add(Box.upright(part.getKey(), middle - width / 2, width, scale.at(below), scale.at(above)));
            }
            below = above;
        }
        return new Column(middle, name, boxes);
    }

    private String name(int year) {
        if (year == 0) {
            return "start";
        }
        if (balances.size() <= MOST_WORDS) {
            return "year " + year;
        }
        return balances.size() <= MOST_NAMED || (year % 5 == 0 && year < balances.size() - 1)
                ? Integer.toString(year)
                : "";
    }

    @Override
    public int height() {
        return 280;
    }

    @Override
    public String title() {
        return "Shares after each year's result";
    }

    @Override
    public String description() {
        return "One column at the start, one after each assessment year, and one for the as-of date. The table below has"
                + " the figures.";
    }

    @Override
    public String unit() {
        return scale.of("shares");
    }
}
