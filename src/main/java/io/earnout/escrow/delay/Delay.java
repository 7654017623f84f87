package io.earnout.escrow.delay;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Term;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * The days of one late release that fall to one party (SPA 8.2, EA 5.2), and the penalty for them. A memo: nothing of it is
 * netted against shares.
 *
 * @param year the assessment year whose release is late
 * @param reason why nobody is liable for the days; nothing where a party is
 * @param firstDay the first of the days; days of others may lie between the first and the last
 * @param lateShares the shares that were released late, or are not released yet
 * @param penalty nothing where the market value is not known
 * @param capped whether the penalty of the release reached 5% of the value in these days
 * @param provisional the places and years without holiday data on which the days rest; empty if they are certain
 */
public record Delay(
        int year,
        Party party,
        Optional<FindingCode> reason,
        LocalDate firstDay,
        LocalDate lastDay,
        int days,
        ExactShares lateShares,
        Optional<Penalty> penalty,
        boolean capped,
        Set<String> provisional) {

    /** To whom a day of delay falls. */
    public enum Party implements Term {
        /** Until report and instruction were with the agent for ten business days. */
        ISSUER("issuer"),
        /** After that. */
        ESCROW_AGENT("escrow-agent"),
        /** While there was no report, or a justified reason: a suspension, or an over-release to hold against. */
        NOBODY("nobody");

        private final String term;

        Party(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /**
     * An amount in the currency of the share's price, rounded down to its hundredth part once, after all days are added.
     *
     * @param cents hundredths of the currency unit
     */
    public record Penalty(BigInteger cents, String currency) {

        /** As files hold it: {@code 5700.00}. */
        public String plain() {
            return MinorUnits.plain(cents);
        }
    }
}
