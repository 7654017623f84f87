package io.earnout.escrow.release;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.review.Review;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
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

    private static final Comparator<Instruction> IN_TIME = Comparator.comparing(InstructionReview::signedFirst)
            .thenComparing(instruction -> instruction.receivedOn().orElse(LocalDate.MAX))
            .thenComparing(Instruction::number)
            .thenComparing(Instruction::source);

    private final Review review;
    private final Settlement settlement;
    private final DraftHistory history;
    private final Findings findings;

    private InstructionReview(Review review, Settlement settlement, DraftHistory history) {
        this.review = review;
        this.settlement = settlement;
        this.history = history;
        this.findings = new Findings(settlement.agreement().id());
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
            reviewed.add(instructions.reviewed(instruction, reviewed));
        }
        List<Instruction> sound = instructions.withoutContradictions(reviewed);
        return new Found<>(sound, instructions.findings.all());
    }

    /** The rows of each instruction: one row on the whole of it, or one for each tranche. */
    private static Collection<List<JointInstruction>> grouped(List<JointInstruction> rows) {
        Map<String, List<JointInstruction>> groups = new LinkedHashMap<>();
        for (JointInstruction row : rows) {
            String key = row.tranche().isPresent()
                    ? row.year() + " " + row.instructionId()
                    : row.source().toString();
            groups.computeIfAbsent(key, number -> new ArrayList<>(1)).add(row);
        }
        return groups.values();
    }

    private List<JointInstruction> withoutDoubles(List<JointInstruction> onRecord) {
        List<JointInstruction> inFileOrder = new ArrayList<>(onRecord);
        inFileOrder.sort(Comparator.comparing(JointInstruction::source));
        List<JointInstruction> rows = new ArrayList<>(onRecord.size());
        for (JointInstruction row : inFileOrder) {
            Optional<JointInstruction> same =
                    rows.stream().filter(row::saysTheSameAs).findFirst();
            if (same.isPresent()) {
                findTwice(row, same.get());
            } else {
                rows.add(row);
            }
        }
        return rows;
    }

    private void findTwice(JointInstruction row, JointInstruction first) {
        find(
                FindingCode.INSTRUCTION_TWICE,
                row,
                Field.INSTRUCTION_ID,
                row.instructionId(),
                "is identical to " + first.source() + " and is ignored",
                "");
    }

    /** What the rows say by themselves. */
    private Instruction asFiled(List<JointInstruction> rows) {
        JointInstruction first = rows.get(0);
        List<TrancheShares.Part> parts = new ArrayList<>();
        long total = 0;
        Optional<FindingCode> fault = Optional.empty();
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
                findContradiction(row, first);
            }
        }
        return new Instruction(
                first.year(),
                first.instructionId(),
                new TrancheShares(parts),
                total,
                Optional.empty(),
                Optional.empty(),
                fault,
                List.copyOf(rows));
    }

    private void findContradiction(JointInstruction row, JointInstruction first) {
        find(
                FindingCode.INSTRUCTION_CONTRADICTORY,
                row,
                Field.INSTRUCTION_ID,
                row.instructionId(),
                "the rows on " + row.instructionId() + " contradict each other (" + first.source() + "): its shares are"
                        + " held",
                "give all rows of an instruction the same days, and each tranche one row");
    }

    private static LocalDate signedFirst(Instruction instruction) {
        return instruction.row().firstSignedOn().or(instruction::receivedOn).orElse(LocalDate.MAX);
    }

    private LocalDate signedOn(Instruction instruction) {
        return instruction.row().firstSignedOn().or(instruction::receivedOn).orElse(review.asOf());
    }

    private Instruction reviewed(Instruction filed, List<Instruction> before) {
        Predicate<TrancheShares> shares = filed.shares().isEmpty()
                ? listed -> listed.total() == filed.total()
                : listed -> listed.saysTheSameAs(filed.shares());
        Optional<Draft> draft = Draft.ofAll(settlement, filed.year())
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
            findUnknown(filed);
            fault = Optional.of(FindingCode.INSTRUCTION_UNKNOWN);
        } else if (fault.isEmpty() && !shares.test(draft.get().shares())) {
            findDifference(filed, draft.get().shares());
            fault = Optional.of(FindingCode.QUANTITY_DIFFERS);
        } else {
            draft.ifPresent(drawnUp -> findEarlier(filed, drawnUp));
        }
        if (filed.withdrawnOn().isEmpty() && isSignedTooEarly(filed, year, draft, report) && fault.isEmpty()) {
            fault = Optional.of(FindingCode.INSTRUCTION_BEFORE_REPORT);
        }
        return new Instruction(
                filed.year(),
                filed.number(),
                draft.map(Draft::shares).orElse(filed.shares()),
                filed.total(),
                draft,
                report.flatMap(Report::receivedOn),
                fault,
                filed.rows());
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
                Draft draft = new Draft(
                        settlement.agreement().id(),
                        filed.year(),
                        report.reportId(),
                        readings,
                        new TrancheShares(parts));
                if (draft.hasNumber(filed.number())) {
                    return Optional.of(draft);
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
        findings.find(
                FindingCode.INSTRUCTION_BEFORE_REPORT,
                filed.year(),
                filed.source(),
                filed.row().signedByIssuerOn().equals(Optional.of(signedOn))
                        ? Field.SIGNED_BY_ISSUER_ON
                        : Field.SIGNED_BY_PURCHASER_ON,
                signedOn.toString(),
                reported.map(day -> "signed before the date of the report on which it is based, " + day)
                        .orElse("signed although there is no report on year " + filed.year()),
                reported.isPresent()
                        ? "correct the day, or have the instruction signed anew on the report"
                        : "file the report, and have the instruction signed on it");
        return true;
    }

    /** Whether a report was rejected that the instruction may be based on: then nothing can be said about its number. */
    private boolean isReportUnknown(int year) {
        return review.escrow().rejected().reports().stream().anyMatch(rejected -> rejected <= year);
    }

    private void findUnknown(Instruction filed) {
        if (isReportUnknown(filed.year())) {
            return;
        }
        String current = Draft.ofAll(settlement, filed.year())
                .flatMap(all -> history.drafted(review.asOf(), filed.year(), List.of()))
                .map(draft -> "; without this row the current one is " + draft.number(1))
                .orElse("");
        find(
                FindingCode.INSTRUCTION_UNKNOWN,
                filed.row(),
                Field.INSTRUCTION_ID,
                filed.number(),
                "\"" + filed.number() + "\" is not an instruction number of year " + filed.year() + current
                        + ": what it releases of each tranche is not known, and the shares of the year are held",
                "correct " + Field.INSTRUCTION_ID + "; if the instruction is not valid, record " + Field.WITHDRAWN_ON);
    }

    private void findDifference(Instruction filed, TrancheShares drafted) {
        find(
                FindingCode.QUANTITY_DIFFERS,
                filed.row(),
                Field.SHARES,
                Long.toString(filed.row().shares().count()),
                "the instruction is about " + said(filed) + ", its draft about " + said(drafted)
                        + ": the shares that it is about are held",
                "correct shares; if the instruction is signed with this quantity, have it withdrawn (record "
                        + Field.WITHDRAWN_ON + ")" + " and sign a new draft");
    }

    private static String said(Instruction filed) {
        return filed.shares().isEmpty() ? Phrases.shares(filed.total()) : said(filed.shares());
    }

    /** {@code 3,000,000 shares of tranche 2 and 150,000 of tranche 1}. */
    static String said(TrancheShares shares) {
        List<String> parts = new ArrayList<>();
        for (TrancheShares.Part part : shares.parts()) {
            String quantity = parts.isEmpty()
                    ? Phrases.shares(part.shares())
                    : Shares.of(part.shares()).toString();
            parts.add(quantity + " of tranche " + part.tranche());
        }
        return String.join(" and ", parts);
    }

    private void findEarlier(Instruction filed, Draft drawnUp) {
        if (!drawnUp.readings().equals(settlement.readings())) {
            findReadingChanged(filed, drawnUp.readings());
            return;
        }
        Optional<Draft> now = Draft.ofAll(settlement, filed.year());
        boolean asDetermined = now.isPresent()
                && now.get().reportId().equals(drawnUp.reportId())
                && drawnUp.shares().parts().stream()
                        .allMatch(part -> part.shares() <= now.get().shares().of(part.tranche()));
        if (!asDetermined) {
            find(
                    FindingCode.INSTRUCTION_OF_EARLIER_DETERMINATION,
                    filed.row(),
                    Field.INSTRUCTION_ID,
                    filed.number(),
                    "the instruction is based on an earlier determination; it counts as signed: "
                            + said(drawnUp.shares()),
                    "");
        }
    }

    private void findReadingChanged(Instruction filed, Readings drawnUpUnder) {
        Agreement.ReadingsOnRecord onRecord = review.escrow().agreement().readings();
        boolean documented = onRecord.isDocumentedOn(review.asOf());
        // signed before all parties agreed on the reading it was right; signed afterwards, the wrong draft was taken
        // draft
        boolean signedBefore =
                documented && signedOn(filed).isBefore(onRecord.agreedOn().orElseThrow());
        find(
                signedBefore ? FindingCode.INSTRUCTION_OF_EARLIER_DETERMINATION : FindingCode.READING_CHANGED,
                filed.row(),
                Field.INSTRUCTION_ID,
                filed.number(),
                "READING CHANGED: the instruction was drawn up under the reading " + drawnUpUnder
                        + "; the reading is now "
                        + settlement.readings()
                        + (documented
                                ? ", agreed on " + onRecord.agreedOn().orElseThrow() + " (" + onRecord.document() + ")"
                                : ", and its day or its document is not on record"),
                signedBefore
                        ? ""
                        : documented
                                ? "decide which reading the instruction is to follow; it counts as signed"
                                : "record " + Field.READINGS_AGREED_ON + " and " + Field.READINGS_DOCUMENT
                                        + ", or take the reading back");
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
                findContradiction(instruction.row(), other.get().row());
                all.add(instruction.withFault(FindingCode.INSTRUCTION_CONTRADICTORY));
            } else {
                all.add(instruction);
            }
        }
        return all;
    }

    private void find(
            FindingCode code, JointInstruction row, Field field, String value, String message, String remedy) {
        findings.find(code, row.year(), row.source(), field, value, message, remedy);
    }
}
