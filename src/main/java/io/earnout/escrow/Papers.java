package io.earnout.escrow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The joint written instructions of one assessment year (EA 3.1(b)) beside what was moved under them. What was moved is laid
 * on the complete ones in the order in which the agent received them; what is left of them is signed and open.
 *
 * @param complete signed by both and received
 * @param incomplete a signature or the receipt is missing
 * @param transfers the releases that name the year, in the order of their days
 * @param reportReceivedOn the day on which the agent received the first report on the year, if that is on record
 * @param signedFirst whether a transfer can carry out only what was signed by its day
 */
record Papers(
        int year,
        List<JointInstruction> complete,
        List<JointInstruction> incomplete,
        List<Transfer> transfers,
        Optional<LocalDate> reportReceivedOn,
        boolean signedFirst) {

    private static final Comparator<JointInstruction> IN_TIME = Comparator.comparing(
                    (JointInstruction paper) -> paper.receivedOn().orElse(LocalDate.MAX))
            .thenComparing(JointInstruction::instructionId)
            .thenComparing(JointInstruction::shares)
            .thenComparing(JointInstruction::source);

    static Papers of(ReviewedYear year, List<JointInstruction> onRecord, List<Transfer> counted, Findings findings) {
        int number = year.year().number();
        List<JointInstruction> inTime = new ArrayList<>();
        onRecord.stream()
                .filter(paper -> paper.year() == number)
                .sorted(IN_TIME)
                .forEach(paper -> {
                    Optional<JointInstruction> same =
                            inTime.stream().filter(paper::saysTheSameAs).findFirst();
                    if (same.isPresent()) {
                        findings.find(
                                Code.INSTRUCTION_TWICE,
                                number,
                                paper.source(),
                                "instruction_id",
                                paper.instructionId(),
                                "says the same as " + same.get().source() + " and is ignored",
                                "");
                    } else {
                        inTime.add(paper);
                    }
                });
        return new Papers(
                number,
                inTime.stream().filter(JointInstruction::isComplete).toList(),
                inTime.stream().filter(paper -> !paper.isComplete()).toList(),
                counted.stream()
                        .filter(transfer -> transfer.isRelease() && transfer.year() == number)
                        .toList(),
                year.firstReceivedOn(),
                true);
    }

    /** The same, where a paper may also stand for what was moved before it was signed. */
    Papers signedAfterwards() {
        return new Papers(year, complete, incomplete, transfers, reportReceivedOn, false);
    }

    List<JointInstruction> all() {
        List<JointInstruction> all = new ArrayList<>(complete);
        all.addAll(incomplete);
        return all;
    }

    /** What was signed in sum. */
    long signed() {
        return complete.stream().mapToLong(paper -> paper.shares().count()).sum();
    }

    /** What was moved in sum. */
    long moved() {
        return transfers.stream()
                .mapToLong(transfer -> transfer.shares().count())
                .sum();
    }

    /** What was moved of one tranche under a paper. */
    private long moved(JointInstruction paper, int trancheYear) {
        return movedUnderPapers().stream()
                .filter(part -> part.transfer().trancheYear() == trancheYear
                        && part.paper().filter(paper::equals).isPresent())
                .mapToLong(Moved::shares)
                .sum();
    }

    /** What a paper that rests on a determination still instructs of a tranche. */
    long openOf(JointInstruction paper, Draft restsOn, int trancheYear) {
        return Math.max(0, restsOn.of(trancheYear).count() - moved(paper, trancheYear));
    }

    /** Signed, received and not moved yet. */
    long openShares() {
        return open().stream().mapToLong(OpenPart::shares).sum();
    }

    /** Moved without a paper that was left to carry out. */
    long movedWithoutPaper() {
        return movedUnderPapers().stream()
                .filter(part -> part.paper().isEmpty())
                .mapToLong(Moved::shares)
                .sum();
    }

    /**
     * What is left of a paper.
     *
     * @param shares signed for and not moved yet, at least one
     */
    record OpenPart(JointInstruction paper, long shares) {

        boolean isCarriedOutInPart() {
            return shares < paper.shares().count();
        }
    }

    /** What is left of the papers that are not carried out in full, in the order in which the agent received them. */
    List<OpenPart> open() {
        List<Moved> moved = movedUnderPapers();
        List<OpenPart> open = new ArrayList<>();
        for (JointInstruction paper : complete) {
            long left = paper.shares().count();
            for (Moved part : moved) {
                left -= part.paper().filter(paper::equals).isPresent() ? part.shares() : 0;
            }
            if (left > 0) {
                open.add(new OpenPart(paper, left));
            }
        }
        return open;
    }

    /**
     * Shares of one transfer that were moved under one paper.
     *
     * @param paper nothing where no complete paper was left to carry out
     */
    record Moved(Transfer transfer, Optional<JointInstruction> paper, long shares) {}

    /** The transfers, in the order of their days, each divided by the papers that they carry out. */
    List<Moved> movedUnderPapers() {
        List<Moved> parts = new ArrayList<>(transfers.size());
        long[] left =
                complete.stream().mapToLong(paper -> paper.shares().count()).toArray();
        for (Transfer transfer : transfers) {
            long toMove = transfer.shares().count();
            for (int i = 0; i < left.length && toMove > 0; i++) {
                long part = canCarryOut(transfer, complete.get(i)) ? Math.min(toMove, left[i]) : 0;
                if (part > 0) {
                    parts.add(new Moved(transfer, Optional.of(complete.get(i)), part));
                    toMove -= part;
                    left[i] -= part;
                }
            }
            if (toMove > 0) {
                parts.add(new Moved(transfer, Optional.empty(), toMove));
            }
        }
        return parts;
    }

    private boolean canCarryOut(Transfer transfer, JointInstruction paper) {
        return !signedFirst
                || paper.firstSignedOn()
                        .filter(day -> !day.isAfter(transfer.confirmedOn()))
                        .isPresent();
    }

    /** When the agent had both the paper and a report (EA 3.2); nothing if a receipt is not on record. */
    Optional<LocalDate> documentsComplete(JointInstruction paper) {
        if (reportReceivedOn.isEmpty() || paper.receivedOn().isEmpty()) {
            return Optional.empty();
        }
        LocalDate received = paper.receivedOn().get();
        return Optional.of(received.isBefore(reportReceivedOn.get()) ? reportReceivedOn.get() : received);
    }
}
