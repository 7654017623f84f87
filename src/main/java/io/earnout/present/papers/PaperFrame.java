package io.earnout.present.papers;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands on every page of a paper: what it is, whose, its number and version, and how far it may be relied on.
 *
 * @param assessmentYear 0 where it is about the agreement as a whole
 * @param supersedes what it takes the place of, the latest first
 * @param marks e.g. {@code DRAFT}, {@code PROJECTION}; beside them every page is marked as confidential (SPA 9)
 */
public record PaperFrame(
        DraftedDocument.Kind kind,
        String agreementId,
        int assessmentYear,
        String number,
        int version,
        List<String> supersedes,
        LocalDate asOf,
        List<String> marks) {

    static final String PROJECTION = "PROJECTION";

    private static final int LONGEST = 60;

    /** {@code Joint written instruction}. */
    public String title() {
        String title = kind.title();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** Whether the run looks ahead: nothing of it is for signature. */
    public boolean isProjection() {
        return marks.contains(PROJECTION);
    }

    /** The id, short enough for the head of a page. */
    public String shortAgreementId() {
        return shortened(agreementId, "");
    }

    /** The number, short enough for the foot of a page. */
    public String shortNumber() {
        return shortened(agreementId, number.substring(agreementId.length()));
    }

    private static String shortened(String text, String end) {
        if (text.length() <= LONGEST) {
            return text + end;
        }
        // no half of a pair
        int cut = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, cut) + "..." + end;
    }
}
