package io.earnout.escrow.review;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.record.Adjustment;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What all parties agreed on beside the formula (SPA 5.3), year by year. Of several agreements on a year the later one
 * counts. One that lacks a signature, and two of the same day that say otherwise, leave the year undecided until all parties agree on
 * something later.
 *
 * @param quantities the agreed shares, by assessment year
 * @param dueDates the agreed days of release, by assessment year
 * @param undecided the years that wait for a decision
 */
public record Adjustments(
        Map<Integer, Adjustment> quantities, Map<Integer, Adjustment> dueDates, Set<Integer> undecided) {

    private static final Adjustments NONE = new Adjustments(Map.of(), Map.of(), Set.of());

    /** Of one day those come last that leave the year undecided. */
    private static final Comparator<Adjustment> IN_TIME = Comparator.comparing(Adjustment::agreedOn)
            .thenComparing(Adjustment::isSignedByAll, Comparator.reverseOrder())
            .thenComparing(Adjustment::source);

    static Found<Adjustments> of(EscrowFile escrow) {
        if (escrow.registers().adjustments().isEmpty()) {
            return new Found<>(NONE, List.of());
        }
        Examination examination = new Examination(escrow.agreement());
        Adjustments adjustments = examination.of(escrow.registers().adjustments());
        return new Found<>(adjustments, List.copyOf(examination.findings));
    }

    Optional<Shares> quantityOf(AssessmentYear year) {
        return Optional.ofNullable(quantities.get(year.number())).flatMap(Adjustment::releaseShares);
    }

    public Optional<LocalDate> dueDateOf(AssessmentYear year) {
        return Optional.ofNullable(dueDates.get(year.number())).flatMap(Adjustment::releaseDueOn);
    }

    /** Goes through the agreements in the order in which they were made. */
    private static final class Examination {

        private final Agreement agreement;
        private final List<Finding> findings = new ArrayList<>();
        private final Map<Integer, Adjustment> quantities = new TreeMap<>();
        private final Map<Integer, Adjustment> dueDates = new TreeMap<>();
        private final Set<Integer> undecided = new TreeSet<>();

        private Examination(Agreement agreement) {
            this.agreement = agreement;
        }

        private Adjustments of(List<Adjustment> onRecord) {
            List<Adjustment> inOrder = new ArrayList<>(onRecord);
            inOrder.sort(IN_TIME);
            for (Adjustment adjustment : inOrder) {
                Optional<Adjustment> contradiction =
                        inOrder.stream().filter(adjustment::contradicts).findFirst();
                if (!adjustment.isSignedByAll()) {
                    undecided.add(adjustment.year());
                    refuse(adjustment, inOrder);
                } else if (contradiction.isPresent()) {
                    undecided.add(adjustment.year());
                    findContradiction(adjustment, contradiction.get());
                } else {
                    undecided.remove(adjustment.year());
                    adjustment.releaseShares().ifPresent(shares -> record(adjustment, quantities));
                    adjustment.releaseDueOn().ifPresent(day -> record(adjustment, dueDates));
                }
            }
            return new Adjustments(quantities, dueDates, undecided);
        }

        private void findContradiction(Adjustment adjustment, Adjustment other) {
            find(
                    FindingCode.ADJUSTMENT_UNDECIDED,
                    adjustment,
                    Field.AGREED_ON,
                    adjustment.agreedOn().toString(),
                    "another agreement of this day on year " + adjustment.year() + " contradicts it (" + other.source()
                            + "): neither counts, and the year is held until it is decided which one does",
                    "delete the one that doesn't count, or record the later one with its own day");
        }

        private void record(Adjustment adjustment, Map<Integer, Adjustment> recorded) {
            Adjustment before = recorded.put(adjustment.year(), adjustment);
            if (before != null && !before.agreesOnTheSameAs(adjustment)) {
                find(
                        FindingCode.ADJUSTMENT_REPLACED,
                        adjustment,
                        Field.AGREED_ON,
                        adjustment.agreedOn().toString(),
                        "replaces the agreement of " + before.agreedOn() + " on year " + adjustment.year() + " ("
                                + before.source() + ")",
                        "");
            }
        }

        private void refuse(Adjustment adjustment, List<Adjustment> all) {
            boolean decided = all.stream()
                    .anyMatch(later -> later.isSignedByAll()
                            && later.year() == adjustment.year()
                            && later.agreedOn().isAfter(adjustment.agreedOn()));
            find(
                    decided ? FindingCode.ADJUSTMENT_REPLACED : FindingCode.ADJUSTMENT_UNDECIDED,
                    adjustment,
                    Field.SIGNED_BY,
                    adjustment.signatures(),
                    "not signed by " + Adjustment.Signatory.missingOf(adjustment.signedBy())
                            + (decided
                                    ? ": it changes nothing; all parties agreed on something later"
                                    : ": it changes nothing, and year " + adjustment.year()
                                            + " is held until it is decided"),
                    decided ? "" : "record the missing signature, or delete the row if the agreement has failed");
        }

        private void find(
                FindingCode code, Adjustment adjustment, Field field, String value, String message, String remedy) {
            findings.add(new Finding(
                    code,
                    agreement.id(),
                    adjustment.year(),
                    adjustment.source(),
                    field.toString(),
                    value,
                    message,
                    remedy));
        }
    }
}
