package io.earnout.present.papers;

import java.util.List;

/**
 * One paper that a run drafted.
 *
 * @param assessmentYear 0 where it is about the agreement as a whole
 * @param number what it is called on its face
 * @param version 1 for the first draft
 * @param supersedes the numbers that it takes the place of, the latest first; empty for the first version
 * @param file its path inside the run folder, with {@code /}
 */
public record DraftedDocument(
        String agreementId,
        int assessmentYear,
        Kind kind,
        String number,
        int version,
        List<String> supersedes,
        String file) {

    /** What kind of paper it is. */
    public enum Kind {
        /** The joint written instruction of issuer and purchaser (EA 3.1(b)). */
        JOINT_INSTRUCTION("joint written instruction", "joint-instruction"),
        /** How the quantity was computed, for the seller. */
        CALCULATION_STATEMENT("calculation statement", "calculation-statement"),
        /** The checklist of the release conditions (EA 3.1(a) and (b)). */
        CHECKLIST("checklist of the release conditions", "checklist"),
        /** What is to be cancelled at expiration (SPA 5.2(1)). */
        CANCELLATION_LIST("cancellation list", "cancellation-list"),
        /** The instruction to return shares for cancellation (SPA 5.2(1)). */
        RETURN_INSTRUCTION("return instruction", "return-instruction");

        private final String title;
        private final String inFileNames;

        Kind(String title, String inFileNames) {
            this.title = title;
            this.inFileNames = inFileNames;
        }

        public String title() {
            return title;
        }

        public String inFileNames() {
            return inFileNames;
        }
    }
}
