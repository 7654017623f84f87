package io.earnout.settlement;

import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Article 5 applied to one agreement: the movements of shares that follow, under one reading, from the years that have
 * an accepted report. Everything is computed from the beginning every time, in assessment-year order. Every other figure
 * is a view of the movements.
 */
public final class Settlement {

    private final Agreement agreement;
    private final Readings readings;
    private final List<Assessment> assessments;
    private final Offsets offsets;
    private final List<Movement> movements = new ArrayList<>();

    private Settlement(Agreement agreement, Readings readings, List<Assessment> assessments) {
        this.agreement = agreement;
        this.readings = readings;
        this.offsets = offsets(agreement, assessments, readings);
        this.assessments = offsets.assessments();
        this.assessments.forEach(this::settle);
    }

    /**
     * Settles an agreement under one reading.
     *
     * @param assessments the years with an accepted report, in order; a year without one is not there
     */
    public static Settlement of(Agreement agreement, Readings readings, List<Assessment> assessments) {
        return new Settlement(agreement, readings, List.copyOf(assessments));
    }

    /** What the excesses of the years do for the shortfalls of others. */
    static Offsets offsets(Agreement agreement, List<Assessment> assessments, Readings readings) {
        return switch (agreement.offsetDirection()) {
            case BACKWARD -> BackwardOffsets.of(assessments, readings);
            case FORWARD -> ForwardOffsets.of(assessments, readings);
            case NONE -> new NoOffsets(assessments);
        };
    }

    private void settle(Assessment year) {
        if (year.agreed().isPresent()) {
            releaseAsAgreed(year);
        } else if (year.meetsTarget()) {
            release(year);
        } else {
            deduct(year);
            releaseTheRest(year);
        }
        offsets.creditOf(year.year()).ifPresent(this::restore);
    }

    /** SPA 5.1: the target is met, the whole tranche is earned. */
    private void release(Assessment year) {
        moveOwnTranche(year, Account.RELEASABLE, year.earned(), Clause.SPA_5_1);
    }

    /** SPA 5.2(1): a shortfall deducts shares of its own tranche. */
    private void deduct(Assessment year) {
        moveOwnTranche(year, Account.DEDUCTED, year.deducted(), Clause.SPA_5_2_1);
    }

    /** SPA 5.2(1) "reduced": the rest is released, unless a missed target is read to block it (EA 3.1(a)). */
    private void releaseTheRest(Assessment year) {
        if (readings.missedTarget().releasesTheRest()) {
            moveOwnTranche(year, Account.RELEASABLE, year.earned(), Clause.SPA_5_1);
        } else {
            moveOwnTranche(year, Account.WITHHELD, year.earned(), Clause.EA_3_1_A);
        }
    }

    /** SPA 5.3: the quantity that all parties agreed on is released, the rest of the tranche stays deducted. */
    private void releaseAsAgreed(Assessment year) {
        moveOwnTranche(year, Account.DEDUCTED, year.deducted(), Clause.SPA_5_3);
        moveOwnTranche(year, Account.RELEASABLE, year.earned(), Clause.SPA_5_3);
    }

    /** SPA 5.2(2): a part of the excess gives shares back to earlier years. */
    private void restore(Credit credit) {
        for (Restoration restoration : credit.restorations()) {
            move(
                    Account.DEDUCTED,
                    Account.RELEASABLE,
                    credit.year().year().number(),
                    restoration.year().number(),
                    restoration.shares(),
                    Clause.SPA_5_2_2);
        }
    }

    private void moveOwnTranche(Assessment year, Account to, Shares shares, Clause clause) {
        int number = year.year().number();
        move(Account.UNASSESSED, to, number, number, shares, clause);
    }

    private void move(Account from, Account to, int assessmentYear, int trancheYear, Shares shares, Clause clause) {
        if (!shares.isNone()) {
            movements.add(new Movement(from, to, assessmentYear, trancheYear, shares, clause));
        }
    }

    public Agreement agreement() {
        return agreement;
    }

    public Readings readings() {
        return readings;
    }

    /** The years with an accepted report, in order; where credits look forward, with what they take off the shortfalls. */
    public List<Assessment> assessments() {
        return assessments;
    }

    /** All movements, in the order in which the contract makes them. */
    public List<Movement> movements() {
        return Collections.unmodifiableList(movements);
    }

    /** The credits of the years with an excess, in order. */
    public List<Credit> credits() {
        return Collections.unmodifiableList(offsets.credits());
    }

    Offsets offsets() {
        return offsets;
    }

    /** The year's assessment, if it has an accepted report. */
    public Optional<Assessment> assessment(int year) {
        for (Assessment assessment : assessments) {
            if (assessment.year().number() == year) {
                return Optional.of(assessment);
            }
        }
        return Optional.empty();
    }

    /** The year's credit, if it has an excess. */
    public Optional<Credit> credit(int year) {
        return offsets.creditOf(agreement.year(year));
    }

    /** The revenue shortfall of a year to which no credit has been applied. */
    public ExactMoney openShortfall(int year) {
        return offsets.openShortfall(agreement.year(year));
    }

    /** How many shares of a year's tranche are in an account. */
    public Shares balance(AssessmentYear year, Account account) {
        long balance = account == Account.UNASSESSED ? year.tranche().count() : 0;
        for (Movement movement : movements) {
            if (movement.trancheYear() == year.number()) {
                balance += movement.to() == account ? movement.shares().count() : 0;
                balance -= movement.from() == account ? movement.shares().count() : 0;
            }
        }
        return Shares.of(balance);
    }

    /** How many of the consideration shares are in an account. */
    public Shares balance(Account account) {
        long balance =
                account == Account.UNASSESSED ? agreement.considerationShares().count() : 0;
        for (Movement movement : movements) {
            balance += movement.to() == account ? movement.shares().count() : 0;
            balance -= movement.from() == account ? movement.shares().count() : 0;
        }
        return Shares.of(balance);
    }

    /** What later years have given back to a year (SPA 5.2(2)). */
    public Shares restoredInto(AssessmentYear year) {
        long restored = 0;
        for (Movement movement : movements) {
            if (movement.trancheYear() == year.number() && movement.from() == Account.DEDUCTED) {
                restored += movement.shares().count();
            }
        }
        return Shares.of(restored);
    }

    /**
     * A bound of the shares that the years still to be assessed, and credits that wait for them, can give back to a year,
     * whatever their revenue (SPA 5.2(2)). The rounding of the credits can keep what they give back below it by a share for
     * each other year that shares a credit. Where no offset looks back it is zero, unless an earlier year is missing.
     */
    public Shares restorableInto(AssessmentYear year) {
        return offsets.restorableInto(year, toCome());
    }

    /** The same of a year still to be assessed, if it came out so: what it deducts and the others can give back. */
    public Shares restorableInto(Assessment supposed) {
        return offsets.restorableInto(supposed, toCome());
    }

    /** The years that are still to be assessed, in order. */
    public List<AssessmentYear> toCome() {
        if (assessments.size() == agreement.years().size()) {
            return List.of();
        }
        return agreement.years().stream()
                .filter(year -> assessment(year.number()).isEmpty())
                .toList();
    }

    /** The shares that the seller is entitled to so far: earned and restored. */
    public Shares entitled() {
        return balance(Account.RELEASABLE);
    }

    /** How every number was calculated, in the order of the years. */
    public List<Working> workings() {
        List<Working> workings = new ArrayList<>();
        for (Assessment year : assessments) {
            workings.addAll(year.workings());
            offsets.creditOf(year.year()).ifPresent(credit -> workings.addAll(credit.workings(readings)));
        }
        return workings;
    }
}
