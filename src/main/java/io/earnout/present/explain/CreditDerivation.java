package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Restoration;
import io.earnout.settlement.Settlement;
import io.earnout.settlement.Working;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;

/** What one year's excess gives back to earlier years (SPA 5.2(2)). */
final class CreditDerivation {

    private final SourceCells evidence;
    private final Settlement settlement;
    private final Credit credit;
    private final AssessmentYear year;

    CreditDerivation(SourceCells evidence, AgreementResult result, Credit credit) {
        this.evidence = evidence;
        this.settlement = result.determination().settlement();
        this.credit = credit;
        this.year = credit.year().year();
    }

    List<Derivation> derivations() {
        List<DerivationBuilder> noted = new ArrayList<>();
        noted.add(amount());
        for (Restoration restoration : credit.restorations()) {
            noted.add(laid(restoration));
        }
        // a single restoration is explained with its line; without a whole share it has none
        boolean hasLine = credit.restorations().stream()
                .noneMatch(restoration -> restoration.shares().isNone());
        if (credit.restorations().size() > 1 || !hasLine) {
            noted.add(restored());
        }
        noted.add(used());
        return noted.stream().map(DerivationBuilder::derivation).toList();
    }

    private DerivationBuilder of(Quantity quantity, int trancheYear) {
        return DerivationBuilder.of(quantity, year.number(), trancheYear).on(evidence.report(year.number()));
    }

    private DerivationBuilder amount() {
        Working working = credit.workings(settlement.readings()).get(0);
        return of(Quantity.CREDIT_REVENUE, year.number())
                .is(Result.of(credit.amount()))
                .from(working)
                .rounded(Rounding.of(credit.amount()))
                .read(evidence.choice(ReadingSwitch.EXCESS_CREDIT))
                .on(evidence.ofShortfall(year))
                .because(
                        credit.waits()
                                ? evidence.findings(FindingCode.OFFSET_WAITS::equals, year.number())
                                : List.of());
    }

    private DerivationBuilder laid(Restoration restoration) {
        int to = restoration.year().number();
        Assessment earlier = settlement.assessment(to).orElseThrow();
        DerivationBuilder noted = of(Quantity.REVENUE_OFFSET, to)
                .is(Result.of(restoration.laid()))
                .by(Clause.SPA_5_2_2)
                .from(restoration.laid() + " of the credit of " + credit.amount() + " applied to the shortfall of year "
                        + to + ", of which " + openShortfall(earlier) + " was open")
                .rounded(Rounding.of(restoration.laid()))
                .read(evidence.choice(ReadingSwitch.OFFSET_LIMIT))
                .on(evidence.ofShortfall(restoration.year()));
        return openBefore() > 1 ? noted.read(evidence.choice(ReadingSwitch.OFFSET_ORDER)) : noted;
    }

    /** The shortfall on which no credit before this one was laid. */
    private ExactMoney openShortfall(Assessment earlier) {
        ExactMoney open = ExactMoney.of(earlier.shortfall());
        for (Credit before : settlement.credits()) {
            for (Restoration restoration : before.restorations()) {
                boolean counts = before.year().year().number() < year.number()
                        && restoration.year().number() == earlier.year().number();
                open = counts ? open.minus(open.min(restoration.laid())) : open;
            }
        }
        return open;
    }

    /** How many earlier deductions were open when the credit was laid: only of several does the order decide. */
    private int openBefore() {
        int open = 0;
        for (Assessment earlier : settlement.assessments()) {
            if (earlier.year().number() < year.number()) {
                ExactShares left = earlier.deductible().minus(restoredExactly(earlier.year()));
                open += left.isNone() ? 0 : 1;
            }
        }
        return open;
    }

    /** What the credits before this one gave back to a year. */
    private ExactShares restoredExactly(AssessmentYear to) {
        ExactShares restored = ExactShares.NONE;
        for (Credit before : settlement.credits()) {
            if (before.year().year().number() < year.number()) {
                for (Restoration restoration : before.restorations()) {
                    if (restoration.year().number() == to.number()) {
                        restored = restored.plus(restoration.exact());
                    }
                }
            }
        }
        return restored;
    }

    /** The whole shares of all the years that the credit restores, which are rounded together. */
    private DerivationBuilder restored() {
        ExactShares exact = ExactShares.NONE;
        long whole = 0;
        List<String> parts = new ArrayList<>();
        for (Restoration restoration : credit.restorations()) {
            exact = exact.plus(restoration.exact());
            whole += restoration.shares().count();
            parts.add(restoration.shares().toString());
        }
        boolean anyClosed = credit.restorations().stream().anyMatch(this::closes);
        return of(Quantity.RESTORED_BY_CREDIT, year.number())
                .is(Result.ofShares(whole))
                .by(Clause.SPA_5_2_2)
                .from(String.join(" + ", parts) + " = " + Shares.of(whole))
                .rounded(Rounding.of(exact, Shares.of(whole), anyClosed ? Rounding.How.CLOSED : Rounding.How.DOWN))
                .on(evidence.target(year), evidence.tranche(year));
    }

    /** Whether nothing is left of a deduction once the credit is laid. */
    boolean closes(Restoration restoration) {
        Assessment earlier = settlement.assessment(restoration.year().number()).orElseThrow();
        ExactShares restored = restoredExactly(restoration.year()).plus(restoration.exact());
        return earlier.deductible().equals(restored);
    }

    /** How a restoration became whole shares. */
    Rounding.How rounding(Restoration restoration) {
        if (closes(restoration)) {
            return Rounding.How.CLOSED;
        }
        return credit.restorations().size() > 1 ? Rounding.How.DEALT_OUT : Rounding.How.DOWN;
    }

    private DerivationBuilder used() {
        ExactMoney used = credit.used();
        List<String> parts =
                credit.restorations().stream().map(part -> part.laid().term()).toList();
        String lapses = credit.waits()
                ? "nothing yet: the offset waits for the report of an earlier year"
                : parts.isEmpty() ? "no earlier shortfall is open: the credit lapses" : "";
        String formula = parts.isEmpty()
                ? lapses
                : String.join(" + ", parts) + " = " + used + ", and "
                        + credit.amount().minus(used) + " lapses";
        return of(Quantity.CREDIT_USED_REVENUE, year.number())
                .is(Result.of(used))
                .by(Clause.SPA_5_2_2)
                .from(formula)
                .rounded(Rounding.of(used));
    }
}
