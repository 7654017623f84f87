package io.earnout.present.report;

import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.font.FontRenderContext;
import java.awt.font.LineMetrics;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.text.AttributedCharacterIterator;
import java.util.Locale;
import java.util.Map;

/**
 * The type in which the pictures are lettered, with measures of its own: a picture is laid out the same on every machine, also
 * on one that has no font at all. The reader's browser letters it in the font of the page.
 */
final class ChartFont extends Font {

    private static final long serialVersionUID = 1L;

    private static final double ASCENT = 0.93;
    private static final double DESCENT = 0.25;
    /** Between the narrow and the wide of the types that pages are set in. */
    private static final double BROAD = 1.07;

    private static final double BOLD_BROAD = 1.1;

    /** The widths of the printable ASCII characters from the space on, in thousandths of the size. */
    private static final int[] WIDTHS = {
        278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556,
                556,
        556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556,
                833,
        722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500,
                556,
        556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500,
                334,
        260, 334, 584
    };

    private ChartFont(int style, int size) {
        super(SANS_SERIF, style, size);
    }

    static ChartFont plain(int size) {
        return new ChartFont(PLAIN, size);
    }

    static ChartFont bold(int size) {
        return new ChartFont(BOLD, size);
    }

    /** How wide a text is, in the picture's units. */
    double widthOf(String text) {
        double width = 0;
        for (int i = 0; i < text.length(); i++) {
            int at = text.charAt(i) - ' ';
            width += at >= 0 && at < WIDTHS.length ? WIDTHS[at] : 1000;
        }
        return width / 1000 * getSize() * BROAD * (isBold() ? BOLD_BROAD : 1);
    }

    FontMetrics metrics() {
        return new Metrics(this);
    }

    @Override
    public LineMetrics getLineMetrics(String text, FontRenderContext context) {
        return new Line(this, text.length());
    }

    @Override
    public Rectangle2D getStringBounds(String text, FontRenderContext context) {
        return bounds(text);
    }

    private Rectangle2D bounds(String text) {
        return new Rectangle2D.Double(0, -ASCENT * getSize(), widthOf(text), (ASCENT + DESCENT) * getSize());
    }

    /** Of the same measures, whatever else is asked for. */
    @Override
    public Font deriveFont(Map<? extends AttributedCharacterIterator.Attribute, ?> attributes) {
        return attributes.get(TextAttribute.SIZE) instanceof Number size
                ? new ChartFont(getStyle(), size.intValue())
                : this;
    }

    @Override
    public String getFamily() {
        return "sans-serif";
    }

    @Override
    public String getFamily(Locale locale) {
        return getFamily();
    }

    /** What is asked of a font before its letters are placed. */
    private static final class Metrics extends FontMetrics {

        private static final long serialVersionUID = 1L;

        private final transient ChartFont measured;

        Metrics(ChartFont font) {
            super(font);
            this.measured = font;
        }

        @Override
        public int stringWidth(String text) {
            return (int) Math.ceil(measured.widthOf(text));
        }

        @Override
        public int charWidth(char c) {
            return (int) Math.ceil(measured.widthOf(String.valueOf(c)));
        }

        @Override
        public int charsWidth(char[] data, int from, int length) {
            return stringWidth(new String(data, from, length));
        }

        @Override
        public int getAscent() {
            return (int) Math.ceil(ASCENT * measured.getSize());
        }

        @Override
        public int getDescent() {
            return (int) Math.ceil(DESCENT * measured.getSize());
        }

        @Override
        public int getLeading() {
            return 0;
        }

        @Override
        public Rectangle2D getStringBounds(String text, Graphics context) {
            return measured.bounds(text);
        }

        @Override
        public LineMetrics getLineMetrics(String text, Graphics context) {
            return new Line(measured, text.length());
        }
    }

    /** The same for one line. */
    private static final class Line extends LineMetrics {

        private final ChartFont font;
        private final int length;

        Line(ChartFont font, int length) {
            this.font = font;
            this.length = length;
        }

        @Override
        public int getNumChars() {
            return length;
        }

        @Override
        public float getAscent() {
            return (float) (ASCENT * font.getSize());
        }

        @Override
        public float getDescent() {
            return (float) (DESCENT * font.getSize());
        }

        @Override
        public float getLeading() {
            return 0;
        }

        @Override
        public float getHeight() {
            return getAscent() + getDescent();
        }

        @Override
        public int getBaselineIndex() {
            return ROMAN_BASELINE;
        }

        @Override
        public float[] getBaselineOffsets() {
            return new float[] {0, 0, 0};
        }

        @Override
        public float getStrikethroughOffset() {
            return -getAscent() / 3;
        }

        @Override
        public float getStrikethroughThickness() {
            return 1;
        }

        @Override
        public float getUnderlineOffset() {
            return getDescent() / 2;
        }

        @Override
        public float getUnderlineThickness() {
            return 1;
        }
    }
}
