package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.terms.Term;
import java.time.LocalDate;

/**
 * A consolidation or subdivision of the issuer's shares: at the start of the day {@code oldShares} become {@code newShares}.
 * The documents are silent on it; it changes the unit in which shares are counted, not the rights.
 *
 * @param effectiveOn the first day on which the new shares are counted
 * @param oldShares at least one, {@value #MOST} at most
 * @param newShares at least one, {@value #MOST} at most, and not as many as the old ones
 * @param rounding what becomes of a fraction in the agent's account
 * @param document the resolution
 */
public record ShareChange(
        LocalDate effectiveOn, long oldShares, long newShares, Rounding rounding, String document, Source source) {

    /** The most shares that either side of a ratio names. */
    public static final long MOST = 1_000_000;

    /** How the resolution rounds what a registered holder has. */
    public enum Rounding implements Term {
        /** A fraction becomes a whole share, as in Kaixin's consolidations. */
        UP("up"),
        /** A fraction is lost. */
        DOWN("down"),
        /** No fraction may be left. */
        WHOLE("whole");

        private final String term;

        Rounding(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    public ShareChange {
        boolean ratio = oldShares >= 1 && newShares >= 1 && oldShares <= MOST && newShares <= MOST;
        if (!ratio || oldShares == newShares) {
            throw new IllegalArgumentException("no ratio of a share change: " + oldShares + ":" + newShares);
        }
    }

    /** {@code 30:1}: thirty old shares become one new share. */
    public String ratio() {
        return oldShares + ":" + newShares;
    }

    /** Whether the other row says the same in every respect, whatever its line. */
    public boolean saysTheSameAs(ShareChange other) {
        return equals(new ShareChange(
                other.effectiveOn, other.oldShares, other.newShares, other.rounding, other.document, source));
    }
}
