package io.earnout.escrow.determination;

import io.earnout.escrow.calendar.Deadlines;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.escrow.review.YearState;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The reports and joint instructions that were to be with the courier by a day that has passed, so that the agent has them in
 * time (EA 3.2, SPA 5.1, 11.3). One that both signed by that day is on its way, until the day on which the agent was to have it.
 */
final class LateDocuments {

    private final Review review;
    private final Deadlines deadlines;
    private final Findings findings;

    private LateDocuments(Review review) {
        this.review = review;
        this.deadlines = new Deadlines(review.escrow().calendar());
        this.findings = new Findings(review.escrow().agreement().id());
    }

    /**
     * Finds them.
     *
     * @param toSign what the agent has not received
     * @param found what is late for another reason is not found twice
     */
    static List<Finding> of(Review review, List<InstructionToSign> toSign, List<Finding> found) {
        LateDocuments late = new LateDocuments(review);
        for (ReviewedYear year : review.years()) {
            boolean isKnown = found.stream()
                    .anyMatch(finding -> finding.year() == year.year().number()
                            && (finding.code() == FindingCode.RELEASE_LATE
                                    || finding.code() == FindingCode.REPORT_OVERDUE));
            if (year.state() != YearState.NOT_ENDED && !isKnown) {
                late.find(year, toSign);
            }
        }
        return late.findings.all();
    }

    private void find(ReviewedYear year, List<InstructionToSign> toSign) {
        int number = year.year().number();
        LocalDate release = review.adjustments()
                .dueDateOf(year.year())
                .orElseGet(() -> Deadlines.dayOfRelease(year.year().period()));
        LocalDate latest = deadlines.latestReceipt(release);
        LocalDate sendBy = Deadlines.sendBy(latest);
        if (!review.asOf().isAfter(sendBy)) {
            return;
        }
        String when =
                " was to be sent to the agent by courier by " + sendBy + ", so that the agent has it by " + latest;
        if (year.state() == YearState.AWAITING_REPORT) {
            findings.find(
                    FindingCode.DOCUMENTS_LATE,
                    number,
                    "the report on year " + number + when + ", and is not on record",
                    "file the report, and send it with the signed instruction at once");
        }
        for (InstructionToSign instruction : toSign) {
            if (instruction.year() == number && isLate(instruction, sendBy, latest)) {
                findings.find(
                        FindingCode.DOCUMENTS_LATE,
                        number,
                        instruction.number() + when + ", and " + missing(instruction.onRecord()),
                        "send it at once, and record the days of signature and receipt");
            }
        }
    }

    private boolean isLate(InstructionToSign instruction, LocalDate sendBy, LocalDate latest) {
        boolean isOnItsWay = instruction
                .onRecord()
                .filter(JointInstruction::isSigned)
                .flatMap(JointInstruction::lastSignedOn)
                .filter(day -> !day.isAfter(sendBy))
                .isPresent();
        return !isOnItsWay || review.asOf().isAfter(latest);
    }

    private static String missing(Optional<JointInstruction> onRecord) {
        return onRecord.isEmpty()
                ? "no signature is on record"
                : onRecord.get().isSigned() ? "its receipt is not on record" : "a signature is missing";
    }
}
