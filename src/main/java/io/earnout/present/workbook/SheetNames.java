package io.earnout.present.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Sheet names that a spreadsheet accepts, each used once: made from the agreements' ids, in their order. */
final class SheetNames {

    private static final int LONGEST = 31;
    private static final String REFUSED = "[]:*?/\\'\"&<>";

    private final Set<String> taken = new HashSet<>();

    /** A sheet name that no other sheet has. */
    String of(String id) {
        StringBuilder plain = new StringBuilder();
        id.codePoints().forEach(c -> plain.appendCodePoint(isRefused(c) ? '_' : c));
        String name = shortened(plain.toString(), LONGEST);
        for (int again = 2; !take(name); again++) {
            String ending = " (" + again + ")";
            name = shortened(plain.toString(), LONGEST - ending.length()) + ending;
        }
        return name;
    }

    // a spreadsheet does not tell upper from lower case, and reserves "History"
    private boolean take(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return !key.isBlank() && !key.equals("history") && taken.add(key);
    }

    private static boolean isRefused(int c) {
        return c < ' ' || REFUSED.indexOf(c) >= 0;
    }

    /** Never cuts a character that takes two places in half. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }
}
