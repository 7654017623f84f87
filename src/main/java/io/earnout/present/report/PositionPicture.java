package io.earnout.present.report;

import io.earnout.escrow.determination.Position;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the consideration shares are on the as-of date, as one bar. */
public record PositionPicture(String id, Position position) implements Picture {

    /** The parts of the whole, in the order in which they are drawn. */
    static Map<String, Shares> parts(Position position) {
        Map<String, Shares> parts = new LinkedHashMap<>();
        parts.put("released", position.released().roundedDown());
        parts.put("releasable", position.releasable().roundedDown());
        parts.put("held", position.held().roundedDown());
        parts.put("deducted", position.deducted().roundedDown());
        parts.put("returned", position.returned().roundedDown());
        parts.put("unassessed", position.unassessed().roundedDown());
        return parts;
    }

    public List<Box> boxes() {
        Scale scale = Scale.exact(0, position.considerationShares().count(), 0, WIDTH);
        List<Box> boxes = new ArrayList<>();
        long before = 0;
        for (Map.Entry<String, Shares> part : parts(position).entrySet()) {
            long after = before + part.getValue().count();
            if (after > before) {
                int x = Math.min(scale.at(before), WIDTH - 1);
                boxes.add(new Box(part.getKey(), x, 0, Math.max(1, scale.at(after) - x), height()));
            }
            before = after;
        }
        return boxes;
    }

    @Override
    public int height() {
        return 32;
    }

    @Override
    public String title() {
        return "Where the " + position.considerationShares() + " consideration shares are";
    }

    @Override
    public String description() {
        List<String> words = new ArrayList<>();
        parts(position).forEach((part, shares) -> words.add(shares + " " + part));
        return String.join(", ", words) + ".";
    }
}
