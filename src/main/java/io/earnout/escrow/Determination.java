package io.earnout.escrow;

import io.earnout.settlement.Account;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Movement;
import io.earnout.settlement.ReadingsMatrix;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that follows on a day for one agreement: the settlement under its reading, what to instruct and what is held, what
 * will be cancelled, where the shares are, what the other readings would give, and what needs a person.
 */
public record Determination(
        Settlement settlement,
        List<YearStatement> years,
        List<ReleaseInstruction> instructions,
        List<CancellationNotice> cancellations,
        Position position,
        ReadingsMatrix readings,
        List<Finding> findings) {

    public static Determination of(Review review) {
        return new Drafting(review).determination();
    }

    public Agreement agreement() {
        return settlement.agreement();
    }

    /** Draws up one determination. */
    private static final class Drafting {

        private final Review review;
        private final Agreement agreement;
        private final Settlement settlement;
        private final ReadingsMatrix readings;
        private final List<Finding> findings;

        Drafting(Review review) {
            this.review = review;
            this.agreement = review.escrow().agreement();
            this.findings = new ArrayList<>(review.findings());
            findInReadings(agreement.readings());
            Readings inForce = agreement.readings().inForceOn(review.asOf());
            this.settlement = Settlement.of(agreement, inForce, review.assessments());
            this.readings = ReadingsMatrix.of(settlement);
        }

        private void findInReadings(Agreement.ReadingsOnRecord onRecord) {
            if (onRecord.chosen().equals(Readings.DEFAULT)) {
                return;
            }
            if (!onRecord.inForceOn(review.asOf()).equals(onRecord.chosen())) {
                find(
                        Code.READINGS_NOT_YET_AGREED,
                        0,
                        "the reading " + onRecord.chosen() + " is agreed on only from "
                                + onRecord.agreedOn().orElseThrow() + ": the default applies",
                        "");
            } else if (onRecord.agreedOn().isEmpty() || onRecord.document().isEmpty()) {
                find(
                        Code.READINGS_WITHOUT_DOCUMENT,
                        0,
                        "the reading " + onRecord.chosen() + " departs from the default without a document on record",
                        "record in readings_agreed_on and readings_document when and where all four parties agreed to"
                                + " it");
            }
        }

        Determination determination() {
            List<YearStatement> years = years();
            List<ReleaseInstruction> instructions = instructions();
            return new Determination(
                    settlement, years, instructions, cancellations(years), position(instructions), readings, findings);
        }

        private List<YearStatement> years() {
            List<YearStatement> years = new ArrayList<>(review.years().size());
            for (ReviewedYear reviewed : review.years()) {
                AssessmentYear year = reviewed.year();
                Optional<Credit> credit = settlement.credit(year.number());
                Shares restored = settlement.restoredInto(year);
                Shares entitled = settlement.balance(year, Account.RELEASABLE);
                years.add(new YearStatement(
                        year,
                        reviewed.state(),
                        reviewed.assessment(),
                        credit,
                        settlement.openShortfall(year.number()),
                        entitled.minus(restored),
                        restored,
                        settlement.balance(year, Account.DEDUCTED),
                        entitled,
                        settlement.balance(year, Account.UNASSESSED)));
                findInYear(reviewed, credit);
            }
            return years;
        }

        private void findInYear(ReviewedYear reviewed, Optional<Credit> credit) {
            AssessmentYear year = reviewed.year();
            LocalDate due = Deadlines.releaseDue(year.period());
            if (reviewed.state() == State.REPORT_OVERDUE) {
                find(
                        Code.REPORT_OVERDUE,
                        year.number(),
                        "no report on year " + year.number() + ", whose shares were to be released by " + due,
                        "file the report; it is late, nothing is forfeited");
            }
            if (reviewed.state() == State.AWAITING_REPORT) {
                find(
                        Code.NO_REPORT,
                        year.number(),
                        "year " + year.number() + " has ended; its shares are to be released by " + due,
                        "file the report of an approved firm");
            }
            if (credit.isPresent() && credit.get().waits()) {
                find(
                        Code.OFFSET_WAITS,
                        year.number(),
                        "a credit of " + credit.get().amount() + " waits: an earlier year has no accepted report",
                        "file the report of the earlier year");
            }
        }

        private List<ReleaseInstruction> instructions() {
            List<ReleaseInstruction> instructions = new ArrayList<>();
            List<Movement> ofOneYear = new ArrayList<>();
            for (Movement movement : settlement.movements()) {
                if (movement.to() == Account.DEDUCTED) {
                    continue;
                }
                if (!ofOneYear.isEmpty() && ofOneYear.get(0).assessmentYear() != movement.assessmentYear()) {
                    draft(ofOneYear, instructions);
                    ofOneYear.clear();
                }
                ofOneYear.add(movement);
            }
            draft(ofOneYear, instructions);
            return instructions;
        }

        /** The lines of one instruction: first the earlier tranches that the year restores, then its own. */
        private void draft(List<Movement> released, List<ReleaseInstruction> instructions) {
            if (released.isEmpty()) {
                return;
            }
            int assessmentYear = released.get(0).assessmentYear();
            String reportId = settlement
                    .assessment(assessmentYear)
                    .orElseThrow()
                    .revenue()
                    .reportId();
            String instructionId = InstructionId.of(settlement, assessmentYear, reportId, released);
            released.sort((a, b) -> Integer.compare(a.trancheYear(), b.trancheYear()));
            for (Movement movement : released) {
                instructions.add(line(movement, instructionId, reportId));
            }
        }

        private ReleaseInstruction line(Movement movement, String instructionId, String reportId) {
            AssessmentYear tranche = agreement.year(movement.trancheYear());
            Assessment assessed = settlement.assessment(tranche.number()).orElseThrow();
            boolean restores = movement.from() == Account.DEDUCTED;
            List<Code> reasons = new ArrayList<>(1);
            if (movement.to() == Account.WITHHELD) {
                reasons.add(Code.MISSED_TARGET_BLOCKS);
                find(
                        Code.MISSED_TARGET_BLOCKS,
                        movement.assessmentYear(),
                        movement.shares() + " shares wait because the year missed its target and the agreed reading"
                                + " blocks the release",
                        "an agreement of all parties on the quantity (SPA 5.3)");
            }
            if (review.escrow().rejectedWhole()) {
                reasons.add(Code.ROW_REJECTED);
            }
            boolean free = reasons.isEmpty();
            return new ReleaseInstruction(
                    movement.assessmentYear(),
                    tranche,
                    restores ? ReleaseInstruction.Kind.RESTORATION : ReleaseInstruction.Kind.RELEASE,
                    instructionId,
                    assessed.deducted(),
                    restores ? Optional.of(laid(movement)) : Optional.empty(),
                    movement.to() == Account.RELEASABLE ? movement.shares() : Shares.NONE,
                    free ? Shares.NONE : movement.shares(),
                    free ? movement.shares() : Shares.NONE,
                    free ? ReleaseInstruction.Status.TO_INSTRUCT : ReleaseInstruction.Status.HELD,
                    reasons,
                    reportId,
                    clauses(movement, assessed));
        }

        private ExactMoney laid(Movement restoration) {
            return settlement.credit(restoration.assessmentYear()).orElseThrow().restorations().stream()
                    .filter(r -> r.year().number() == restoration.trancheYear())
                    .findFirst()
                    .orElseThrow()
                    .laid();
        }

        private static List<Clause> clauses(Movement movement, Assessment assessed) {
            if (movement.from() == Account.UNASSESSED && !assessed.meetsTarget()) {
                return movement.clause() == Clause.SPA_5_1
                        ? List.of(Clause.SPA_5_1, Clause.SPA_5_2_1)
                        : List.of(Clause.SPA_5_1, Clause.SPA_5_2_1, movement.clause());
            }
            return List.of(movement.clause());
        }

        private static List<CancellationNotice> cancellations(List<YearStatement> years) {
            List<CancellationNotice> notices = new ArrayList<>();
            for (YearStatement year : years) {
                Shares deducted = year.assessment().map(Assessment::deducted).orElse(Shares.NONE);
                if (!deducted.isNone()) {
                    notices.add(new CancellationNotice(
                            year.year(), deducted, year.restoredInto(), year.outstandingDeducted()));
                }
            }
            return notices;
        }

        private Position position(List<ReleaseInstruction> instructions) {
            long releasable = 0;
            long held = 0;
            for (ReleaseInstruction instruction : instructions) {
                releasable += instruction.toInstruct().count();
                held += instruction.held().count();
            }
            return new Position(
                    agreement.considerationShares(),
                    Shares.of(releasable),
                    Shares.of(held),
                    settlement.balance(Account.DEDUCTED),
                    settlement.balance(Account.UNASSESSED),
                    readings.lowest(),
                    readings.highest());
        }

        private void find(Code code, int year, String message, String remedy) {
            findings.add(new Finding(code, agreement.id(), year, Source.NONE, "", "", message, remedy));
        }
    }
}
