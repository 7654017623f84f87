package io.earnout.present.workbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names for sheets that a spreadsheet takes, each once: made of the agreements' ids, in the order in which they come. */
final class SheetNames {

    private static final int LONGEST = 31;
    private static final String REFUSED = "[]:*?/\\'\"&<>";

    private final Set<String> taken = new HashSet<>();

    /** A name of one's own for a sheet. */
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

    // upper and lower case are one to a spreadsheet, and it keeps "History" to itself
    private boolean take(String name) {
        String key = name.toLowerCase(Locale.ROOT);
        return !key.isBlank() && !key.equals("history") && taken.add(key);
    }

    private static boolean isRefused(int c) {
        return c < ' ' || REFUSED.indexOf(c) >= 0;
    }

    /** Never half of a character that takes two places. */
    private static String shortened(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(longest - 1)) ? longest - 1 : longest);
    }

    /** A cell of another sheet. */
    static String cell(String sheet, String cell) {
        return "'" + sheet.replace("'", "''") + "'!" + cell;
    }
}
