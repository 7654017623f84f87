package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.terms.Shares;
import io.earnout.terms.Term;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An agreement on the quantity or the day of one year's release (SPA 5.3). It takes all four parties; anything less changes
 * nothing, and the year waits until it is decided.
 *
 * @param year the assessment year, whose own tranche it is about
 * @param releaseShares the shares to release instead of the formula's
 * @param releaseDueOn the day by which to release instead of the sixtieth
 * @param signatures who signed, as it is on record
 */
public record Adjustment(
        int year,
        Optional<Shares> releaseShares,
        Optional<LocalDate> releaseDueOn,
        LocalDate agreedOn,
        Set<Signatory> signedBy,
        String signatures,
        String document,
        Source source) {

    /** Who must sign. */
    public enum Signatory implements Term {
        ISSUER("issuer"),
        PURCHASER("purchaser"),
        SELLER("seller"),
        ESCROW_AGENT("escrow-agent");

        private final String term;

        Signatory(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }

        /** Who has not signed: {@code seller, escrow-agent}. */
        public static String missingOf(Set<Signatory> signedBy) {
            return Stream.of(values())
                    .filter(party -> !signedBy.contains(party))
                    .map(Signatory::term)
                    .collect(Collectors.joining(", "));
        }
    }

    public Adjustment {
        signedBy = Set.copyOf(signedBy);
    }

    /** Whether the other row says the same in every respect, whatever its line. */
    public boolean saysTheSameAs(Adjustment other) {
        return equals(new Adjustment(
                other.year,
                other.releaseShares,
                other.releaseDueOn,
                other.agreedOn,
                other.signedBy,
                other.signatures,
                other.document,
                source));
    }

    public boolean isSignedByAll() {
        return signedBy.size() == Signatory.values().length;
    }

    /** Whether the other one is of the same day, signed by all as well, and says otherwise on the same point. */
    public boolean contradicts(Adjustment other) {
        boolean ofTheDay = year == other.year && agreedOn.equals(other.agreedOn) && other.isSignedByAll();
        return ofTheDay && (differ(releaseShares, other.releaseShares) || differ(releaseDueOn, other.releaseDueOn));
    }

    private static boolean differ(Optional<?> one, Optional<?> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    public boolean agreesOnTheSameAs(Adjustment other) {
        return releaseShares.equals(other.releaseShares) && releaseDueOn.equals(other.releaseDueOn);
    }
}
