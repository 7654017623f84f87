package io.earnout.escrow;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The joint written instructions of one assessment year (EA 3.1(b)) beside what was moved under them. What was moved is laid
 * on the complete ones in the order in which the agent received them; what is left of them is signed and open.
 */
final class Papers {

    private static final Comparator<JointInstruction> IN_TIME = Comparator.comparing(
                    (JointInstruction paper) -> paper.receivedOn().orElse(LocalDate.MAX))
            .thenComparing(JointInstruction::instructionId)
            .thenComparing(JointInstruction::shares)
            .thenComparing(JointInstruction::source);

    private final int year;
    private final List<JointInstruction> complete;
    private final List<JointInstruction> incomplete;
    private final List<Transfer> transfers;
    private final Optional<LocalDate> reportReceivedOn;
    private final List<Moved> moved;
    private final List<OpenPart> open;

    /**
     * Shares of one transfer that were moved under one paper.
     *
     * @param paper nothing where no complete paper was left to carry out
     */
    record Moved(Transfer transfer, Optional<JointInstruction> paper, long shares) {}

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

    private Papers(
            int year,
            List<JointInstruction> complete,
            List<JointInstruction> incomplete,
            List<Transfer> transfers,
            Optional<LocalDate> reportReceivedOn,
            boolean signedFirst) {
        this.year = year;
        this.complete = complete;
        this.incomplete = incomplete;
        this.transfers = transfers;
        this.reportReceivedOn = reportReceivedOn;
        this.moved = new ArrayList<>(transfers.size());
        this.open = new ArrayList<>(1);
        carryOut(signedFirst);
    }

    /** The papers of a year, each carried out by what was moved from the day on which it was signed. */
    static Papers of(ReviewedYear year, List<JointInstruction> onRecord, List<Transfer> counted, Findings findings) {
        int number = year.year().number();
        List<JointInstruction> complete = new ArrayList<>(2);
        List<JointInstruction> incomplete = new ArrayList<>(0);
        for (JointInstruction paper : withoutDoubles(number, onRecord, findings)) {
            (paper.isComplete() ? complete : incomplete).add(paper);
        }
        List<Transfer> transfers = new ArrayList<>(2);
        for (Transfer transfer : counted) {
            if (transfer.isRelease() && transfer.year() == number) {
                transfers.add(transfer);
            }
        }
        return new Papers(number, complete, incomplete, transfers, year.firstReceivedOn(), true);
    }

    private static List<JointInstruction> withoutDoubles(int year, List<JointInstruction> onRecord, Findings findings) {
        List<JointInstruction> inTime = new ArrayList<>(2);
        for (JointInstruction paper : onRecord) {
            if (paper.year() == year) {
                inTime.add(paper);
            }
        }
        inTime.sort(IN_TIME);
        List<JointInstruction> papers = new ArrayList<>(inTime.size());
        for (JointInstruction paper : inTime) {
            Optional<JointInstruction> same =
                    papers.stream().filter(paper::saysTheSameAs).findFirst();
            if (same.isPresent()) {
                findings.find(
                        Code.INSTRUCTION_TWICE,
                        year,
                        paper.source(),
                        "instruction_id",
                        paper.instructionId(),
                        "says the same as " + same.get().source() + " and is ignored",
                        "");
            } else {
                papers.add(paper);
            }
        }
        return papers;
    }

    private void carryOut(boolean signedFirst) {
        long[] left = new long[complete.size()];
        for (int i = 0; i < left.length; i++) {
            left[i] = complete.get(i).shares().count();
        }
        for (Transfer transfer : transfers) {
            long toMove = transfer.shares().count();
            for (int i = 0; i < left.length && toMove > 0; i++) {
                JointInstruction paper = complete.get(i);
                boolean could = !signedFirst || paper.isSignedBy(transfer.confirmedOn());
                long part = could ? Math.min(toMove, left[i]) : 0;
                if (part > 0) {
                    moved.add(new Moved(transfer, Optional.of(paper), part));
                    toMove -= part;
                    left[i] -= part;
                }
            }
            if (toMove > 0) {
                moved.add(new Moved(transfer, Optional.empty(), toMove));
            }
        }
        for (int i = 0; i < left.length; i++) {
            if (left[i] > 0) {
                open.add(new OpenPart(complete.get(i), left[i]));
            }
        }
    }

    /** The same, where a paper may also stand for what was moved before it was signed. */
    Papers signedAfterwards() {
        return new Papers(year, complete, incomplete, transfers, reportReceivedOn, false);
    }

    int year() {
        return year;
    }

    boolean areNone() {
        return complete.isEmpty() && incomplete.isEmpty();
    }

    /** Signed by both and received. */
    List<JointInstruction> complete() {
        return complete;
    }

    /** A signature or the receipt is missing. */
    List<JointInstruction> incomplete() {
        return incomplete;
    }

    /** The releases that name the year, in the order of their days. */
    List<Transfer> transfers() {
        return transfers;
    }

    /** What was signed in sum. */
    long signed() {
        long sum = 0;
        for (JointInstruction paper : complete) {
            sum += paper.shares().count();
        }
        return sum;
    }

    /** What was moved in sum. */
    long moved() {
        long sum = 0;
        for (Transfer transfer : transfers) {
            sum += transfer.shares().count();
        }
        return sum;
    }

    /** Moved without a paper that was left to carry out. */
    long movedWithoutPaper() {
        long sum = 0;
        for (Moved part : moved) {
            sum += part.paper().isEmpty() ? part.shares() : 0;
        }
        return sum;
    }

    /** The transfers, in the order of their days, each divided by the papers that they carry out. */
    List<Moved> movedUnderPapers() {
        return moved;
    }

    /** What is left of the papers that are not carried out in full, in the order in which the agent received them. */
    List<OpenPart> open() {
        return open;
    }

    /** Signed, received and not moved yet. */
    long openShares() {
        long sum = 0;
        for (OpenPart part : open) {
            sum += part.shares();
        }
        return sum;
    }

    /** What a paper that rests on a determination still instructs of a tranche. */
    long openOf(JointInstruction paper, Draft restsOn, int trancheYear) {
        long left = restsOn.of(trancheYear).count();
        for (Moved part : moved) {
            boolean ofTranche = part.transfer().trancheYear() == trancheYear;
            left -= ofTranche && part.paper().filter(paper::equals).isPresent() ? part.shares() : 0;
        }
        return Math.max(0, left);
    }

    /** When the agent had both the paper and a report (EA 3.2); nothing if a receipt is not on record. */
    Optional<LocalDate> documentsComplete(JointInstruction paper) {
        if (reportReceivedOn.isEmpty() || paper.receivedOn().isEmpty()) {
            return Optional.empty();
        }
        return paper.receivedOn().get().isBefore(reportReceivedOn.get()) ? reportReceivedOn : paper.receivedOn();
    }
}
