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
        UnprintableText unprintable = new UnprintableText(escrow.agreement().id());
        unprintable.lookAt(escrow.agreement(), escrow.origins().agreement());
        escrow.reports().forEach(unprintable::lookAt);
        escrow.approvedFirms().approvals().forEach(unprintable::lookAt);
        escrow.registers().instructions().forEach(unprintable::lookAt);
        escrow.registers().suspensions().forEach(unprintable::lookAt);
        escrow.registers().adjustments().forEach(unprintable::lookAt);
        escrow.registers().parties().forEach(unprintable::lookAt);
        return unprintable.findings;
    }

    /** Whether a text of the agreement can't be printed. */
    static boolean isIn(AgreementResult result) {
        return result.findings().stream().anyMatch(finding -> finding.code() == FindingCode.TEXT_NOT_PRINTABLE);
    }

    private void lookAt(Agreement agreement, Source row) {
        lookAt(agreement.id(), 0, row, "agreement_id");
        lookAt(agreement.shareClass(), 0, row, "share_class");
        lookAt(agreement.parties().issuer(), 0, row, "issuer");
        lookAt(agreement.parties().purchaser(), 0, row, "purchaser");
        lookAt(agreement.parties().seller(), 0, row, "seller");
        lookAt(agreement.parties().escrowAgent(), 0, row, "escrow_agent");
        lookAt(agreement.parties().targetCompany(), 0, row, "target_company");
        lookAt(agreement.expiration().document(), 0, row, "expiry_document");
        lookAt(agreement.readings().document(), 0, row, "readings_document");
        lookAt(agreement.businessCalendar(), 0, row, "business_calendar");
    }

    private void lookAt(Report report) {
        lookAt(report.reportId(), report.year(), report.source(), "report_id");
        lookAt(report.firm(), report.year(), report.source(), "firm");
        lookAt(report.opinion(), report.year(), report.source(), "opinion");
        lookAt(report.supersedes(), report.year(), report.source(), "supersedes");
    }

    private void lookAt(ApprovedFirms.Approval approval) {
        lookAt(approval.firm(), 0, approval.source(), "firm");
        lookAt(approval.document(), 0, approval.source(), "document");
    }

    private void lookAt(JointInstruction instruction) {
        lookAt(instruction.instructionId(), instruction.year(), instruction.source(), "instruction_id");
    }

    private void lookAt(Suspension suspension) {
        lookAt(suspension.document(), suspension.year(), suspension.source(), "document");
        lookAt(suspension.liftingDocument(), suspension.year(), suspension.source(), "lifting_document");
    }

    private void lookAt(Adjustment adjustment) {
        lookAt(adjustment.document(), adjustment.year(), adjustment.source(), "document");
    }

    private void lookAt(Party party) {
        lookAt(party.name(), 0, party.source(), "name");
        lookAt(party.address(), 0, party.source(), "address");
        lookAt(party.registration(), 0, party.source(), "registration");
        lookAt(party.account(), 0, party.source(), "account");
        lookAt(party.contact(), 0, party.source(), "contact");
    }

    private void lookAt(String text, int year, Source source, String column) {
        OptionalInt character = Printability.firstUnprintable(text);
        if (character.isPresent()) {
            String name = HiddenCharacters.spelled(character.getAsInt());
            findings.add(new Finding(
                    FindingCode.TEXT_NOT_PRINTABLE,
                    agreementId,
                    year,
                    source,
                    column,
                    text,
                    "\"" + Printability.spelledOut(text.replace('\n', ' ')) + "\" can't be printed: a paper can't show "
                            + name + ", so no paper of this agreement is drafted",
                    "write it without " + name + ", in letters that run from left to right"));
        }
    }
}
