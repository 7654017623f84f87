package io.earnout.present.summary;

import java.util.ArrayList;
import java.util.List;

/** Lines of text that fit a terminal of eighty columns; what has no space to break at runs over. */
final class Lines {

    static final int WIDTH = 79;

    private final List<String> all = new ArrayList<>();

    List<String> all() {
        return all;
    }

    Lines line(String text) {
        all.add(text.stripTrailing());
        return this;
    }

    Lines blank() {
        if (!all.isEmpty() && !all.get(all.size() - 1).isEmpty()) {
            all.add("");
        }
        return this;
    }

    /**
     * A text that goes on in the next lines.
     *
     * @param first begins the first line, as wide as {@code others}, which begins the others
     */
    Lines wrapped(String first, String others, String text) {
        StringBuilder line = new StringBuilder(first);
        boolean isEmpty = true;
        for (String word : text.split(" ", -1)) {
            if (!isEmpty && line.length() + 1 + word.length() > WIDTH) {
                line(line.toString());
                line = new StringBuilder(others);
                isEmpty = true;
            }
            line.append(isEmpty ? "" : " ").append(word);
            isEmpty = false;
        }
        return line(line.toString());
    }
}
