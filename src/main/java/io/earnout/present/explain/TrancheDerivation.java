package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Transfer;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Restoration;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.ReadingSwitch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where the shares of one tranche are after all that later years and the agent did (SPA 5.2, EA 2). */
final class TrancheDerivation {

    private final SourceCells evidence;
    private final AgreementResult result;
    private final YearStatement statement;
    private final int year;

    TrancheDerivation(SourceCells evidence, AgreementResult result, YearStatement statement) {
        this.evidence = evidence;
        this.result = result;
        this.statement = statement;
        this.year = statement.year().number();
    }

    List<Derivation> derivations() {
        List<DerivationBuilder> noted = new ArrayList<>();
        if (statement.assessment().isPresent()) {
            noted.add(openShortfall(statement.assessment().get()));
            noted.add(restoredInto());
            noted.add(outstanding(statement.assessment().get()));
        }
        noted.add(entitled());
        noted.add(released());
        noted.add(overReleased());
        result.determination().cancellations().stream()
                .filter(notice -> notice.tranche().number() == year)
                .forEach(notice -> {
                    noted.add(toCancel(notice));
                    noted.add(restorable(notice));
                });
        noted.add(returned());
        return noted.stream().map(DerivationBuilder::derivation).toList();
    }

    private DerivationBuilder of(Quantity quantity) {
        return DerivationBuilder.of(quantity, year).on(evidence.report(year));
    }

    /** What later credits did for this year. */
    private record Restored(int by, Restoration restoration) {}

    private List<Restored> restored() {
        List<Restored> restored = new ArrayList<>();
        for (Credit credit : result.determination().settlement().credits()) {
            for (Restoration restoration : credit.restorations()) {
                if (restoration.year().number() == year) {
                    restored.add(new Restored(credit.year().year().number(), restoration));
                }
            }
        }
        return restored;
    }

    private DerivationBuilder openShortfall(Assessment assessment) {
        List<Restored> restored = restored();
        OffsetDirection direction = result.agreement().offsetDirection();
        String formula = assessment.shortfall().toString();
        ExactMoney laid = ExactMoney.ZERO;
        for (Restored part : restored) {
            formula += " - " + part.restoration().laid().term() + " by year " + part.by();
            laid = laid.plus(part.restoration().laid());
        }
        if (!direction.restores()) {
            formula = ForwardDerivation.openShortfall(assessment, statement.openShortfall());
        } else if (assessment.shortfall().isZero()) {
            formula = "there is no shortfall";
        } else if (restored.isEmpty()) {
            formula += ", on which no later year lays a credit";
        } else {
            // where the shares alone limit an offset, it can go beyond the shortfall
            boolean beyond = laid.compareTo(ExactMoney.of(assessment.shortfall())) > 0;
            formula = (beyond ? "max(0, " + formula + ")" : formula) + " = " + statement.openShortfall();
        }
        return of(Quantity.OPEN_SHORTFALL_REVENUE)
                .is(Result.of(statement.openShortfall()))
                .by(Clause.SPA_5_2_2)
                .from(formula)
                .rounded(Rounding.of(statement.openShortfall()));
    }

    private DerivationBuilder restoredInto() {
        List<String> parts = restored().stream()
                .map(part -> part.restoration().shares() + " by year " + part.by())
                .toList();
        return of(Quantity.RESTORED_INTO_SHARES)
                .is(Result.of(statement.restoredInto()))
                .by(Clause.SPA_5_2_2)
                .from(parts.isEmpty() ? noneRestores() : String.join(" + ", parts));
    }

    private String noneRestores() {
        OffsetDirection direction = result.agreement().offsetDirection();
        return direction.restores() ? "no later year restores it" : direction.inWords();
    }

    private DerivationBuilder outstanding(Assessment assessment) {
        return of(Quantity.OUTSTANDING_DEDUCTED_SHARES)
                .is(Result.of(statement.outstandingDeducted()))
                .by(Clause.SPA_5_2_1)
                .from(
                        assessment.deducted().isNone()
                                ? "nothing was deducted"
                                : assessment.deducted() + " deducted - " + statement.restoredInto() + " restored = "
                                        + statement.outstandingDeducted());
    }

    private DerivationBuilder entitled() {
        return of(Quantity.ENTITLED_SHARES)
                .is(Result.of(statement.entitled()))
                .by(Clause.SPA_5_1, Clause.SPA_5_2_2)
                .from(statement.earned() + " earned + " + statement.restoredInto() + " restored = "
                        + statement.entitled());
    }

    private DerivationBuilder released() {
        List<Cell> moved = evidence.transfers(Transfer.Kind.RELEASE, year);
        return of(Quantity.CONFIRMED_RELEASED_SHARES)
                .is(Result.of(statement.released()))
                .by(Clause.EA_3_2)
                .from(sum(moved, statement.released()))
                .on(moved);
    }

    private static String sum(List<Cell> moved, ExactShares all) {
        if (moved.isEmpty()) {
            return "none is confirmed";
        }
        String parts = String.join(" + ", moved.stream().map(Cell::value).toList());
        return moved.size() == 1 ? parts + " in one transfer" : parts + " = " + all;
    }

    private DerivationBuilder overReleased() {
        return of(Quantity.OVER_RELEASED_SHARES)
                .is(Result.of(statement.overReleased()))
                .by(Clause.SPA_5_3, Clause.SPA_8_1)
                .from(
                        statement.overReleased().isNone()
                                ? "no more was released than is due"
                                : statement.released() + " released against " + statement.entitled() + " entitled")
                .because(
                        statement.overReleased().isNone()
                                ? List.of()
                                : evidence.findings(FindingCode.OVER_RELEASED::equals, year));
    }

    private DerivationBuilder toCancel(CancellationNotice notice) {
        Optional<String> expires = result.agreement().expiration().on().map(day -> ", expiration on " + day);
        return of(Quantity.SHARES_TO_CANCEL)
                .is(Result.of(notice.toCancel()))
                .by(notice.clauses())
                .from(notice.deducted() + " deducted - " + notice.restored() + " restored = " + notice.toCancel() + ", "
                        + notice.status() + expires.orElse(", no expiration on record"))
                .because(evidence.findings(
                        code -> code == FindingCode.CANCELLATION_WAITS || code == FindingCode.RETURN_BLOCKED, year));
    }

    private DerivationBuilder restorable(CancellationNotice notice) {
        OffsetDirection direction = result.agreement().offsetDirection();
        if (!direction.restores()) {
            return of(Quantity.RESTORABLE_AT_MOST)
                    .is(Result.of(notice.restorable()))
                    .by(Clause.SPA_5_2_2)
                    .from(
                            notice.restorable().isNone()
                                    ? direction.inWords()
                                    : "an earlier year has no accepted report, and its credit can reduce the shortfall; at"
                                            + " least " + notice.certain() + " will be cancelled")
                    .because(evidence.findings(FindingCode.OFFSET_WAITS::equals, year));
        }
        return of(Quantity.RESTORABLE_AT_MOST)
                .is(Result.of(notice.restorable()))
                .by(Clause.SPA_5_2_2)
                .from(
                        notice.restorable().isNone()
                                ? "no year is left that could restore it"
                                : "a bound: at the best rate of the years to come, whatever their revenue and rounding; at least "
                                        + notice.certain() + " will be cancelled")
                .read(evidence.choice(ReadingSwitch.CONVERSION_TARGET), evidence.choice(ReadingSwitch.OFFSET_LIMIT));
    }

    private DerivationBuilder returned() {
        List<Cell> moved = evidence.transfers(Transfer.Kind.RETURN, year);
        return of(Quantity.CONFIRMED_RETURNED_SHARES)
                .is(Result.of(statement.returned()))
                .by(Clause.SPA_5_2_1)
                .from(sum(moved, statement.returned()))
                .on(moved);
    }
}
