package io.earnout.escrow.record;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.terms.Clause;
import io.earnout.terms.Shares;
import io.earnout.terms.Term;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A suspension of releases: a dispute over the quantity (EA 3.3), or the issuer's notice of a breach (SPA 8.1). It is never
 * automatic, and what it suspends stays computed and visible.
 *
 * @param year the assessment year that it is about; 0 for all
 * @param from its first day
 * @param document the notice
 * @param disputed the shares in dispute, where that was said
 * @param disputedBy which side disputes, where that was said
 * @param liftedOn the first day on which it is said to be lifted
 * @param liftedBy how it is said to have been lifted
 * @param liftingDocument where that is kept; empty if it isn't given
 */
public record Suspension(
        int year,
        Ground ground,
        LocalDate from,
        String document,
        Optional<Shares> disputed,
        Optional<DisputedBy> disputedBy,
        Optional<LocalDate> liftedOn,
        Optional<LiftedBy> liftedBy,
        String liftingDocument,
        Source source) {

    /** Why releases are suspended. */
    public enum Ground implements Term {
        DISPUTE("dispute", FindingCode.DISPUTED, Clause.EA_3_3),
        BREACH("breach", FindingCode.SUSPENDED, Clause.SPA_8_1);

        private final String term;
        private final FindingCode gate;
        private final Clause clause;

        Ground(String term, FindingCode gate, Clause clause) {
            this.term = term;
            this.gate = gate;
            this.clause = clause;
        }

        @Override
        public String term() {
            return term;
        }

        public FindingCode gate() {
            return gate;
        }

        public Clause clause() {
            return clause;
        }
    }

    /** Which side disputes the quantity, and so which shares the dispute is about. */
    public enum DisputedBy implements Term {
        /** The seller claims shares beyond the computed ones. */
        SELLER("seller"),
        /** The issuer contests some of the computed ones. */
        ISSUER("issuer");

        private final String term;

        DisputedBy(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** How a suspension can end. */
    public enum LiftedBy implements Term {
        /** A written settlement signed by all parties. */
        SETTLEMENT("settlement"),
        /** An effective ruling of the arbitral institution or a court. */
        RULING("ruling"),
        /** The issuer takes its notice of a breach back; a dispute does not end so (EA 3.3). */
        WITHDRAWAL("withdrawal");

        private final String term;

        LiftedBy(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** The first day on which it doesn't hold any more; nothing while it is not lifted as the contract asks. */
    public Optional<LocalDate> ended() {
        return isLiftedAsAsked() ? liftedOn : Optional.empty();
    }

    /** A dispute ends with a settlement of all parties or an effective ruling (EA 3.3), not with a withdrawal. */
    private boolean isLiftedAsAsked() {
        return liftedBy.isPresent() && (ground == Ground.BREACH || liftedBy.get() != LiftedBy.WITHDRAWAL);
    }

    /** Whether it is said to be lifted, and isn't. */
    public boolean isLiftedInVain() {
        return (liftedOn.isPresent() || liftedBy.isPresent()) && ended().isEmpty();
    }

    /** Whether the other row says the same in every respect, whatever its line. */
    public boolean saysTheSameAs(Suspension other) {
        return equals(new Suspension(
                other.year,
                other.ground,
                other.from,
                other.document,
                other.disputed,
                other.disputedBy,
                other.liftedOn,
                other.liftedBy,
                other.liftingDocument,
                source));
    }

    /** The same as it was before it was lifted. */
    public Suspension notLifted() {
        return new Suspension(
                year,
                ground,
                from,
                document,
                disputed,
                disputedBy,
                Optional.empty(),
                Optional.empty(),
                liftingDocument,
                source);
    }

    /** Whether the seller claims more than is computed, so that the computed shares are not in dispute. */
    public boolean isOfSharesBeyondTheComputed() {
        return disputedBy.filter(DisputedBy.SELLER::equals).isPresent();
    }

    /**
     * The shares that are not in dispute. Where it isn't said which side disputes, it is the lower figure: the computed ones
     * less those in dispute.
     *
     * @param computed the shares that the formula gives, and what was agreed on
     */
    public Shares undisputedOf(Shares computed) {
        long contested =
                isOfSharesBeyondTheComputed() ? 0 : disputed.orElse(Shares.NONE).count();
        return Shares.of(Math.max(0, computed.count() - contested));
    }

    public boolean isInForceOn(LocalDate day) {
        return !from.isAfter(day) && (ended().isEmpty() || ended().get().isAfter(day));
    }

    /** Whether it stops the release of a tranche by the instruction of an assessment year. */
    public boolean covers(int assessmentYear, int trancheYear) {
        return year == 0 || year == assessmentYear || year == trancheYear;
    }
}
