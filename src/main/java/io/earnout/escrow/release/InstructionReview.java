package io.earnout.escrow.release;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.ShareFactor;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The joint written instructions on record (EA 3.1(b)), each with the draft whose number it bears, and so with what it lists
 * of each tranche. One that fits no draft by one share can't be acted on as it is.
 */
public final class InstructionReview {

    private static final Comparator<Instruction> IN_TIME = Comparator.comparing((Instruction instruction) ->
                    instruction.signedOrReceivedOn().orElse(LocalDate.MAX))
            .thenComparing(instruction -> instruction.receivedOn().orElse(LocalDate.MAX))
            .thenComparing(Instruction::number)
            .thenComparing(Instruction::source);

    private final Review review;
    private final Settlement settlement;
    private final DraftHistory history;
    private final ShareChanges changes;
    private final InstructionFindings findings;

    private InstructionReview(Review review, Settlement settlement, DraftHistory history) {
        this.review = review;
        this.settlement = settlement;
        this.history = history;
        this.changes = review.escrow().registers().shareChanges();
        this.findings = new InstructionFindings(review, settlement, history);
    }

    /** The instructions in the order in which they were signed. */
    public static Found<List<Instruction>> of(Review review, Settlement settlement, DraftHistory history) {
        List<JointInstruction> onRecord = review.escrow().registers().instructions();
        if (onRecord.isEmpty()) {
            return new Found<>(List.of(), List.of());
        }
        InstructionReview instructions = new InstructionReview(review, settlement, history);
        List<Instruction> inTime = new ArrayList<>();
        for (List<JointInstruction> rows : grouped(instructions.withoutDoubles(onRecord))) {
            inTime.add(instructions.asFiled(rows));
        }
        inTime.sort(IN_TIME);
        List<Instruction> reviewed = new ArrayList<>(inTime.size());
        for (Instruction instruction : inTime) {
            reviewed.add(instructions.reviewed(instructions.named(instruction, reviewed), reviewed));
        }
        List<Instruction> sound = instructions.withoutContradictions(reviewed);
        return new Found<>(sound, instructions.findings.all());
    }

    /** The rows of each instruction: one row on the whole of it, or one for each tranche. */
    private static Collection<List<JointInstruction>> grouped(List<JointInstruction> rows) {
        Map<String, List<JointInstruction>> groups = new LinkedHashMap<>();
        for (JointInstruction row : rows) {
            String key = row.tranche().isPresent()
                    ? ofOneInstruction(row)
                    : row.source().toString();
            groups.computeIfAbsent(key, number -> new ArrayList<>(1)).add(row);
        }
        return groups.values();
    }

    /** Rows without a number belong together if they have the same days. */
    private static String ofOneInstruction(JointInstruction row) {
        return row.year() + " "
                + (row.instructionId().isEmpty()
                        ? List.of(
                                row.signedByIssuerOn(), row.signedByPurchaserOn(), row.receivedOn(), row.withdrawnOn())
                        : row.instructionId());
    }

    private List<JointInstruction> withoutDoubles(List<JointInstruction> onRecord) {
        List<JointInstruction> inFileOrder = new ArrayList<>(onRecord);
        inFileOrder.sort(Comparator.comparing(JointInstruction::source));
        List<JointInstruction> rows = new ArrayList<>(onRecord.size());
        for (JointInstruction row : inFileOrder) {
            Optional<JointInstruction> same =
                    rows.stream().filter(row::saysTheSameAs).findFirst();
            if (same.isPresent()) {
                findings.findTwice(row, same.get());
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    /** What the rows say by themselves. */
    private Instruction asFiled(List<JointInstruction> rows) {
        JointInstruction first = rows.get(0);
        List<TrancheShares.Part> parts = new ArrayList<>();
        long total = 0;
        Optional<FindingCode> fault = Optional.empty();
        // in which shares it counts is told by its draft
        for (JointInstruction row : rows) {
            total += row.shares().count();
            row.tranche()
                    .ifPresent(tranche -> parts.add(
                            new TrancheShares.Part(tranche, row.shares().count())));
            long ofTranche = rows.stream()
                    .filter(other -> other.tranche().equals(row.tranche()))
                    .count();
            if (ofTranche > 1 || !row.hasTheSameDaysAs(first)) {
                fault = Optional.of(FindingCode.INSTRUCTION_CONTRADICTORY);
                findings.findContradiction(row, first);
            }
        }
        return new Instruction(
                first.year(),
                first.instructionId(),
                new TrancheShares(parts),
                total,
                TrancheShares.NONE,
                0,
                Optional.empty(),
                Optional.empty(),
                fault,
                Optional.empty(),
                List.copyOf(rows));
    }

    private LocalDate signedOn(Instruction instruction) {
        return instruction.signedOrReceivedOn().orElse(review.asOf());
    }

    private static Predicate<TrancheShares> sharesOf(Instruction filed) {
        return filed.shares().isEmpty()
                ? listed -> listed.total() == filed.total()
                : listed -> listed.saysTheSameAs(filed.shares());
    }

    /** One without a number has that of the only draft of its quantity that was open when it was signed. */
    private Instruction named(Instruction filed, List<Instruction> before) {
        if (!filed.number().isEmpty()) {
            return filed;
        }
        List<String> open = history.openNumbers(filed.year(), signedOn(filed), sharesOf(filed), before);
        if (open.size() == 1) {
            return filed.withNumber(open.get(0));
        }
        if (!isReportUnknown(filed.year())) {
            findings.findWithoutNumber(filed, open);
        }
        return filed.withFault(open.isEmpty() ? FindingCode.INSTRUCTION_UNKNOWN : FindingCode.INSTRUCTION_AMBIGUOUS);
    }

    private Instruction reviewed(Instruction filed, List<Instruction> before) {
        Predicate<TrancheShares> shares = sharesOf(filed);
        Optional<Draft> draft = Draft.ofAll(settlement, filed.year(), changes, review.asOf())
                .filter(all -> all.hasNumber(filed.number()) && shares.test(all.shares()))
                .or(() -> ofOwnContent(filed))
                .or(() -> history.numbered(filed.number(), filed.year(), signedOn(filed), shares, before));
        ReviewedYear year = review.year(filed.year());
        Optional<Report> report = draft.flatMap(drawnUp -> year.reports().stream()
                .filter(filedReport -> filedReport.reportId().equals(drawnUp.reportId()))
                .findFirst());
        Optional<FindingCode> fault = filed.fault();
        if (filed.withdrawnOn().isPresent()) {
            // nothing of it is to be carried out any more, whatever it says
            fault = draft.isEmpty() || !shares.test(draft.get().shares())
                    ? Optional.of(FindingCode.INSTRUCTION_UNKNOWN)
                    : fault;
        } else if (fault.isEmpty() && draft.isEmpty()) {
            if (!isReportUnknown(filed.year())) {
                findings.findUnknown(filed);
            }
            fault = Optional.of(FindingCode.INSTRUCTION_UNKNOWN);
        } else if (fault.isEmpty() && !shares.test(draft.get().shares())) {
            findings.findDifference(filed, draft.get().shares());
            fault = Optional.of(FindingCode.QUANTITY_DIFFERS);
        } else {
            draft.ifPresent(drawnUp -> findings.findEarlier(filed, drawnUp));
        }
        if (filed.withdrawnOn().isEmpty() && isSignedTooEarly(filed, year, draft, report) && fault.isEmpty()) {
            fault = Optional.of(FindingCode.INSTRUCTION_BEFORE_REPORT);
        }
        TrancheShares listed = draft.map(Draft::shares).orElse(filed.shares());
        ShareFactor factor = draft.map(Draft::factor)
                .orElseGet(() -> changes.on(filed.row().lastSignedOn().orElse(signedOn(filed))));
        return new Instruction(
                filed.year(),
                filed.number(),
                listed,
                filed.total(),
                inUnits(listed, factor),
                changes.units(filed.total(), factor),
                draft,
                report.flatMap(Report::receivedOn),
                fault,
                overtakenOn(filed, factor),
                filed.rows());
    }

    private TrancheShares inUnits(TrancheShares listed, ShareFactor factor) {
        return changes.isEmpty()
                ? listed
                : new TrancheShares(listed.parts().stream()
                        .map(part -> new TrancheShares.Part(part.tranche(), changes.units(part.shares(), factor)))
                        .toList());
    }

    /** The day on which a share change made the shares that it names into others. */
    private Optional<LocalDate> overtakenOn(Instruction filed, ShareFactor factor) {
        if (changes.isEmpty()) {
            return Optional.empty();
        }
        LocalDate signedOn = signedOn(filed);
        Optional<LocalDate> change =
                changes.firstBetween(signedOn, review.asOf()).map(ShareChange::effectiveOn);
        // a draft of before the change that was signed after it
        return change.isPresent() || changes.on(signedOn).equals(factor) ? change : Optional.of(signedOn);
    }

    /** The draft that the rows describe by themselves, if their number is made of it: then nothing else need be known. */
    private Optional<Draft> ofOwnContent(Instruction filed) {
        List<TrancheShares.Part> parts = new ArrayList<>(filed.shares().parts());
        if (parts.isEmpty()) {
            parts.add(new TrancheShares.Part(filed.year(), filed.total()));
        }
        // as the contract moves them: the year's own tranche, then the restored ones
        parts.sort(Comparator.comparing((TrancheShares.Part part) -> part.tranche() != filed.year())
                .thenComparing(TrancheShares.Part::tranche));
        for (Report report : review.year(filed.year()).reports()) {
            for (Readings readings : List.of(settlement.readings(), Readings.DEFAULT)) {
                for (ShareFactor factor : changes.all()) {
                    Draft draft = new Draft(
                            settlement.agreement().id(),
                            filed.year(),
                            report.reportId(),
                            readings,
                            new TrancheShares(parts),
                            factor);
                    if (draft.hasNumber(filed.number())) {
                        return Optional.of(draft);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private boolean isSignedTooEarly(
            Instruction filed, ReviewedYear year, Optional<Draft> draft, Optional<Report> report) {
        Optional<LocalDate> reported = draft.isPresent() ? report.map(Report::reportDate) : year.firstReportDate();
        LocalDate signedOn = signedOn(filed);
        if (reported.filter(day -> !signedOn.isBefore(day)).isPresent() || isReportUnknown(filed.year())) {
            return false;
        }
        findings.findSignedTooEarly(filed, signedOn, reported);
        return true;
    }

    /** Whether a report was rejected that the instruction may be based on: then nothing can be said about its number. */
    private boolean isReportUnknown(int year) {
        return review.escrow().rejected().reports().stream().anyMatch(rejected -> rejected <= year);
    }

    /** Of rows with one number for the same shares it can't be told which one is meant. */
    private List<Instruction> withoutContradictions(List<Instruction> reviewed) {
        List<Instruction> all = new ArrayList<>(reviewed.size());
        for (Instruction instruction : reviewed) {
            Optional<Instruction> other = reviewed.stream()
                    .filter(that -> !that.source().equals(instruction.source())
                            && that.year() == instruction.year()
                            && that.number().equals(instruction.number())
                            && (that.total() == instruction.total() || !that.isAsDrafted()))
                    .findFirst();
            if (other.isPresent() && instruction.isAsDrafted()) {
                findings.findContradiction(instruction.row(), other.get().row());
                all.add(instruction.withFault(FindingCode.INSTRUCTION_CONTRADICTORY));
            } else {
                all.add(instruction);
            }
        }
        return all;
    }
}
