package io.earnout.present.papers;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.settlement.Reduction;
import io.earnout.settlement.Working;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One assessed year of an agreement as its papers show it: the instruction of its result (EA 3.1(b)), the calculation of the
 * quantity (SPA 5), and the holds on it (EA 3).
 */
public final class YearPaperContent extends PaperContent {

    private static final String HEADER_OF_INSTRUCTIONS = "agreement_id,assessment_year,instruction_id,shares,"
            + "signed_by_issuer_on,signed_by_purchaser_on,received_on,tranche_year";

    private final ReviewedYear reviewed;
    private final Assessment assessment;
    private final Report report;
    private final Optional<InstructionToSign> instruction;
    private final List<ReleaseInstruction> lines;

    private YearPaperContent(
            AgreementResult result,
            ReviewedYear reviewed,
            Assessment assessment,
            Report report,
            Optional<InstructionToSign> instruction) {
        super(result);
        this.reviewed = reviewed;
        this.assessment = assessment;
        this.report = report;
        this.instruction = instruction;
        this.lines = result.determination().instructions().stream()
                .filter(line -> line.assessmentYear() == number())
                .toList();
    }

    /** The assessed years whose result releases shares, in order; a year once for each of its instructions to be signed. */
    static List<YearPaperContent> of(AgreementResult result) {
        List<YearPaperContent> years = new ArrayList<>();
        for (ReviewedYear reviewed : result.review().years()) {
            Optional<Assessment> assessed = result.determination()
                    .settlement()
                    .assessment(reviewed.year().number());
            if (assessed.isEmpty() || reviewed.report().isEmpty()) {
                continue;
            }
            Assessment assessment = assessed.get();
            Report report = reviewed.report().get();
            List<InstructionToSign> toSign = result.determination().toSign().stream()
                    .filter(instruction -> instruction.year() == reviewed.year().number())
                    .toList();
            for (InstructionToSign instruction : toSign) {
                years.add(new YearPaperContent(result, reviewed, assessment, report, Optional.of(instruction)));
            }
            if (toSign.isEmpty()) {
                years.add(new YearPaperContent(result, reviewed, assessment, report, Optional.empty()));
            }
        }
        years.removeIf(year -> year.lines.isEmpty());
        return years;
    }

    /** Whether it is about a joint written instruction that the agent has not received. */
    boolean isInstruction() {
        return instruction.isPresent();
    }

    /**
     * Whether the instruction, which one party has signed, is on more shares than the result of today leaves: it is not to be
     * signed by the other (EA 3.1(b)).
     */
    boolean exceedsTheResult() {
        return lines.stream()
                .anyMatch(line -> line.ofTheDay().isEmpty()
                        && ofInstruction(line).count()
                                > line.entitled().count() - line.confirmed().wholeCount());
    }

    /** The row on the instruction, if it is on record already. */
    Optional<JointInstruction> onRecord() {
        return instruction.flatMap(InstructionToSign::onRecord);
    }

    /** The number of the joint written instruction; without one the number that the year has in the files. */
    String instructionId() {
        return instruction
                .map(InstructionToSign::number)
                .orElseGet(() -> lines.get(0).instructionId());
    }

    /** The numbers that it has had, the oldest first. */
    List<String> numbers() {
        return instruction.map(result()::instructionNumbers).orElseGet(() -> result().resultNumbers(number()));
    }

    List<ReleaseInstruction> releases() {
        return lines;
    }

    public int number() {
        return reviewed.year().number();
    }

    public String currency() {
        return result().agreement().currency();
    }

    public ReviewedYear reviewed() {
        return reviewed;
    }

    public YearStatement statement() {
        return result().determination().years().get(number() - 1);
    }

    Assessment assessment() {
        return assessment;
    }

    public Report report() {
        return report;
    }

    public List<QuantityLine> lines() {
        return lines.stream()
                .map(line -> QuantityLine.of(line, ofInstruction(line)))
                .toList();
    }

    private Shares ofInstruction(ReleaseInstruction line) {
        return instruction.map(its -> its.of(line.tranche().number())).orElse(Shares.NONE);
    }

    /** The quantity that the instruction gives for each tranche. */
    List<String> instructed() {
        return lines().stream()
                .map(line -> line.trancheYear() + ": " + line.ofInstruction())
                .toList();
    }

    /** Whether any of the lines has shares that the instruction is not about. */
    public boolean hasOtherParts() {
        return lines.stream()
                .anyMatch(line -> line.ofTheDay().isEmpty()
                        ? !ofInstruction(line).equals(line.entitled())
                        : !(line.confirmed().isNone()
                                && line.held().isNone()
                                && line.instructed().isNone()));
    }

    /** The rows to add to {@code joint-instructions.csv} below their header, as far as they are known; none once on record. */
    public List<String> rowsToRecord() {
        List<String> rows = new ArrayList<>();
        if (onRecord().isEmpty()) {
            rows.add(HEADER_OF_INSTRUCTIONS);
            lines().stream()
                    .filter(line -> !line.ofInstruction().isNone())
                    .map(line -> result().agreementId() + "," + number() + "," + instructionId() + ","
                            + line.ofInstruction().count() + ",,,," + line.trancheYear())
                    .forEach(rows::add);
        }
        return rows;
    }

    /** The quantity of the instruction. */
    public Shares total() {
        return instruction.map(InstructionToSign::total).orElse(Shares.NONE);
    }

    public String totalInWords() {
        return NumberInWords.of(total().count());
    }

    public String totalInChinese() {
        return NumberInWords.sharesInChinese(total());
    }

    /** The shares held, except those that wait for a signature or for the receipt of their instruction. */
    public Shares held() {
        return Shares.of(lines.stream()
                .mapToLong(line -> line.held().wholeCount() - line.awaiting().wholeCount())
                .sum());
    }

    /** How the numbers of the year were calculated, clause by clause. */
    public List<Working> workings() {
        List<Working> workings = new ArrayList<>(ofEarlierCredits());
        workings.addAll(assessment.workings());
        statement().credit().ifPresent(credit -> workings.addAll(credit.workings(readings())));
        return workings;
    }

    /** Where credits look forward, those that are applied to this year's shortfall. */
    private List<Working> ofEarlierCredits() {
        List<Working> workings = new ArrayList<>();
        for (Credit credit : result().determination().settlement().credits()) {
            for (Reduction reduction : credit.reductions()) {
                if (reduction.year().number() == number()) {
                    Working amount = credit.workings(readings()).get(0);
                    workings.add(new Working(
                            amount.clause(),
                            "year " + credit.year().year().number() + ": " + amount.arithmetic() + ", of which "
                                    + reduction.working().arithmetic()));
                }
            }
        }
        return workings;
    }

    /** The reading in force. */
    public Readings readings() {
        return result().determination().settlement().readings();
    }

    public boolean isDefaultReading() {
        return readings().equals(Readings.DEFAULT);
    }

    public Shares entitledSoFar() {
        return result().determination().settlement().entitled();
    }

    public LocalDate releaseDue() {
        return reviewed.releaseDue();
    }

    /** Whether all parties agreed on that day (SPA 5.3). */
    public boolean isReleaseDayAgreed() {
        return result().findings().stream()
                .anyMatch(finding -> finding.year() == number() && finding.code() == FindingCode.DUE_DATE_AGREED);
    }

    public boolean isReleaseDayMissed() {
        return releaseDue().isBefore(result().asOf());
    }

    /** The last day on which the agent can receive report and instruction and still release in time; none if missed. */
    public Optional<Deadline> latestReceipt() {
        return deadline(Deadline.Kind.DOCUMENTS);
    }

    /** The places and years whose holidays are not on record, so that the day of release may move; empty if it is certain. */
    public String provisional() {
        return deadline(Deadline.Kind.RELEASE)
                .map(deadline -> Printability.spelledOut(String.join(", ", deadline.provisional())))
                .orElse("");
    }

    private Optional<Deadline> deadline(Deadline.Kind kind) {
        return result().determination().deadlines().stream()
                .filter(deadline -> deadline.year() == number() && deadline.kind() == kind)
                .findFirst();
    }

    /** The findings about the year and its lines under a code. */
    List<Finding> findings(FindingCode code) {
        return result().findings().stream()
                .filter(finding -> finding.code() == code && isAboutLines(finding.year()))
                .toList();
    }

    private boolean isAboutLines(int year) {
        return year == 0
                || year == number()
                || lines.stream().anyMatch(line -> line.tranche().number() == year);
    }
}
