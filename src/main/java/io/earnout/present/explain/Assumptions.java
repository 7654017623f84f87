package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a question assumes of an agreement: other revenues, other targets, another reading, a share change. Terms are assumed as if all
 * parties had signed them with the agreement.
 *
 * @param revenues the audited revenue, by assessment year
 * @param targets the target, by assessment year
 * @param readings how a switch is read
 * @param shareChanges consolidations and subdivisions beside those on record
 */
public record Assumptions(
        Map<Integer, Money> revenues,
        Map<Integer, Money> targets,
        Map<ReadingSwitch, Term> readings,
        List<ShareChange> shareChanges) {

    private static final String DOCUMENT = "what-if";

    /** Whether nothing is assumed. */
    public boolean isEmpty() {
        return revenues.isEmpty() && targets.isEmpty() && readings.isEmpty() && shareChanges.isEmpty();
    }

    /** The agreement as it would be. */
    AgreementResult of(AgreementResult onRecord) {
        return AssumedRevenue.of(withTerms(onRecord), revenues);
    }

    private AgreementResult withTerms(AgreementResult onRecord) {
        if (targets.isEmpty() && readings.isEmpty() && shareChanges.isEmpty()) {
            return onRecord;
        }
        EscrowFile escrow = onRecord.escrow();
        Review review = Review.of(
                new EscrowFile(
                        terms(escrow.asSigned()),
                        escrow.reports(),
                        escrow.approvedFirms(),
                        registers(escrow),
                        escrow.rejected(),
                        escrow.calendar(),
                        escrow.origins()),
                onRecord.asOf());
        Determination determination = Determination.of(review);
        return new AgreementResult(review, determination, determination.findings());
    }

    private Registers registers(EscrowFile escrow) {
        Registers all = escrow.registers();
        List<ShareChange> changes = new ArrayList<>(all.shareChanges().onRecord());
        changes.addAll(shareChanges);
        return new Registers(
                all.instructions(),
                all.transfers(),
                all.suspensions(),
                all.adjustments(),
                all.prices(),
                all.dividends(),
                all.dividendsTrusted(),
                all.parties(),
                ShareChanges.of(changes, escrow.asSigned().signedOn()),
                all.amendments().stream()
                        .filter(amendment -> !targets.containsKey(amendment.year()))
                        .toList());
    }

    /** Why a share change can't be assumed of an agreement; nothing if it can. */
    public Optional<String> objectionTo(AgreementResult onRecord) {
        List<ShareChange> changes =
                new ArrayList<>(onRecord.escrow().registers().shareChanges().onRecord());
        for (ShareChange change : shareChanges) {
            if (changes.stream().anyMatch(other -> other.effectiveOn().equals(change.effectiveOn()))) {
                return Optional.of("another share change of " + change.effectiveOn() + " is on record");
            }
            changes.add(change);
        }
        Agreement agreement = onRecord.agreement();
        return ShareChanges.of(changes, agreement.signedOn()).canCount(agreement.considerationShares())
                ? Optional.empty()
                : Optional.of("it makes shares too small to be counted exactly");
    }

    private Agreement terms(Agreement signed) {
        List<AssessmentYear> years = signed.years().stream()
                .map(year -> new AssessmentYear(
                        year.number(),
                        year.period(),
                        targets.getOrDefault(year.number(), year.target()),
                        year.tranche()))
                .toList();
        Agreement amended = signed.over(years);
        return readings.isEmpty()
                ? amended
                : amended.read(new Agreement.ReadingsOnRecord(
                        read(signed.readings().chosen()), Optional.of(signed.signedOn()), DOCUMENT));
    }

    private Readings read(Readings chosen) {
        return ReadingSwitch.read(
                point -> Objects.requireNonNull(readings.getOrDefault(point, point.choiceOf(chosen))));
    }
}
