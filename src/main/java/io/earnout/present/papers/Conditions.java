package io.earnout.present.papers;

import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Report;
import io.earnout.present.papers.Condition.Status;
import io.earnout.terms.Agreement;
import io.earnout.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conditions of a release, in the order of EA 3.1(a) and (b), each with the record that meets it. Without a record no
 * condition is called met: a person must check the signatures, the receipt of the instruction and the report itself.
 */
final class Conditions {

    private static final String EA_3_1_A = "EA 3.1(a)";
    private static final String EA_3_1_B = "EA 3.1(b)";

    private final YearPaperContent year;
    private final Report report;
    private final List<Condition> conditions = new ArrayList<>();

    Conditions(YearPaperContent year) {
        this.year = year;
        this.report = year.report();
    }

    List<Condition> all() {
        ofReport();
        ofInstruction();
        ofHolds();
        return conditions;
    }

    private void ofReport() {
        add(
                EA_3_1_A,
                "a written report on the Assessment Year",
                Status.MET,
                report.reportId() + " of " + report.reportDate() + ", " + report.firm()
                        + (report.supersedes().isEmpty() ? "" : ", supersedes " + report.supersedes()),
                report.source());
        ofFirm();
        add(EA_3_1_A, "the opinion of the report is unqualified", Status.MET, report.opinion(), report.source());
        ofTarget();
        Period period = year.reviewed().year().period();
        add(
                EA_3_1_A + ", SPA 4.1",
                "the report itself covers exactly " + period.startsOn() + " to " + period.endsOn(),
                Status.TO_CHECK,
                "the record gives Assessment Year " + year.number() + " but no dates",
                report.source());
        add(
                "EA 3.1, 3.2",
                "the Escrow Agent has received the report",
                report.receivedOn().isPresent() ? Status.MET : Status.OPEN,
                report.receivedOn().map(day -> "received on " + day).orElse("receipt not on record"),
                report.source());
    }

    private void ofFirm() {
        String asked = "the accounting firm is approved by Party A";
        String clauses = EA_3_1_A + ", SPA 4.2";
        ApprovedFirms firms = year.result().escrow().approvedFirms();
        Optional<ApprovedFirms.Approval> approval = firms.inForce(report.firm(), report.reportDate());
        if (approval.isEmpty()) {
            add(
                    clauses,
                    asked,
                    Status.QUALIFIED,
                    "no list of approved firms is on record: the firm is taken as approved",
                    Source.NONE);
            return;
        }
        String document = approval.get().document();
        add(
                clauses,
                asked,
                document.isEmpty() ? Status.QUALIFIED : Status.MET,
                "approved on " + approval.get().approvedOn()
                        + (document.isEmpty() ? ", without a document on record" : ", " + document),
                approval.get().source());
    }

    private void ofTarget() {
        boolean met = year.assessment().meetsTarget();
        String figures = year.currency() + " " + year.assessment().revenue().amount() + " against "
                + year.assessment().year().target();
        String qualified = ": the target is missed; the quantity is "
                + (year.assessment().agreed().isPresent()
                        ? "the one that all parties agreed on (SPA 5.3)"
                        : "reduced (SPA 5.2(1), missed target read as "
                                + year.readings().missedTarget().term() + ")");
        add(
                EA_3_1_A + ", SPA 5.1",
                "the report confirms that the Performance Target is achieved",
                met ? Status.MET : Status.QUALIFIED,
                figures + (met ? ": not less than the target (SPA 4.1)" : qualified),
                report.source());
    }

    private void ofInstruction() {
        boolean exceeds = year.exceedsTheResult();
        add(
                EA_3_1_B,
                "the quantity equals the computed one, including adjustments under SPA 5",
                exceeds ? Status.OPEN : Status.MET,
                Phrases.shares(year.total().count())
                        + (exceeds
                                ? " are more than computed: withdraw this instruction, which one party has signed"
                                : " as computed; a difference of one share blocks the release"),
                Source.NONE);
        signature("signed by Party A, the issuer", JointInstruction::signedByIssuerOn);
        signature("signed by Party B, the purchaser", JointInstruction::signedByPurchaserOn);
        add(
                "EA 3.1, 3.2",
                "the Escrow Agent has received the instruction",
                Status.OPEN,
                "no receipt of this instruction is on record",
                Source.NONE);
        NamedParty seller = year.seller();
        add(
                "EA 3.2",
                "the instruction details the recipient",
                seller.hasAccount() ? Status.MET : Status.OPEN,
                seller.hasAccount() ? seller.account() : "the account of Party C is not on record",
                seller.places());
    }

    private void signature(String asked, Function<JointInstruction, Optional<LocalDate>> signature) {
        Optional<LocalDate> signedOn = year.onRecord().flatMap(signature);
        add(
                EA_3_1_B,
                asked,
                signedOn.isPresent() ? Status.MET : Status.OPEN,
                signedOn.map(day -> "signed on " + day).orElse("no signature on this instruction is on record"),
                signedOn.isPresent()
                        ? year.onRecord().map(JointInstruction::source).orElse(Source.NONE)
                        : Source.NONE);
    }

    private void ofHolds() {
        ofReading();
        add(
                "EA 3.3, SPA 8.1",
                "no suspension applies to this quantity",
                Status.MET,
                year.held().isNone()
                        ? "no dispute and no suspension in force is on record for it"
                        : "none is on record for it; another "
                                + Phrases.shares(year.held().count())
                                + " of this result are held, see the calculation statement",
                Source.NONE);
    }

    private void ofReading() {
        Agreement.ReadingsOnRecord onRecord = year.result().agreement().readings();
        boolean documented = onRecord.isDocumentedOn(year.result().asOf());
        String asked = "all parties agreed on the reading used, if it is not the default";
        Source row = year.result().escrow().origins().agreement();
        if (year.isDefaultReading()) {
            add("SPA 5.3, 11.2", asked, Status.MET, "the default reading is used", row);
        } else {
            add(
                    "SPA 5.3, 11.2",
                    asked,
                    documented ? Status.MET : Status.QUALIFIED,
                    onRecord.agreedOn().map(day -> "agreed on " + day).orElse("the day is not on record") + ", "
                            + (onRecord.document().isEmpty() ? "no document on record" : onRecord.document()),
                    row);
        }
    }

    private void add(String clauses, String asked, Status status, String onRecord, Source place) {
        add(clauses, asked, status, onRecord, place.toString());
    }

    private void add(String clauses, String asked, Status status, String onRecord, String place) {
        conditions.add(new Condition(clauses, asked, status, onRecord, place));
    }
}
