package io.earnout.escrow.calendar;

import io.earnout.terms.Clause;
import io.earnout.terms.Term;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One day by which something is still to be done.
 *
 * @param year the assessment year; 0 where it concerns the agreement as a whole
 * @param sendBy the last day to send a notice by courier, so that it is given on the day (SPA 11.3); nothing where no paper
 *     has to arrive
 * @param provisional the places and years whose holidays are not known; empty if the day is certain
 */
public record Deadline(int year, Kind kind, LocalDate dueOn, Optional<LocalDate> sendBy, Set<String> provisional) {

    /** What is due. */
    public enum Kind implements Term {
        /** The shares are to be deposited. */
        DEPOSIT("deposit", List.of(Clause.EA_1_1)),
        /** The agent is to have report and joint instruction, so that it can release within the sixty days. */
        DOCUMENTS("report-and-instruction", List.of(Clause.EA_3_2, Clause.SPA_5_1)),
        /** The shares are to be released. */
        RELEASE("release", List.of(Clause.SPA_5_1)),
        /** What is instructed is to be transferred. */
        TRANSFER("transfer", List.of(Clause.EA_3_2)),
        /** The next escrow year begins, and with it a fee. */
        ESCROW_FEE("escrow-fee", List.of(Clause.EA_4_4)),
        /** The agreement expires, and deducted shares are to be returned. */
        EXPIRATION("expiration", List.of(Clause.SPA_5_2_1));

        private final String term;

        @SuppressWarnings("ImmutableEnumChecker") // made by List.of
        private final List<Clause> clauses;

        Kind(String term, List<Clause> clauses) {
            this.term = term;
            this.clauses = clauses;
        }

        @Override
        public String term() {
            return term;
        }

        public List<Clause> clauses() {
            return clauses;
        }
    }

    /** How many days are left on a day; below zero once it is missed. */
    public long daysLeft(LocalDate today) {
        return ChronoUnit.DAYS.between(today, dueOn);
    }
}
