package io.earnout.present.report;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The figures of a page that say which cell of a file they are. */
final class ShownFigures {

    private static final Pattern FIGURE =
            Pattern.compile("<(span|td)[^>]*? data-cell=\"([^\"]*)\"(?: data-value=\"([^\"]*)\")?[^>]*>(.*?)</\\1>");

    private ShownFigures() {}

    /** What is shown for each cell, as the files write it; a cell that is shown twice must be shown alike. */
    static Map<String, String> in(String html) {
        Map<String, String> figures = new TreeMap<>();
        Matcher figure = FIGURE.matcher(html);
        while (figure.find()) {
            String cell = text(figure.group(2));
            String shown = figure.group(3) == null
                    ? text(figure.group(4)).replace(",", "").replace("+", "")
                    : text(figure.group(3));
            String before = figures.put(cell, shown);
            if (before != null && !before.equals(shown)) {
                throw new IllegalStateException(cell + " is shown as " + before + " and as " + shown);
            }
        }
        return figures;
    }

    static String text(String html) {
        return html.replaceAll("<[a-zA-Z/!](?:[^>\"]|\"[^\"]*\")*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#34;", "\"")
                .replace("&#39;", "'")
                .replace("&nbsp;", "\u00A0")
                .replace("&amp;", "&");
    }
}
