package io.earnout.present.papers;

import com.openhtmltopdf.extend.FSTextBreaker;

/**
 * Where a line of a paper may end: after a space, and between two Chinese characters; never inside a clause such as
 * {@code SPA 5.2(2)}. A rule of our own, since that of the platform differs from one Java to the next.
 */
final class LineBreaks implements FSTextBreaker {

    /** Characters that may not begin a line. */
    private static final String CLOSING =
            "\u3001\u3002\uFF0C\uFF0E\uFF1A\uFF1B\uFF1F\uFF01\uFF09\u300B\u300D\u300F\u3011\u201D\u2019";

    /** Characters that may not end one. */
    private static final String OPENING = "\uFF08\u300A\u300C\u300E\u3010\u201C\u2018";

    private static final int ORDINAL = '\u7b2c';
    private static final int ARTICLE = '\u6761';

    /** Digits and brackets are below. */
    private static final int LATIN = 0x80;

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return -1;
        }
        do {
            at += Character.charCount(text.codePointAt(at));
        } while (at < text.length() && !mayBreakAt(at));
        return at;
    }

    private boolean mayBreakAt(int place) {
        int before = text.codePointBefore(place);
        int after = text.codePointAt(place);
        if (before == ' ') {
            return after != ' ' && !endsWithCitation(place - 1);
        }
        return (Character.isIdeographic(before) || Character.isIdeographic(after) || CLOSING.indexOf(before) >= 0)
                && after != ' '
                && !isOfNumber(before, after)
                && CLOSING.indexOf(after) < 0
                && OPENING.indexOf(before) < 0;
    }

    /** A Chinese clause or year and its number: {@code \u7b2c5.2(2)\u6761}. */
    private static boolean isOfNumber(int before, int after) {
        return (before == ORDINAL && after < LATIN) || (before < LATIN && before != ' ' && after == ARTICLE);
    }

    private boolean endsWithCitation(int end) {
        return text.startsWith("SPA", end - 3) || text.startsWith("EA", end - 2);
    }
}
