package io.earnout.escrow.release;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * In words, what is wrong with the joint written instructions on record (EA 3.1(b)), or has to be known of them, and
 * what is to be done about it.
 */
final class InstructionFindings {

    private final Review review;
    private final Settlement settlement;
    private final DraftHistory history;
    private final ShareChanges changes;
    private final Findings findings;

    InstructionFindings(Review review, Settlement settlement, DraftHistory history) {
        this.review = review;
        this.settlement = settlement;
        this.history = history;
        this.changes = review.escrow().registers().shareChanges();
        this.findings = new Findings(settlement.agreement().id());
    }

    List<Finding> all() {
        return findings.all();
    }

    void findTwice(JointInstruction row, JointInstruction first) {
        find(
                FindingCode.INSTRUCTION_TWICE,
                row,
                Field.INSTRUCTION_ID,
                row.instructionId(),
                "is identical to " + first.source() + " and is ignored",
                "");
    }

    /** That two rows with one number can't both be meant. */
    void findContradiction(JointInstruction row, JointInstruction first) {
        find(
                FindingCode.INSTRUCTION_CONTRADICTORY,
                row,
                Field.INSTRUCTION_ID,
                row.instructionId(),
                "the rows on " + row.instructionId() + " contradict each other (" + first.source() + "): its shares are"
                        + " held",
                "give all rows of an instruction the same days, and each tranche one row");
    }

    /**
     * That an instruction was signed before the report on which it is based.
     *
     * @param reported the date of that report; nothing if there is no report on the year
     */
    void findSignedTooEarly(Instruction filed, LocalDate signedOn, Optional<LocalDate> reported) {
        findings.find(
                FindingCode.INSTRUCTION_BEFORE_REPORT,
                filed.year(),
                filed.source(),
                filed.row().signedByIssuerOn().equals(Optional.of(signedOn))
                        ? Field.SIGNED_BY_ISSUER_ON
                        : Field.SIGNED_BY_PURCHASER_ON,
                signedOn.toString(),
                reported.map(day -> "signed before the date of the report on which it is based, " + day)
                        .orElse("signed although there is no report on year " + filed.year()),
                reported.isPresent()
                        ? "correct the day, or have the instruction signed anew on the report"
                        : "file the report, and have the instruction signed on it");
    }

    /** That an instruction has the number of no draft. */
    void findUnknown(Instruction filed) {
        String current = ofAll(filed)
                .flatMap(all -> history.drafted(review.asOf(), filed.year(), List.of()))
                .map(draft -> "; without this row the current one is " + draft.number(1))
                .orElse("");
        find(
                FindingCode.INSTRUCTION_UNKNOWN,
                filed.row(),
                Field.INSTRUCTION_ID,
                filed.number(),
                "\"" + filed.number() + "\" is not an instruction number of year " + filed.year() + current
                        + ": what it releases of each tranche is not known, and the shares of the year are held",
                "correct " + Field.INSTRUCTION_ID + "; if the instruction is not valid, record " + Field.WITHDRAWN_ON);
    }

    /** That a row names no number, and it can't be told which draft was signed. */
    void findWithoutNumber(Instruction filed, List<String> open) {
        find(
                open.isEmpty() ? FindingCode.INSTRUCTION_UNKNOWN : FindingCode.INSTRUCTION_AMBIGUOUS,
                filed.row(),
                Field.INSTRUCTION_ID,
                "",
                "the row names no draft, and year " + filed.year() + " had "
                        + (open.isEmpty() ? "none" : open.size() + " (" + String.join(", ", open) + ")") + " of "
                        + said(filed) + " to sign: its shares are held",
                "write the number of the paper that was signed into " + Field.INSTRUCTION_ID
                        + (open.isEmpty() ? ", and compare the quantity with it" : ""));
    }

    /** That an instruction is about other shares than its draft. */
    void findDifference(Instruction filed, TrancheShares drafted) {
        find(
                FindingCode.QUANTITY_DIFFERS,
                filed.row(),
                Field.SHARES,
                Long.toString(filed.row().shares().count()),
                "the instruction is about " + said(filed) + ", its draft about " + said(drafted)
                        + ": the shares that it is about are held",
                "correct shares; if the instruction is signed with this quantity, have it withdrawn (record "
                        + Field.WITHDRAWN_ON + ") and sign a new draft");
    }

    private static String said(Instruction filed) {
        return filed.shares().isEmpty() ? Phrases.shares(filed.total()) : said(filed.shares());
    }

    /** {@code 3,000,000 shares of tranche 2 and 150,000 of tranche 1}. */
    private static String said(TrancheShares shares) {
        List<String> parts = new ArrayList<>();
        for (TrancheShares.Part part : shares.parts()) {
            String quantity = parts.isEmpty()
                    ? Phrases.shares(part.shares())
                    : Shares.of(part.shares()).toString();
            parts.add(quantity + " of tranche " + part.tranche());
        }
        return String.join(" and ", parts);
    }

    private Optional<Draft> ofAll(Instruction filed) {
        return Draft.ofAll(settlement, filed.year(), changes, review.asOf());
    }

    /** That an instruction rests on what was determined on an earlier day, or under another reading, if it does. */
    void findEarlier(Instruction filed, Draft drawnUp) {
        if (!drawnUp.readings().equals(settlement.readings())) {
            findReadingChanged(filed, drawnUp.readings());
            return;
        }
        Optional<Draft> now = ofAll(filed);
        boolean asDetermined = now.isPresent()
                && now.get().reportId().equals(drawnUp.reportId())
                && drawnUp.shares().parts().stream()
                        .allMatch(part -> changes.units(part.shares(), drawnUp.factor())
                                <= DraftHistory.entitled(settlement, changes, filed.year(), part.tranche()));
        if (!asDetermined) {
            find(
                    FindingCode.INSTRUCTION_OF_EARLIER_DETERMINATION,
                    filed.row(),
                    Field.INSTRUCTION_ID,
                    filed.number(),
                    "the instruction is based on an earlier determination; it counts as signed: "
                            + said(drawnUp.shares()),
                    "");
        }
    }

    private void findReadingChanged(Instruction filed, Readings drawnUpUnder) {
        Agreement.ReadingsOnRecord onRecord = review.escrow().agreement().readings();
        boolean documented = onRecord.isDocumentedOn(review.asOf());
        // signed before all parties agreed on the reading it was right; signed afterwards, the wrong draft was taken
        boolean signedBefore = documented
                && filed.signedOrReceivedOn()
                        .orElse(review.asOf())
                        .isBefore(onRecord.agreedOn().orElseThrow());
        find(
                signedBefore ? FindingCode.INSTRUCTION_OF_EARLIER_DETERMINATION : FindingCode.READING_CHANGED,
                filed.row(),
                Field.INSTRUCTION_ID,
                filed.number(),
                "READING CHANGED: the instruction was drawn up under the reading " + drawnUpUnder
                        + "; the reading is now "
                        + settlement.readings()
                        + (documented
                                ? ", agreed on " + onRecord.agreedOn().orElseThrow() + " (" + onRecord.document() + ")"
                                : ", and its day or its document is not on record"),
                signedBefore
                        ? ""
                        : documented
                                ? "decide which reading the instruction is to follow; it counts as signed"
                                : "record " + Field.READINGS_AGREED_ON + " and " + Field.READINGS_DOCUMENT
                                        + ", or take the reading back");
    }

    private void find(
            FindingCode code, JointInstruction row, Field field, String value, String message, String remedy) {
        findings.find(code, row.year(), row.source(), field, value, message, remedy);
    }
}
