package io.earnout.present.report;

import java.util.Set;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** Writes a drawn picture into a page: what it shows and nothing else, its attributes in the order of their names. */
final class SvgText {

    /** What a page says itself, or what is so anyway; nothing is drawn beyond the picture, so that no clip is needed. */
    private static final Set<String> LEFT_OUT = Set.of(
            "clip-path",
            "color-interpolation",
            "color-rendering",
            "contentScriptType",
            "contentStyleType",
            "font-family",
            "image-rendering",
            "preserveAspectRatio",
            "shape-rendering",
            "stroke-miterlimit",
            "stroke-dashoffset",
            "text-rendering",
            "version",
            "xml:space",
            "zoomAndPan");

    private final StringBuilder text = new StringBuilder(8192);

    private SvgText() {}

    static String of(Element root, int width, int height, String id, String title, String description) {
        SvgText svg = new SvgText();
        svg.text
                .append("<svg viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" font-size=\"")
                .append(SvgWriter.SIZE)
                .append("px\" role=\"img\" aria-labelledby=\"")
                .append(id)
                .append("-t ")
                .append(id)
                .append("-d\"><title id=\"")
                .append(id)
                .append("-t\">");
        svg.escaped(title);
        svg.text.append("</title><desc id=\"").append(id).append("-d\">");
        svg.escaped(description);
        svg.text.append("</desc>");
        svg.children(root);
        return svg.text.append("</svg>").toString();
    }

    private void children(Node parent) {
        for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                element(element);
            } else if (child.getNodeType() == Node.TEXT_NODE) {
                escaped(child.getNodeValue());
            }
        }
    }

    private void element(Element element) {
        boolean emptyGroup = element.getTagName().equals("g") && element.getFirstChild() == null;
        if (emptyGroup || element.getTagName().equals("defs")) {
            return;
        }
        text.append('<').append(element.getTagName());
        NamedNodeMap attributes = element.getAttributes();
        TreeMap<String, String> inOrder = new TreeMap<>();
        for (int i = 0; i < attributes.getLength(); i++) {
            inOrder.put(attributes.item(i).getNodeName(), attributes.item(i).getNodeValue());
        }
        inOrder.forEach((name, value) -> {
            if (!LEFT_OUT.contains(name) && !name.startsWith("xmlns")) {
                text.append(' ').append(name).append("=\"");
                escaped(value);
                text.append('"');
            }
        });
        if (element.getTagName().equals("text")) {
            // as wide as it was measured, whatever the font of the page
            text.append(" textLength=\"").append(width(element)).append('"');
        }
        text.append('>');
        children(element);
        text.append("</").append(element.getTagName()).append('>');
    }

    private static String width(Element lettering) {
        String size = inherited(lettering, "font-size");
        boolean bold = inherited(lettering, "font-weight").equals("bold");
        int points = size.isEmpty() ? SvgWriter.SIZE : (int) Double.parseDouble(size.replace("px", ""));
        ChartFont font = bold ? ChartFont.bold(points) : ChartFont.plain(points);
        return Long.toString(Math.round(font.widthOf(lettering.getTextContent())));
    }

    private static String inherited(Element element, String attribute) {
        for (Node node = element; node instanceof Element one; node = one.getParentNode()) {
            if (one.hasAttribute(attribute)) {
                return one.getAttribute(attribute);
            }
        }
        return "";
    }

    private void escaped(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> text.append(c);
            }
        }
    }
}
