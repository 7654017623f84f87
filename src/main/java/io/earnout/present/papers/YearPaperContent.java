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
import io.earnout.settlement.Working;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One assessed year of an agreement as its papers show it: the instruction of its result (EA 3.1(b)), how the quantity was
 * computed (SPA 5), and what stands in the way of it (EA 3).
 */
public final class YearPaperContent extends PaperContent {

    private final AgreementResult dossier;
    private final YearStatement statement;
    private final ReviewedYear reviewed;
    private final List<ReleaseInstruction> lines;
    private final Assessment assessment;
    private final Report report;
    private final Optional<InstructionToSign> instruction;

    private YearPaperContent(
            AgreementResult dossier,
            ReviewedYear reviewed,
            YearStatement statement,
            Assessment assessment,
            Report report,
            Optional<InstructionToSign> instruction) {
        super(dossier);
        this.dossier = dossier;
        this.reviewed = reviewed;
        this.statement = statement;
        this.assessment = assessment;
        this.report = report;
        this.instruction = instruction;
        this.lines = dossier.determination().instructions().stream()
                .filter(line -> line.assessmentYear() == number())
                .toList();
    }

    /** The assessed years of an agreement whose result releases shares, in order; once for each instruction to be signed. */
    static List<YearPaperContent> of(AgreementResult dossier) {
        List<YearPaperContent> years = new ArrayList<>();
        for (ReviewedYear reviewed : dossier.review().years()) {
            List<Optional<InstructionToSign>> instructions = new ArrayList<>(1);
            for (InstructionToSign instruction : dossier.determination().toSign()) {
                if (instruction.year() == reviewed.year().number()) {
                    instructions.add(Optional.of(instruction));
                }
            }
            if (instructions.isEmpty()) {
                instructions.add(Optional.empty());
            }
            if (reviewed.assessment().isPresent() && reviewed.report().isPresent()) {
                int place = reviewed.year().number() - 1;
                for (Optional<InstructionToSign> instruction : instructions) {
                    YearPaperContent year = new YearPaperContent(
                            dossier,
                            reviewed,
                            dossier.determination().years().get(place),
                            reviewed.assessment().get(),
                            reviewed.report().get(),
                            instruction);
                    if (!year.lines.isEmpty()) {
                        years.add(year);
                    }
                }
            }
        }
        return years;
    }

    AgreementResult dossier() {
        return dossier;
    }

    List<ReleaseInstruction> instructions() {
        return lines;
    }

    /** Whether it is about a joint written instruction that the agent has not received. */
    boolean isInstruction() {
        return instruction.isPresent();
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

    /** The numbers that it has had, the first first. */
    List<String> numbers() {
        return instruction.map(dossier::instructionNumbers).orElseGet(() -> dossier.resultNumbers(number()));
    }

    Shares sharesToInstruct() {
        return instruction.map(InstructionToSign::total).orElse(Shares.NONE);
    }

    /** Held beyond what waits for a signature or its receipt. */
    Shares sharesHeld() {
        return Shares.of(lines.stream()
                .mapToLong(line -> line.held().count() - line.awaiting().count())
                .sum());
    }

    public int number() {
        return reviewed.year().number();
    }

    public String currency() {
        return dossier.agreement().currency();
    }

    public ReviewedYear reviewed() {
        return reviewed;
    }

    public YearStatement statement() {
        return statement;
    }

    public Assessment assessment() {
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

    /** What the instruction says of each tranche. */
    List<String> instructed() {
        return lines().stream()
                .map(line -> line.trancheYear() + ": " + line.ofInstruction())
                .toList();
    }

    /** Whether any of the lines has shares that the instruction is not about. */
    public boolean hasOtherParts() {
        return lines.stream().anyMatch(line -> !ofInstruction(line).equals(line.entitled()));
    }

    /** The rows for {@code joint-instructions.csv}, one for each tranche, as far as they are known; none once it is on record. */
    public List<String> rowsToRecord() {
        return onRecord().isPresent()
                ? List.of()
                : lines().stream()
                        .filter(line -> !line.ofInstruction().isNone())
                        .map(line -> dossier.agreementId() + "," + number() + "," + instructionId() + ","
                                + line.ofInstruction().count() + ",,,," + line.trancheYear())
                        .toList();
    }

    public Shares total() {
        return sharesToInstruct();
    }

    public String totalInWords() {
        return NumberInWords.of(sharesToInstruct().count());
    }

    public Shares held() {
        return sharesHeld();
    }

    /** How the numbers of the year came about, clause by clause. */
    public List<Working> workings() {
        List<Working> workings = new ArrayList<>(assessment.workings());
        statement.credit().ifPresent(credit -> workings.addAll(credit.workings(readings())));
        return workings;
    }

    /** The reading in force. */
    public Readings readings() {
        return dossier.determination().settlement().readings();
    }

    /** Whether the reading in force is the default one. */
    public boolean isDefaultReading() {
        return readings().equals(Readings.DEFAULT);
    }

    public Shares entitledSoFar() {
        return dossier.determination().settlement().entitled();
    }

    public Shares lowestEntitlement() {
        return dossier.determination().position().lowestEntitlement();
    }

    public Shares highestEntitlement() {
        return dossier.determination().position().highestEntitlement();
    }

    public List<Condition> conditions() {
        return new Conditions(this).all();
    }

    public LocalDate releaseDue() {
        return reviewed.releaseDue();
    }

    /** Whether all parties agreed on that day (SPA 5.3). */
    public boolean isReleaseDayAgreed() {
        return hasFinding(FindingCode.DUE_DATE_AGREED);
    }

    public boolean isReleaseDayMissed() {
        return reviewed.releaseDue().isBefore(dossier.asOf());
    }

    /** The last day on which the agent can receive report and instruction and still release in time; nothing if missed. */
    public Optional<Deadline> latestReceipt() {
        return deadline(Deadline.Kind.DOCUMENTS);
    }

    /** The places and years without holiday data, on which the day of release rests; empty if the day is certain. */
    public String provisional() {
        return deadline(Deadline.Kind.RELEASE)
                .map(deadline -> Printability.spelt(String.join(", ", deadline.provisional())))
                .orElse("");
    }

    private Optional<Deadline> deadline(Deadline.Kind kind) {
        return dossier.determination().deadlines().stream()
                .filter(deadline -> deadline.year() == number() && deadline.kind() == kind)
                .findFirst();
    }

    boolean hasFinding(FindingCode code) {
        return dossier.findings().stream().anyMatch(finding -> finding.year() == number() && finding.code() == code);
    }

    /** Why shares are held, each with what opens the gate. */
    public List<HoldReason> heldBecause() {
        return HoldReason.of(this);
    }

    /** What was found about the year and its lines under a code. */
    List<Finding> findings(FindingCode code) {
        return dossier.findings().stream()
                .filter(finding -> finding.code() == code && isAboutLines(finding.year()))
                .toList();
    }

    private boolean isAboutLines(int year) {
        return year == 0
                || year == number()
                || lines.stream().anyMatch(line -> line.tranche().number() == year);
    }
}
