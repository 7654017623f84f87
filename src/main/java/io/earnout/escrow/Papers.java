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
 */
record Papers(
        int year,
        List<JointInstruction> complete,
        List<JointInstruction> incomplete,
        List<Transfer> transfers,
        Optional<LocalDate> reportReceivedOn) {

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
                year.firstReceivedOn());
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

    /** What was moved of one tranche. */
    long moved(int trancheYear) {
        return transfers.stream()
                .filter(transfer -> transfer.trancheYear() == trancheYear)
                .mapToLong(transfer -> transfer.shares().count())
                .sum();
    }

    /** Signed, received and not moved yet. */
    long openShares() {
        return Math.max(0, signed() - moved());
    }

    /**
     * What is left of a paper.
     *
     * @param shares signed for and not moved yet, at least one
     */
    record OpenPart(JointInstruction paper, long shares) {}

    /** What is left of the papers that are not carried out in full, in the order in which the agent received them. */
    List<OpenPart> open() {
        List<OpenPart> open = new ArrayList<>();
        long moved = moved();
        for (JointInstruction paper : complete) {
            long carriedOut = Math.min(moved, paper.shares().count());
            moved -= carriedOut;
            if (carriedOut < paper.shares().count()) {
                open.add(new OpenPart(paper, paper.shares().count() - carriedOut));
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
        int at = 0;
        long left = complete.isEmpty() ? 0 : complete.get(0).shares().count();
        for (Transfer transfer : transfers) {
            long toMove = transfer.shares().count();
            while (toMove > 0 && at < complete.size()) {
                long part = Math.min(toMove, left);
                parts.add(new Moved(transfer, Optional.of(complete.get(at)), part));
                toMove -= part;
                left -= part;
                if (left == 0) {
                    at++;
                    left = at < complete.size() ? complete.get(at).shares().count() : 0;
                }
            }
            if (toMove > 0) {
                parts.add(new Moved(transfer, Optional.empty(), toMove));
            }
        }
        return parts;
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
