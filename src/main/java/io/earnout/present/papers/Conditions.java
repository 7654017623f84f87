package io.earnout.present.papers;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Report;
import io.earnout.present.papers.Condition.Standing;
import io.earnout.terms.Agreement;
import io.earnout.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The conditions of a release, in the order of EA 3.1(a) and (b), each beside what is on record. Nothing is called met that
 * no record meets: signatures, the receipt of the paper and what the report itself says stay for a person to check.
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
        ofGates();
        return conditions;
    }

    private void ofReport() {
        add(
                EA_3_1_A,
                "a written report on the Assessment Year",
                Standing.MET,
                report.reportId() + " of " + report.reportDate() + ", " + report.firm()
                        + (report.supersedes().isEmpty() ? "" : ", supersedes " + report.supersedes()),
                report.source());
        ofFirm();
        add(EA_3_1_A, "the opinion of the report is unqualified", Standing.MET, report.opinion(), report.source());
        ofTarget();
        Period period = year.reviewed().year().period();
        add(
                EA_3_1_A + ", SPA 4.1",
                "the report itself covers exactly " + period.startsOn() + " to " + period.endsOn(),
                Standing.TO_CHECK,
                "the record names Assessment Year " + year.number() + " and no days",
                report.source());
        add(
                "EA 3.1, 3.2",
                "the Escrow Agent has received the report",
                report.receivedOn().isPresent() ? Standing.MET : Standing.OPEN,
                report.receivedOn().map(day -> "received on " + day).orElse("receipt not on record"),
                report.source());
    }

    private void ofFirm() {
        String asked = "the accounting firm is approved by Party A";
        String clauses = EA_3_1_A + ", SPA 4.2";
        ApprovedFirms firms = year.dossier().escrow().approvedFirms();
        Optional<ApprovedFirms.Approval> approval = firms.inForce(report.firm(), report.reportDate());
        if (approval.isEmpty()) {
            add(
                    clauses,
                    asked,
                    Standing.QUALIFIED,
                    "no list of approved firms is on record: the firm is taken as approved",
                    Source.NONE);
            return;
        }
        String document = approval.get().document();
        add(
                clauses,
                asked,
                document.isEmpty() ? Standing.QUALIFIED : Standing.MET,
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
                        : "reduced (SPA 5.2(1), read with missed_target = "
                                + year.readings().missedTarget().term() + ")");
        add(
                EA_3_1_A + ", SPA 5.1",
                "the report confirms that the Performance Target is achieved",
                met ? Standing.MET : Standing.QUALIFIED,
                figures + (met ? ": not less than the target (SPA 4.1)" : qualified),
                report.source());
    }

    private void ofInstruction() {
        add(
                EA_3_1_B,
                "the quantity to be released is the computed one, adjustments under SPA 5 included",
                Standing.MET,
                QuantityText.of(year.sharesToInstruct()) + " as computed; one share of difference holds it",
                Source.NONE);
        signature("signed by Party A, the issuer", JointInstruction::signedByIssuerOn);
        signature("signed by Party B, the purchaser", JointInstruction::signedByPurchaserOn);
        add(
                "EA 3.1, 3.2",
                "the Escrow Agent has received the instruction",
                Standing.OPEN,
                "no receipt of this instruction is on record",
                Source.NONE);
        NamedParty seller = year.seller();
        add(
                "EA 3.2",
                "the instruction details the recipient",
                seller.hasAccount() ? Standing.MET : Standing.OPEN,
                seller.hasAccount() ? seller.account() : "the account of Party C is not on record",
                seller.places());
    }

    private void signature(String asked, Function<JointInstruction, Optional<LocalDate>> signature) {
        Optional<LocalDate> signedOn = year.onRecord().flatMap(signature);
        add(
                EA_3_1_B,
                asked,
                signedOn.isPresent() ? Standing.MET : Standing.OPEN,
                signedOn.map(day -> "signed on " + day).orElse("no signature on this instruction is on record"),
                signedOn.isPresent()
                        ? year.onRecord().map(JointInstruction::source).orElse(Source.NONE)
                        : Source.NONE);
    }

    private void ofGates() {
        ofReading();
        add(
                "EA 3.3, SPA 8.1",
                "nothing suspends the release of this quantity",
                Standing.MET,
                year.sharesHeld().isNone()
                        ? "no dispute and no suspension in force is on record for it"
                        : "none is on record for it; beside it " + QuantityText.of(year.sharesHeld())
                                + " of this result are held, see the calculation statement",
                Source.NONE);
    }

    private void ofReading() {
        Agreement.ReadingsOnRecord onRecord = year.dossier().agreement().readings();
        boolean documented = onRecord.isDocumentedOn(year.dossier().asOf());
        String asked = "the reading used is agreed on where it departs from the default";
        Source row = year.dossier().escrow().origins().agreement();
        if (year.isDefaultReading()) {
            add("SPA 5.3, 11.2", asked, Standing.MET, "it is the default", row);
        } else {
            add(
                    "SPA 5.3, 11.2",
                    asked,
                    documented ? Standing.MET : Standing.QUALIFIED,
                    onRecord.agreedOn().map(day -> "agreed on " + day).orElse("the day is not on record") + ", "
                            + (onRecord.document().isEmpty() ? "no document on record" : onRecord.document()),
                    row);
        }
    }

    private void add(String clauses, String asked, Standing standing, String onRecord, Source place) {
        add(clauses, asked, standing, onRecord, place.toString());
    }

    private void add(String clauses, String asked, Standing standing, String onRecord, String place) {
        conditions.add(new Condition(clauses, asked, standing, onRecord, place));
    }
}
