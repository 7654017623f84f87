package io.earnout.escrow.review;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.Amendment;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The targets that all parties amended (SPA 11.2), year by year. Of several amendments of a year the last agreed counts. One that lacks a
 * signature, and two of the same day with different targets, leave the year undecided until all parties agree on something later.
 *
 * @param inForce the amendment that counts, by assessment year
 * @param undecided the years that wait for a decision
 */
public record Amendments(Map<Integer, Amendment> inForce, Set<Integer> undecided) {

    private static final Found<Amendments> NONE = new Found<>(new Amendments(Map.of(), Set.of()), List.of());

    /** Of one day those come last that leave the year undecided. */
    private static final Comparator<Amendment> IN_TIME = Comparator.comparing(Amendment::agreedOn)
            .thenComparing(Amendment::isSignedByAll, Comparator.reverseOrder())
            .thenComparing(Amendment::source);

    static Found<Amendments> of(EscrowFile escrow) {
        return escrow.registers().amendments().isEmpty() ? NONE : new Examination(escrow).found();
    }

    /** The amendment that counts for a year. */
    public Optional<Amendment> of(int year) {
        return Optional.ofNullable(inForce.get(year));
    }

    /** The agreement with the amended targets. */
    Agreement amended(Agreement asSigned) {
        List<AssessmentYear> years = new ArrayList<>(asSigned.years().size());
        for (AssessmentYear year : asSigned.years()) {
            years.add(of(year.number())
                    .map(amendment ->
                            new AssessmentYear(year.number(), year.period(), amendment.target(), year.tranche()))
                    .orElse(year));
        }
        return asSigned.over(years);
    }

    /** Goes through the amendments in the order in which they were made. */
    private static final class Examination {

        private final Agreement asSigned;
        private final Findings findings;
        private final List<Amendment> inOrder;
        private final Map<Integer, Amendment> inForce = new TreeMap<>();
        private final Set<Integer> undecided = new TreeSet<>();

        private Examination(EscrowFile escrow) {
            this.asSigned = escrow.asSigned();
            this.findings = new Findings(asSigned.id());
            this.inOrder = new ArrayList<>(escrow.registers().amendments());
            inOrder.sort(IN_TIME);
        }

        private Found<Amendments> found() {
            for (Amendment amendment : inOrder) {
                Optional<Amendment> contradiction =
                        inOrder.stream().filter(amendment::contradicts).findFirst();
                if (!amendment.isSignedByAll()) {
                    undecided.add(amendment.year());
                    refuse(amendment);
                } else if (contradiction.isPresent()) {
                    undecided.add(amendment.year());
                    find(
                            FindingCode.AMENDMENT_UNDECIDED,
                            amendment,
                            Field.AGREED_ON,
                            amendment.agreedOn().toString(),
                            "another amendment of this day sets another target for year " + amendment.year() + " ("
                                    + contradiction.get().source() + "): neither counts, and the year is held until"
                                    + " it is decided which one does",
                            "delete the one that doesn't count, or record the later one with its own day");
                } else {
                    undecided.remove(amendment.year());
                    inForce.put(amendment.year(), amendment);
                }
            }
            inForce.values().forEach(this::findAmended);
            return new Found<>(new Amendments(inForce, undecided), findings.all());
        }

        private void findAmended(Amendment amendment) {
            find(
                    FindingCode.AMENDED,
                    amendment,
                    Field.TARGET_REVENUE,
                    amendment.target().plain(),
                    "the target of year " + amendment.year() + " is " + amendment.target()
                            + " as all parties agreed on " + amendment.agreedOn() + " (" + amendment.document()
                            + "); it was signed as "
                            + asSigned.year(amendment.year()).target(),
                    "");
        }

        private void refuse(Amendment amendment) {
            boolean decided = inOrder.stream()
                    .anyMatch(later -> later.isSignedByAll()
                            && later.year() == amendment.year()
                            && later.agreedOn().isAfter(amendment.agreedOn()));
            find(
                    decided ? FindingCode.AMENDMENT_REPLACED : FindingCode.AMENDMENT_UNDECIDED,
                    amendment,
                    Field.SIGNED_BY,
                    amendment.signatures(),
                    "not signed by " + Adjustment.Signatory.missingOf(amendment.signedBy())
                            + (decided
                                    ? ": it changes nothing; all parties agreed on something later"
                                    : ": the target stays, and year " + amendment.year()
                                            + " is held until it is decided"),
                    decided ? "" : "record the missing signature, or delete the row if the amendment has failed");
        }

        private void find(
                FindingCode code, Amendment amendment, Field field, String value, String message, String remedy) {
            findings.find(code, amendment.year(), amendment.source(), field, value, message, remedy);
        }
    }
}
