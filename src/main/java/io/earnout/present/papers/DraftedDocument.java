package io.earnout.present.papers;

import io.earnout.present.todo.ToDo;
import io.earnout.publish.SafeName;
import java.time.LocalDate;
import java.util.List;

/**
 * One paper that a run drafts, as every page of it says.
 *
 * @param assessmentYear 0 where it is about the agreement as a whole
 * @param version 1 for the first draft
 * @param supersedes the numbers that it replaces, the latest first; empty for the first version
 * @param marks e.g. {@code DRAFT}, {@code PROJECTION}; beside them every page is marked as confidential (SPA 9)
 */
public record DraftedDocument(
        PaperKind kind,
        String agreementId,
        int assessmentYear,
        String number,
        int version,
        List<String> supersedes,
        LocalDate asOf,
        List<String> marks) {

    /** Where papers go, inside the run folder. */
    public static final String FOLDER = "documents";

    static final String PROJECTION = "PROJECTION";

    private static final int LONGEST = 60;
    private static final int REPLACED = 2;

    /** Its path inside the run folder: {@code documents/KAIXIN-2025-AY3-1a2b3c4d-joint-instruction-v2.pdf}. */
    public String file() {
        return FOLDER + "/" + fileName();
    }

    /** The name of its file; the summary, which no one signs, has no version in it. */
    public String fileName() {
        return SafeName.of(agreementId) + number.substring(agreementId.length()) + "-" + kind.inFileNames()
                + (kind == PaperKind.SUMMARY ? "" : "-v" + version) + ".pdf";
    }

    /** Whether it is the paper that an item is about. */
    public boolean isOf(ToDo item) {
        return agreementId.equals(item.agreementId())
                && kind.inFileNames().equals(item.kind().paper())
                && (item.number().isEmpty() || number.equals(item.number()));
    }

    /** Whether the as-of date is in the future, so that the paper is not for signature. */
    public boolean isProjection() {
        return marks.contains(PROJECTION);
    }

    /** Whether it becomes what it is by the signatures on it. */
    public boolean isDraft() {
        return kind == PaperKind.JOINT_INSTRUCTION;
    }

    /** The numbers that it replaces; of many the latest alone. */
    public String replaced() {
        return String.join(", ", supersedes.subList(0, Math.min(REPLACED, supersedes.size())))
                + (supersedes.size() > REPLACED ? ", ..." : "");
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
