package io.earnout.present.report;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.output.RunTotals;
import io.earnout.output.UpcomingDeadlines;
import io.earnout.present.changes.Change;
import io.earnout.present.overview.RunOverview;
import io.earnout.present.overview.RunToDo;
import io.earnout.present.todo.ToDo;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The first screen, for a reader with one minute: shares to instruct, holds and their reasons, deadlines, errors. */
public record FirstScreen(RunOverview overview) {

    private static final int FEW = 3;
    private static final int SHORT = 70;

    /** A number of shares with its description. */
    public record Part(String shares, String what) {}

    public String agreements() {
        return Written.count(totals().agreements(), "agreement");
    }

    public String total(RunTotals.Total total) {
        return Written.number(totals().shares(total));
    }

    private RunTotals totals() {
        return overview.totals();
    }

    /** Which instructions there are to sign, the first of them. */
    public List<Part> toInstruct() {
        List<Part> parts = new ArrayList<>();
        for (AgreementResult result : overview.results()) {
            for (ReleaseInstruction line : result.determination().instructions()) {
                if (!line.quantity().isNone()) {
                    parts.add(new Part(
                            line.quantity().toString(),
                            place(result) + "year " + line.assessmentYear()
                                    + (line.tranche().number() == line.assessmentYear()
                                            ? ""
                                            : ", tranche " + line.tranche().number())));
                }
            }
        }
        return few(parts);
    }

    private String place(AgreementResult result) {
        return overview.totals().agreements() == 1 ? "" : DisplayText.beginning(result.agreementId(), 24) + " ";
    }

    /** The shares held for each reason; a share can be held for several. */
    public List<Part> held() {
        Map<FindingCode, BigInteger> byReason = new EnumMap<>(FindingCode.class);
        for (AgreementResult result : overview.results()) {
            for (ReleaseInstruction line : result.determination().instructions()) {
                for (FindingCode reason : line.reasons()) {
                    long shares = reason.isOfProgress()
                            ? 0
                            : line.held().wholeCount() - line.awaiting().wholeCount();
                    if (shares > 0) {
                        byReason.merge(reason, BigInteger.valueOf(shares), BigInteger::add);
                    }
                }
            }
        }
        List<Part> parts = new ArrayList<>();
        byReason.forEach((reason, shares) -> parts.add(new Part(
                Written.number(shares),
                Written.words(reason)
                        + (reason.clauses().isEmpty()
                                ? ""
                                : " (" + reason.clauses().get(0).citation() + ")"))));
        return few(parts);
    }

    public List<UpcomingDeadlines.Entry> next() {
        return totals().countdown().next().stream().limit(FEW).toList();
    }

    public String missed() {
        long missed = totals().countdown().missed();
        return missed == 0 ? "" : Written.count(missed, "deadline") + " missed";
    }

    /** The first changes since the previous run. */
    public List<Change> changes() {
        return few(overview.changes());
    }

    /** What is to be done, the first of it. */
    public List<ToDo> toDo() {
        return few(RunToDo.of(overview).items());
    }

    /** How much more there is to do, in words; empty if that is all. */
    public String moreToDo() {
        RunToDo all = RunToDo.of(overview);
        long more = all.items().size() - (long) toDo().size();
        return (more == 0 ? "" : Written.number(more) + " more below")
                + (all.moreAgreements() == 0
                        ? ""
                        : (more == 0 ? "" : "; ") + Written.count(all.moreAgreements(), "more agreement")
                                + " with something to sign or to decide");
    }

    /** By when, and what is late. */
    public String when(ToDo item) {
        return item.when(overview.identity().asOf());
    }

    /** The rows to record, as they fit the files. */
    public List<String> rows(ToDo item) {
        return item.rows().stream()
                .flatMap(row -> row.lines(overview.rowForms()).stream())
                .toList();
    }

    /** The first deadline that was missed; nothing if none was. */
    public List<UpcomingDeadlines.Entry> firstMissed() {
        return totals().countdown().firstMissed().stream().limit(FEW).toList();
    }

    public String errorCount() {
        return Written.number(totals().found(Severity.ERROR));
    }

    public List<Finding> errors() {
        return few(totals().errors());
    }

    /** A text, cut to the length of a line. */
    public static String inALine(String text) {
        return DisplayText.beginning(text, SHORT);
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(FEW, all.size()));
    }
}
