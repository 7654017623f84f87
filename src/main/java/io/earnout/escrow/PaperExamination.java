package io.earnout.escrow;

import io.earnout.settlement.Settlement;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a joint written instruction rests on (EA 3.1): the determination whose number it bears, which may be an earlier one
 * than today's, and a report that was there when it was signed.
 */
final class PaperExamination {

    private final Review review;
    private final Settlement settlement;
    private final List<Draft> drafts;
    private final History history;
    private final Gates gates;
    private final Findings findings;
    private final Set<Integer> readingsChanged = new TreeSet<>();

    PaperExamination(
            Review review, Settlement settlement, List<Draft> drafts, History history, Gates gates, Findings findings) {
        this.review = review;
        this.settlement = settlement;
        this.drafts = drafts;
        this.history = history;
        this.gates = gates;
        this.findings = findings;
    }

    /** Whether a paper of the year was signed under another reading than today's. */
    boolean isReadingChanged(int year) {
        return readingsChanged.contains(year);
    }

    /** Whether it was right when it was signed, and something was restated since. */
    boolean restsOnEarlierDetermination(JointInstruction paper) {
        return !paper.instructionId().equals(currentId(paper.year()))
                && determinationOf(paper).isPresent();
    }

    /** What a paper rests on: a determination, and a report that was there when it was signed. */
    void examine(JointInstruction paper, ReviewedYear year) {
        LocalDate signedOn = signedOn(paper);
        Optional<Draft> restsOn = determinationOf(paper);
        Optional<LocalDate> reportDate =
                restsOn.isPresent() ? dateOfReport(restsOn.get().reportId(), year) : year.firstReportDate();
        if (restsOn.isEmpty()) {
            findUnknown(paper, signedOn);
        } else if (!restsOn.get().instructionId().equals(currentId(paper.year()))) {
            findings.find(
                    Code.INSTRUCTION_OF_EARLIER_DETERMINATION,
                    paper.year(),
                    paper.source(),
                    "instruction_id",
                    paper.instructionId(),
                    "rests on what was determined before; now the number is " + orNone(currentId(paper.year())),
                    "");
        }
        if (reportDate.isEmpty() || signedOn.isBefore(reportDate.get())) {
            gates.closeForPaperSignedTooEarly(paper.year());
            findings.find(
                    Code.INSTRUCTION_BEFORE_REPORT,
                    paper.year(),
                    paper.source(),
                    paper.signedByIssuerOn().equals(Optional.of(signedOn))
                            ? "signed_by_issuer_on"
                            : "signed_by_purchaser_on",
                    signedOn.toString(),
                    reportDate
                            .map(day -> "signed before the report that it rests on, which is of " + day)
                            .orElse("signed though there is no report on year " + paper.year()),
                    reportDate.isPresent()
                            ? "correct the day, or have the instruction signed anew on the report"
                            : "file the report, and have the instruction signed on it");
        }
    }

    /** The determination that has the paper's number: the present one, or one of an earlier day. */
    Optional<Draft> determinationOf(JointInstruction paper) {
        for (Draft draft : drafts) {
            if (draft.instructionId().equals(paper.instructionId()) && draft.year() == paper.year()) {
                return Optional.of(draft);
            }
        }
        return history.numbered(paper.instructionId(), paper.year(), signedOn(paper));
    }

    private static Optional<LocalDate> dateOfReport(String reportId, ReviewedYear year) {
        return year.reports().stream()
                .filter(report -> report.reportId().equals(reportId))
                .map(Report::reportDate)
                .findFirst();
    }

    private String currentId(int year) {
        return drafts.stream()
                .filter(draft -> draft.year() == year)
                .map(Draft::instructionId)
                .findFirst()
                .orElse("");
    }

    private void findUnknown(JointInstruction paper, LocalDate signedOn) {
        boolean readingChanged = history.isOfDefaultReading(paper.instructionId(), paper.year(), signedOn);
        if (readingChanged) {
            readingsChanged.add(paper.year());
        }
        findings.find(
                readingChanged ? Code.READING_CHANGED : Code.INSTRUCTION_UNKNOWN,
                paper.year(),
                paper.source(),
                "instruction_id",
                paper.instructionId(),
                readingChanged
                        ? "READING CHANGED: signed under the default reading, now the reading is "
                                + settlement.readings() + " and no day is on record from which it was agreed"
                        : "\"" + paper.instructionId() + "\" is the number of no determination of year " + paper.year()
                                + ", now or on " + signedOn + "; now it is " + orNone(currentId(paper.year())),
                readingChanged
                        ? "record readings_agreed_on and readings_document, or take the reading back"
                        : "correct instruction_id; the signed quantity of " + paper.shares()
                                + " shares is what counts");
    }

    private LocalDate signedOn(JointInstruction paper) {
        return paper.firstSignedOn().or(paper::receivedOn).orElse(review.asOf());
    }

    private static String orNone(String id) {
        return id.isEmpty() ? "none" : id;
    }
}
