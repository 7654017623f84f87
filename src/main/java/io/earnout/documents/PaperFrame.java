package io.earnout.documents;

import java.time.LocalDate;
import java.util.List;

/**
 * What stands on every page of a paper: what it is, whose, its number and version, and how far it may be relied on.
 *
 * @param assessmentYear 0 where it is about the agreement as a whole
 * @param supersedes what it takes the place of, the latest first
 * @param marks e.g. {@code DRAFT}, {@code PROJECTION}; beside them every page is marked as confidential (SPA 9)
 * @param producer the program with its version
 */
public record PaperFrame(
        DraftedDocument.Kind kind,
        String agreementId,
        int assessmentYear,
        String number,
        int version,
        List<String> supersedes,
        LocalDate asOf,
        List<String> marks,
        String producer) {

    /** {@code Joint written instruction}. */
    public String title() {
        String title = kind.title();
        return Character.toUpperCase(title.charAt(0)) + title.substring(1);
    }

    /** Whether the run looks ahead: nothing of it is for signature. */
    public boolean isProjection() {
        return marks.contains(PROJECTION);
    }

    static final String PROJECTION = "PROJECTION";
}
