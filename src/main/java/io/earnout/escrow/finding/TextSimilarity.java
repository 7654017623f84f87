package io.earnout.escrow.finding;

import java.text.Normalizer;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How much one text looks like another. */
public final class TextSimilarity {

    /** Small letters of other scripts, each above the Latin letter that it looks like. */
    private static final String OTHERS = "авеёзікмнорстухјѕԁԛԝһҽαβεικνορτυχγ";

    private static final String LATIN = "abee3ikmhopctyxjsdqwheabeikvoptuxy";

    private TextSimilarity() {}

    /** How many letters have to be changed, added, left out or swapped with their neighbour to make the one text the other. */
    public static int edits(String one, String other) {
        int[] before = new int[other.length() + 1];
        int[] above = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j < above.length; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                int least = Math.min(above[j - 1] + (same ? 0 : 1), Math.min(above[j], row[j - 1]) + 1);
                boolean swapped = i > 1
                        && j > 1
                        && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = swapped ? Math.min(least, before[j - 2] + 1) : least;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[other.length()];
    }

    /** The name that is most like the one sought, if one is at most a third of it apart; the first in order of several. */
    public static Optional<String> nearest(String sought, Collection<String> names) {
        String skeleton = skeleton(sought);
        return names.stream()
                .distinct()
                .filter(name -> edits(skeleton(name), skeleton) * 3 <= skeleton.length())
                .min(Comparator.<String>comparingInt(name -> edits(skeleton(name), skeleton))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** Whether the one may be a misspelling of the other: a letter or two apart, and not the same. */
    public static boolean isNear(String one, String other) {
        return !one.equals(other) && edits(skeleton(one), skeleton(other)) <= 2;
    }

    /**
     * The letters and digits of a text in their plainest form: small, of normal width, without accents of their own, and each
     * letter of another script that looks like a Latin one as that one. Spaces, separators and what can't be seen are left out.
     */
    public static String skeleton(String text) {
        String folded = folded(text);
        StringBuilder skeleton = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            int other = OTHERS.indexOf(folded.charAt(i));
            skeleton.append(other < 0 ? folded.charAt(i) : LATIN.charAt(other));
        }
        return skeleton.toString();
    }

    /** Whether the character is a letter of another script that looks like a Latin one. */
    public static boolean isLookalike(int character) {
        int small = Character.toLowerCase(character);
        boolean isWide = small >= 0xFF41 && small <= 0xFF5A;
        return character > 0x7F && (OTHERS.indexOf(small) >= 0 || isWide);
    }

    /** The letters and digits of a text, small and of normal width, whatever is between them. */
    public static String folded(String text) {
        StringBuilder folded = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKC).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                folded.appendCodePoint(Character.toLowerCase(c));
            }
        });
        return folded.toString();
    }
}
