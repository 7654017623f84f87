package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Restoration;
import io.earnout.settlement.Working;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ReadingSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of the shares of one tranche that one year's result releases (EA 3): moved, instructed, held, to instruct. */
final class ReleaseDerivation {

    private final SourceCells evidence;
    private final AgreementResult result;
    private final ReleaseInstruction line;

    ReleaseDerivation(SourceCells evidence, AgreementResult result, ReleaseInstruction line) {
        this.evidence = evidence;
        this.result = result;
        this.line = line;
    }

    List<Derivation> derivations() {
        List<DerivationBuilder> noted = new ArrayList<>();
        noted.add(entitled());
        noted.add(confirmed());
        noted.add(instructed());
        noted.add(held());
        noted.add(toInstruct());
        return noted.stream().map(DerivationBuilder::derivation).toList();
    }

    private DerivationBuilder of(Quantity quantity) {
        return DerivationBuilder.of(quantity, line.assessmentYear(), tranche())
                .on(evidence.report(line.assessmentYear()));
    }

    private int tranche() {
        return line.tranche().number();
    }

    private DerivationBuilder entitled() {
        DerivationBuilder noted =
                of(Quantity.LINE_ENTITLED_SHARES).is(Result.of(line.entitled())).by(line.clauses());
        if (line.kind() == ReleaseInstruction.Kind.RESTORATION) {
            return restored(noted);
        }
        return line.reasons().contains(FindingCode.MISSED_TARGET_BLOCKS)
                ? noted.from(earned() + ", which wait: the year missed its target")
                : noted.from("earned_shares of year " + line.assessmentYear());
    }

    /** How the year's own shares follow from its revenue. */
    private String earned() {
        List<Working> workings = result.determination()
                .settlement()
                .assessment(line.assessmentYear())
                .orElseThrow()
                .workings();
        return workings.get(workings.size() - 1).arithmetic();
    }

    private DerivationBuilder restored(DerivationBuilder noted) {
        Credit credit = result.determination()
                .settlement()
                .credit(line.assessmentYear())
                .orElseThrow();
        Restoration restoration = credit.restorations().stream()
                .filter(part -> part.year().number() == tranche())
                .findFirst()
                .orElseThrow();
        AssessmentYear rate = rate(restoration);
        Rounding.How how = new CreditDerivation(evidence, result, credit).rounding(restoration);
        return noted.from(restoration.working().arithmetic())
                .rounded(Rounding.of(restoration.exact(), restoration.shares(), how))
                .read(evidence.choice(ReadingSwitch.CONVERSION_TARGET))
                .on(evidence.target(rate), evidence.tranche(rate));
    }

    /** The year whose target and tranche turn revenue into shares. */
    private AssessmentYear rate(Restoration restoration) {
        boolean ofExcess =
                result.determination().settlement().readings().conversionTarget() == ConversionTarget.EXCESS_YEAR;
        return ofExcess ? result.agreement().year(line.assessmentYear()) : restoration.year();
    }

    private DerivationBuilder confirmed() {
        List<Cell> moved = evidence.transfers(Transfer.Kind.RELEASE, tranche());
        return of(Quantity.CONFIRMED_SHARES)
                .is(Result.of(line.confirmed()))
                .by(Clause.EA_3_2)
                .from(
                        moved.isEmpty()
                                ? "no transfer of tranche " + tranche() + " is confirmed"
                                : "the confirmed transfers of tranche " + tranche()
                                        + ", counted on the line of their own instruction first, then on the oldest year")
                .on(moved);
    }

    private DerivationBuilder instructed() {
        List<Cell> papers = evidence.papers(line.assessmentYear());
        String signed = line.instructed().isNone()
                ? "no instruction on record is open for it"
                : "signed by issuer and purchaser, received, and not transferred yet";
        return of(Quantity.INSTRUCTED_SHARES)
                .is(Result.of(line.instructed()))
                .by(Clause.EA_3_1_B)
                .from(
                        papers.isEmpty()
                                ? "no joint instruction of year " + line.assessmentYear() + " is on record"
                                : signed
                                        + line.transferDueOn()
                                                .filter(day ->
                                                        !line.instructed().isNone())
                                                .map(day -> "; transfer due on " + day)
                                                .orElse(""))
                .on(papers);
    }

    private DerivationBuilder held() {
        List<Finding> findings = new ArrayList<>();
        List<Clause> clauses = new ArrayList<>();
        for (FindingCode reason : line.reasons()) {
            findings.addAll(evidence.findings(reason::equals, line.assessmentYear(), tranche()));
            reason.clauses().stream()
                    .filter(clause -> !clauses.contains(clause))
                    .forEach(clauses::add);
        }
        if (line.reasons().contains(FindingCode.ROW_REJECTED)) {
            findings.addAll(rowsAtFault());
        }
        String codes =
                String.join(", ", line.reasons().stream().map(FindingCode::name).toList());
        return of(Quantity.HELD_SHARES)
                .is(Result.of(line.held()))
                .by(clauses)
                .from(
                        line.held().isNone()
                                ? "no gate is closed"
                                : (line.held().equals(line.awaiting()) ? "in signature, no gate is closed: " : "held: ")
                                        + codes)
                .because(findings);
    }

    /** The rows that the rejection is about. */
    private List<Finding> rowsAtFault() {
        return evidence.findings(code -> code.severity() == Severity.ERROR, line.assessmentYear(), tranche()).stream()
                .filter(finding -> finding.source().line() > 0)
                .toList();
    }

    private DerivationBuilder toInstruct() {
        ExactShares claimed = ExactShares.of(line.entitled())
                .minus(line.confirmed())
                .minus(line.instructed())
                .minus(line.held())
                .minus(line.toInstruct());
        String returned = claimed.isNone() ? "" : " - " + claimed + " returned before";
        String formula = line.entitled() + " entitled - " + line.confirmed() + " confirmed - " + line.instructed()
                + " instructed - " + line.held() + " held" + returned + " = " + line.toInstruct()
                + line.ofTheDay().map(ReleaseDerivation::inSharesOfTheDay).orElse("");
        Optional<String> due =
                line.toInstruct().isNone() ? Optional.empty() : Optional.of("; release due on " + line.releaseDueOn());
        return of(Quantity.SHARES_TO_INSTRUCT)
                .is(Result.of(line.toInstruct()))
                .by(Clause.EA_3_1_B)
                .from(formula + due.orElse(""));
    }

    private static String inSharesOfTheDay(ReleaseInstruction.OfTheDay day) {
        return " signed shares; x " + day.factor() + " = " + day.quantity() + " shares of the day"
                + (day.fractionLeft().isNone()
                        ? ""
                        : ", and " + day.fractionLeft().exact() + " of a share stays");
    }
}
