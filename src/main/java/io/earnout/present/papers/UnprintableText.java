package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.HiddenCharacters;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Party;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.terms.Agreement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Text of an agreement that its papers can't show. Each is an error with its place; until it is corrected, no paper of the
 * agreement is drafted, so that no one signs a text with characters missing (EA 3.1(b)).
 */
public final class UnprintableText {

    private final String agreementId;
    private final List<Finding> findings = new ArrayList<>();

    private UnprintableText(String agreementId) {
        this.agreementId = agreementId;
    }

    /** Finds it in all texts that a paper can name. */
    public static List<Finding> in(EscrowFile escrow) {
        UnprintableText text = new UnprintableText(escrow.agreement().id());
        text.ofAgreement(escrow.agreement(), escrow.origins().agreement());
        for (Report report : escrow.reports()) {
            text.check(report.year(), report.source(), "report_id", report.reportId(), "firm", report.firm());
            text.check(report.year(), report.source(), "opinion", report.opinion(), "supersedes", report.supersedes());
        }
        for (ApprovedFirms.Approval approval : escrow.approvedFirms().approvals()) {
            text.check(0, approval.source(), "firm", approval.firm(), "document", approval.document());
        }
        for (JointInstruction instruction : escrow.registers().instructions()) {
            text.check(instruction.year(), instruction.source(), "instruction_id", instruction.instructionId());
        }
        for (Suspension suspension : escrow.registers().suspensions()) {
            text.check(suspension.year(), suspension.source(), "document", suspension.document());
            text.check(suspension.year(), suspension.source(), "lifting_document", suspension.liftingDocument());
        }
        for (Adjustment adjustment : escrow.registers().adjustments()) {
            text.check(adjustment.year(), adjustment.source(), "document", adjustment.document());
        }
        for (Party party : escrow.registers().parties()) {
            text.check(0, party.source(), "name", party.name(), "address", party.address());
            text.check(0, party.source(), "registration", party.registration());
            text.check(0, party.source(), "account", party.account(), "contact", party.contact());
        }
        return text.findings;
    }

    /** Whether a text of the agreement can't be printed. */
    static boolean isIn(AgreementResult result) {
        return result.findings().stream().anyMatch(finding -> finding.code() == FindingCode.TEXT_NOT_PRINTABLE);
    }

    private void ofAgreement(Agreement agreement, Source row) {
        check(0, row, "agreement_id", agreement.id(), "share_class", agreement.shareClass());
        Agreement.Parties parties = agreement.parties();
        check(0, row, "issuer", parties.issuer(), "purchaser", parties.purchaser(), "seller", parties.seller());
        check(0, row, "escrow_agent", parties.escrowAgent(), "target_company", parties.targetCompany());
        check(0, row, "expiry_document", agreement.expiration().document());
        check(0, row, "readings_document", agreement.readings().document());
        check(0, row, "business_calendar", agreement.businessCalendar());
    }

    /** Checks the texts of a row, each after the name of its column. */
    private void check(int year, Source row, String... columnsAndTexts) {
        for (int i = 0; i < columnsAndTexts.length; i += 2) {
            String text = columnsAndTexts[i + 1];
            OptionalInt character = Printability.firstUnprintable(text);
            if (character.isPresent()) {
                String name = HiddenCharacters.spelled(character.getAsInt());
                findings.add(new Finding(
                        FindingCode.TEXT_NOT_PRINTABLE,
                        agreementId,
                        year,
                        row,
                        columnsAndTexts[i],
                        text,
                        "\"" + Printability.spelledOut(text.replace('\n', ' '))
                                + "\" can't be printed: a paper can't show " + name
                                + ", so no paper of this agreement is drafted",
                        "write it without " + name + ", in letters that run from left to right"));
            }
        }
    }
}
