package io.earnout.present.todo;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Phrases;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.escrow.review.YearState;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** All that is to be done about one agreement, as it follows from its result; the most urgent first. */
public final class AgreementToDo {

    /** What an item of another kind says already, with its day and its row. */
    private static final Set<FindingCode> SAID_BY_AN_ITEM = Set.of(
            FindingCode.DOCUMENTS_LATE,
            FindingCode.REPORT_OVERDUE,
            FindingCode.RELEASE_LATE,
            FindingCode.TRANSFER_OVERDUE,
            FindingCode.DEPOSIT_NOT_RECORDED);

    private static final String YOU = "you";

    private final AgreementResult result;
    private final RecordedRows rows;
    private final List<ToDo> items = new ArrayList<>();

    private AgreementToDo(AgreementResult result) {
        this.result = result;
        this.rows = new RecordedRows(result);
    }

    /** The items. */
    public static List<ToDo> of(AgreementResult result) {
        AgreementToDo all = new AgreementToDo(result);
        all.deposit();
        for (ReviewedYear year : result.review().years()) {
            all.report(year);
            result.determination().toSign().stream()
                    .filter(instruction -> instruction.year() == year.year().number())
                    .forEach(instruction -> all.sign(instruction, year));
            all.receiptOfReport(year);
            all.transfer(year);
        }
        all.returned();
        all.findings();
        all.expiry();
        return all.items.stream().sorted(ToDo.MOST_URGENT_FIRST).toList();
    }

    /** What is wrong in the input as a whole, or keeps an agreement from being settled. */
    public static ToDo of(Finding finding) {
        String place = finding.source().equals(Source.NONE) ? "" : finding.source() + ": ";
        return new ToDo(
                finding.agreementId(),
                finding.year(),
                ToDo.Kind.RESOLVE,
                "",
                place + (finding.remedy().isEmpty() ? "decide on it, see exceptions.csv" : finding.remedy()),
                finding.message(),
                Optional.empty(),
                Optional.empty(),
                false,
                "",
                List.of());
    }

    private Optional<Deadline> deadline(Deadline.Kind kind, int year) {
        return result.determination().deadlines().stream()
                .filter(deadline -> deadline.kind() == kind && deadline.year() == year)
                .findFirst();
    }

    private boolean isFound(int year, FindingCode... codes) {
        return result.findings().stream()
                .anyMatch(finding -> finding.year() == year && Set.of(codes).contains(finding.code()));
    }

    private void deposit() {
        deadline(Deadline.Kind.DEPOSIT, 0)
                .ifPresent(due -> add(
                        0,
                        ToDo.Kind.DEPOSIT,
                        "purchaser",
                        "deposit the shares with the escrow agent; then fill in the day of the deposit in "
                                + result.escrow().origins().agreement(),
                        Phrases.shares(result.agreement().considerationShares().count()),
                        Optional.of(due),
                        isFound(0, FindingCode.DEPOSIT_NOT_RECORDED),
                        "",
                        List.of()));
    }

    private void report(ReviewedYear year) {
        if (year.state() == YearState.AWAITING_REPORT || year.state() == YearState.REPORT_OVERDUE) {
            int number = year.year().number();
            add(
                    number,
                    ToDo.Kind.REPORT,
                    YOU,
                    "file the report of an approved firm on the year; the agent is to get it with the instruction",
                    "",
                    documentsDue(number),
                    isFound(number, FindingCode.DOCUMENTS_LATE, FindingCode.REPORT_OVERDUE),
                    "",
                    List.of(rows.report(number)));
        }
    }

    /** The day of both documents; once it has passed, that of the release. */
    private Optional<Deadline> documentsDue(int year) {
        return deadline(Deadline.Kind.DOCUMENTS, year).or(() -> deadline(Deadline.Kind.RELEASE, year));
    }

    private void sign(InstructionToSign instruction, ReviewedYear year) {
        boolean late = isFound(instruction.year(), FindingCode.DOCUMENTS_LATE, FindingCode.RELEASE_LATE);
        String number = instruction.number();
        String details = Phrases.shares(instruction.total().count())
                + (year.report().flatMap(Report::receivedOn).isEmpty()
                                && year.report().isPresent()
                        ? "; record also when the agent received the report ("
                                + year.report().get().source() + ")"
                        : "");
        if (instruction.onRecord().isEmpty()) {
            add(
                    instruction.year(),
                    ToDo.Kind.SIGN,
                    "issuer and purchaser",
                    "sign " + number + ", and send it to the escrow agent with the report",
                    details,
                    documentsDue(instruction.year()),
                    late,
                    number,
                    List.of(rows.instruction(instruction)));
            return;
        }
        boolean issuer = instruction.onRecord().get().signedByIssuerOn().isPresent();
        boolean purchaser = instruction.onRecord().get().signedByPurchaserOn().isPresent();
        boolean signed = issuer && purchaser;
        add(
                instruction.year(),
                signed ? ToDo.Kind.RECEIPT : ToDo.Kind.COMPLETE,
                signed ? YOU : issuer ? "purchaser" : purchaser ? "issuer" : "issuer and purchaser",
                signed
                        ? "send " + number + ", which both have signed, to the escrow agent, and record its receipt"
                        : "sign " + number
                                + (issuer || purchaser
                                        ? ", which the " + (issuer ? "issuer" : "purchaser") + " has signed"
                                        : "")
                                + ", and send it to the escrow agent",
                details,
                documentsDue(instruction.year()),
                late,
                number,
                rows.onRecord(instruction));
    }

    private void receiptOfReport(ReviewedYear year) {
        int number = year.year().number();
        if (isFound(number, FindingCode.RECEIPT_UNKNOWN) && year.report().isPresent()) {
            add(
                    number,
                    ToDo.Kind.REPORT_RECEIPT,
                    YOU,
                    "fill in the day on which the agent received the report in "
                            + year.report().get().source(),
                    "its ten business days can't be counted without it",
                    deadline(Deadline.Kind.RELEASE, number),
                    false,
                    "",
                    List.of());
        }
    }

    private void transfer(ReviewedYear year) {
        int number = year.year().number();
        List<ReleaseInstruction> open = result.determination().instructions().stream()
                .filter(line ->
                        line.assessmentYear() == number && !line.instructed().isNone())
                .toList();
        if (open.isEmpty()) {
            return;
        }
        boolean overdue = isFound(number, FindingCode.TRANSFER_OVERDUE);
        add(
                number,
                ToDo.Kind.TRANSFER,
                overdue ? YOU : "escrow agent",
                overdue
                        ? "ask the escrow agent for the transfer, or record its confirmation"
                        : "transfer the shares and confirm it; then record the confirmation",
                Phrases.shares(open.stream().mapToLong(RecordedRows::toTransfer).sum()),
                deadline(Deadline.Kind.TRANSFER, number).or(() -> deadline(Deadline.Kind.RELEASE, number)),
                overdue || isFound(number, FindingCode.RELEASE_LATE),
                "",
                open.stream().map(rows::transfer).toList());
    }

    private void returned() {
        List<CancellationNotice> open = result.determination().cancellations().stream()
                .filter(notice ->
                        notice.status() == CancellationNotice.Status.FINAL && RecordedRows.toReturn(notice) > 0)
                .toList();
        if (!open.isEmpty()) {
            add(
                    0,
                    ToDo.Kind.RETURN,
                    "issuer, purchaser and escrow agent",
                    "agree in writing that the agent acts on the return instruction, since EA 3 has no mechanism for a"
                            + " return; then record the return",
                    Phrases.shares(open.stream()
                                    .mapToLong(RecordedRows::toReturn)
                                    .sum()) + " to be cancelled",
                    Optional.empty(),
                    false,
                    "",
                    open.stream().map(rows::returned).toList());
        }
    }

    /** What is wrong or waits for a decision; that something is late is said once, with what is to be done about it. */
    private void findings() {
        List<Finding> late = new ArrayList<>();
        for (Finding finding : result.findings()) {
            if (finding.code().severity() != Severity.ERROR) {
                continue;
            }
            if (SAID_BY_AN_ITEM.contains(finding.code())) {
                late.add(finding);
            } else {
                items.add(of(finding));
            }
        }
        late.stream()
                .filter(finding -> items.stream()
                        .noneMatch(item -> item.year() == finding.year() || item.kind() == ToDo.Kind.RESOLVE))
                .map(AgreementToDo::of)
                .forEach(items::add);
    }

    /** Once all is released, the day on which the rest can be cancelled has to be known. */
    private void expiry() {
        boolean allAssessed = result.review().years().stream()
                .allMatch(year -> year.assessment().isPresent());
        boolean isLeft = !result.determination().position().deducted().isNone();
        if (items.isEmpty()
                && allAssessed
                && isLeft
                && result.agreement().expiration().on().isEmpty()) {
            add(
                    0,
                    ToDo.Kind.EXPIRY,
                    YOU,
                    "fill in the day on which the agreement expires, and the document that says so, in "
                            + result.escrow().origins().agreement(),
                    "the deducted shares are cancelled then",
                    Optional.empty(),
                    false,
                    "",
                    List.of());
        }
    }

    private void add(
            int year,
            ToDo.Kind kind,
            String who,
            String what,
            String details,
            Optional<Deadline> due,
            boolean late,
            String number,
            List<RowToRecord> toRecord) {
        Optional<LocalDate> dueOn = due.map(Deadline::dueOn);
        items.add(new ToDo(
                result.agreementId(),
                year,
                kind,
                who,
                what,
                details,
                dueOn,
                due.flatMap(Deadline::sendBy),
                late || dueOn.filter(result.asOf()::isAfter).isPresent(),
                number,
                toRecord));
    }
}
