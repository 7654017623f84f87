package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Term;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a question assumes of an agreement: other revenues, other targets, another reading. Terms are assumed as if all parties had
 * signed them with the agreement.
 *
 * @param revenues the audited revenue, by assessment year
 * @param targets the target, by assessment year
 * @param readings how a switch is read
 */
public record Assumptions(
        Map<Integer, Money> revenues, Map<Integer, Money> targets, Map<ReadingSwitch, Term> readings) {

    private static final String DOCUMENT = "what-if";

    /** Whether nothing is assumed. */
    public boolean isEmpty() {
        return revenues.isEmpty() && targets.isEmpty() && readings.isEmpty();
    }

    /** The agreement as it would be. */
    AgreementResult of(AgreementResult onRecord) {
        return AssumedRevenue.of(withTerms(onRecord), revenues);
    }

    private AgreementResult withTerms(AgreementResult onRecord) {
        if (targets.isEmpty() && readings.isEmpty()) {
            return onRecord;
        }
        EscrowFile escrow = onRecord.escrow();
        Review review = Review.of(
                new EscrowFile(
                        terms(escrow.agreement()),
                        escrow.reports(),
                        escrow.approvedFirms(),
                        escrow.registers(),
                        escrow.rejected(),
                        escrow.calendar(),
                        escrow.origins()),
                onRecord.asOf());
        Determination determination = Determination.of(review);
        return new AgreementResult(review, determination, determination.findings());
    }

    private Agreement terms(Agreement signed) {
        List<AssessmentYear> years = signed.years().stream()
                .map(year -> new AssessmentYear(
                        year.number(),
                        year.period(),
                        targets.getOrDefault(year.number(), year.target()),
                        year.tranche()))
                .toList();
        return new Agreement(
                signed.id(),
                signed.considerationShares(),
                signed.shareClass(),
                signed.currency(),
                signed.parties(),
                signed.signedOn(),
                signed.depositedOn(),
                signed.expiration(),
                readings.isEmpty()
                        ? signed.readings()
                        : new Agreement.ReadingsOnRecord(
                                read(signed.readings().chosen()), Optional.of(signed.signedOn()), DOCUMENT),
                signed.businessCalendar(),
                years);
    }

    private Readings read(Readings chosen) {
        return ReadingSwitch.read(
                point -> Objects.requireNonNull(readings.getOrDefault(point, point.choiceOf(chosen))));
    }
}
