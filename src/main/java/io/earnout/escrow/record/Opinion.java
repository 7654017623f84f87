package io.earnout.escrow.record;

import io.earnout.escrow.finding.TextSimilarity;
import java.util.regex.Pattern;

/** The opinion of an auditor as people write it: which wordings are unqualified (EA 3.1(a)). */
public final class Opinion {

    /** In the letters and digits alone, so that case, spaces and brackets don't matter. */
    private static final Pattern UNQUALIFIED =
            Pattern.compile("(an?)?(standard)?(unqualified|unmodified)(audit|auditors)?(opinion|report)?"
                    + "|(标准)?(的)?无保留(审计)?意见(的)?(审计报告)?");

    private static final Pattern WITH_EMPHASIS = Pattern.compile(
            "(an?)?(unqualified|unmodified)(audit|auditors)?(opinion|report)?(with|and)?(an)?emphasisof(a)?matters?(paragraphs?)?"
                    + "|(附|带|带有|附有)强调事项段?(的)?无保留(审计)?意见(的)?(审计报告)?"
                    + "|无保留(审计)?意见(的)?(审计报告)?(附|带|带有|附有|加)?强调事项段?");

    private static final Pattern MODIFIED = Pattern.compile(
            ".*(?<!un)(?<!非)qualified.*|.*(adverse|disclaim|exceptfor).*|.*(?<!无)保留.*|.*(否定意见|无法表示意见).*");

    /** The opinion with which a report counts. */
    public static final String PLAIN_UNQUALIFIED = "unqualified";

    /** An unqualified opinion that points to something in the accounts: the report counts, with a note. */
    public static final String PLAIN_WITH_EMPHASIS = "unqualified with emphasis of matter";

    private Opinion() {}

    /** The wording in its plainest form if it is an unqualified opinion; otherwise unchanged. */
    static String plain(String wording) {
        if (wording.equals(PLAIN_UNQUALIFIED) || wording.indexOf('?') >= 0 || wording.indexOf('\uFF1F') >= 0) {
            return wording;
        }
        String letters = TextSimilarity.folded(wording);
        if (UNQUALIFIED.matcher(letters).matches()) {
            return PLAIN_UNQUALIFIED;
        }
        return WITH_EMPHASIS.matcher(letters).matches() ? PLAIN_WITH_EMPHASIS : wording;
    }

    /** Whether the wording plainly says that the opinion is not unqualified. */
    public static boolean isModified(String wording) {
        return MODIFIED.matcher(TextSimilarity.folded(wording)).matches();
    }
}
