package io.earnout.present.report;

import io.earnout.settlement.ReadingsMatrix;
import java.util.ArrayList;
import java.util.List;

/** The shares that each reading of the open points gives the seller, from the lowest to the highest. */
public record ReadingsPicture(String id, ReadingsMatrix matrix, List<ReadingLine> lines, Scale scale)
        implements Picture {

    private static final int ROW = 22;

    /** Room for one character of lettering, whatever the font of the page. */
    private static final int CHARACTER = 8;

    /**
     * One reading.
     *
     * @param own whether it is the reading in force
     */
    public record Row(int y, String name, int at, String figure, boolean own) {}

    static ReadingsPicture of(String id, ReadingsMatrix matrix, List<ReadingLine> lines) {
        int longest =
                lines.stream().mapToInt(line -> line.shortName().length()).max().orElse(0);
        int figure = matrix.highest().toString().length();
        Scale scale = Scale.round(
                matrix.lowest().count(),
                matrix.highest().count(),
                1,
                longest * CHARACTER + 14,
                WIDTH - figure * CHARACTER - 16);
        return new ReadingsPicture(id, matrix, lines, scale);
    }

    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (ReadingLine line : lines) {
            rows.add(new Row(
                    rows.size() * ROW + ROW / 2,
                    line.shortName(),
                    scale.at(line.entry().entitled().count()),
                    line.entry().entitled().toString(),
                    line.own()));
        }
        return rows;
    }

    /** Where the rows end. */
    public int bottom() {
        return lines.size() * ROW;
    }

    public int lowest() {
        return scale.at(matrix.lowest().count());
    }

    public int highest() {
        return scale.at(matrix.highest().count());
    }

    @Override
    public int height() {
        return bottom() + ROW;
    }

    @Override
    public String title() {
        return "Entitlement under each reading";
    }

    @Override
    public String description() {
        return "From " + matrix.lowest() + " to " + matrix.highest() + " shares; the reading in force gives "
                + matrix.own().entitled() + ".";
    }

    @Override
    public String unit() {
        return scale.of("shares");
    }
}
