package io.earnout.present.report;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.geom.Rectangle2D;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.DOMImplementation;
import org.w3c.dom.Document;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;

/** Draws a picture as SVG that stands in the page itself, with its text as text and a description for who can't see it. */
final class SvgWriter {

    /** How wide every picture is, in its own units; the page scales it. */
    static final int WIDTH = 900;

    /** How large pictures are lettered. */
    static final int SIZE = 11;

    private static final String SVG = "http://www.w3.org/2000/svg";

    private static final DOMImplementation DOCUMENTS = documents();

    private SvgWriter() {}

    /**
     * Draws a chart.
     *
     * @param id what is in the picture is called by this; once in a page
     * @param title what the picture shows
     * @param description what there is to see in it, in words
     */
    static String of(JFreeChart chart, int height, String id, String title, String description) {
        Pen pen = new Pen(context(id));
        pen.setSVGCanvasSize(new Dimension(WIDTH, height));
        chart.draw(pen, new Rectangle2D.Double(0, 0, WIDTH, height));
        return SvgText.of(pen.getRoot(), WIDTH, height, id, title, description);
    }

    private static SVGGeneratorContext context(String id) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document());
        context.setIDGenerator(new Names(id));
        context.setPrecision(2);
        SVGGeneratorContext.GraphicContextDefaults defaults = new SVGGeneratorContext.GraphicContextDefaults();
        defaults.setFont(ChartFont.plain(SIZE));
        context.setGraphicContextDefaults(defaults);
        return context;
    }

    private static Document document() {
        return DOCUMENTS.createDocument(SVG, "svg", null);
    }

    private static DOMImplementation documents() {
        try {
            return DOMImplementationRegistry.newInstance().getDOMImplementation("XML 3.0");
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Java has no document model", e);
        }
    }

    /** Names what a picture refers to after the picture. */
    private static final class Names extends SVGIDGenerator {

        private final String picture;
        private int count;

        Names(String picture) {
            this.picture = picture;
        }

        @Override
        public String generateID(String prefix) {
            count++;
            return picture + "-" + count;
        }
    }

    /** Measures text by the type's own measures, never by the fonts of the machine. */
    private static final class Pen extends SVGGraphics2D {

        Pen(SVGGeneratorContext context) {
            super(context, false);
        }

        @Override
        public FontMetrics getFontMetrics(Font font) {
            return font instanceof ChartFont own
                    ? own.metrics()
                    : ChartFont.plain(font.getSize()).metrics();
        }
    }
}
