package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment.Signatory;
import io.earnout.terms.Money;
import java.time.LocalDate;
import java.util.Set;

/**
 * An amendment of one year's target (SPA 11.2). It takes all four parties: from its day on the year is computed with the new target, from the
 * beginning. Anything less changes nothing, and the year waits until it is decided.
 *
 * @param year the assessment year
 * @param target the operating revenue that the year shall not be less than, in place of the one that was agreed before; above zero
 * @param signatures who signed, as it is on record
 * @param document the amendment
 */
public record Amendment(
        int year,
        Money target,
        LocalDate agreedOn,
        Set<Signatory> signedBy,
        String signatures,
        String document,
        Source source) {

    public Amendment {
        signedBy = Set.copyOf(signedBy);
    }

    /** Whether the other row says the same in every respect, whatever its line. */
    public boolean saysTheSameAs(Amendment other) {
        return equals(new Amendment(
                other.year, other.target, other.agreedOn, other.signedBy, other.signatures, other.document, source));
    }

    public boolean isSignedByAll() {
        return signedBy.size() == Signatory.values().length;
    }

    /** Whether the other one is of the same day, signed by all as well, and sets another target for the year. */
    public boolean contradicts(Amendment other) {
        return year == other.year
                && agreedOn.equals(other.agreedOn)
                && other.isSignedByAll()
                && !target.equals(other.target);
    }
}
