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
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What a reader with one minute sees: what to instruct, what is held and why, what is due, what needs a person. */
public record FirstScreen(RunOverview overview) {

    private static final int FEW = 3;
    private static final int SHORT = 70;

    /** A number of shares with what it stands for. */
    public record Part(String shares, String what) {}

    public String agreements() {
        return Written.count(tally().agreements(), "agreement");
    }

    public String total(RunTotals.Total total) {
        return Written.number(tally().shares(total));
    }

    private RunTotals tally() {
        return overview.tally();
    }

    /** Which instructions there are to sign, the first of them. */
    public List<Part> toInstruct() {
        List<Part> parts = new ArrayList<>();
        for (AgreementResult dossier : overview.dossiers()) {
            for (ReleaseInstruction line : dossier.determination().instructions()) {
                if (!line.toInstruct().isNone()) {
                    parts.add(new Part(
                            line.toInstruct().toString(),
                            place(dossier) + "year " + line.assessmentYear()
                                    + (line.tranche().number() == line.assessmentYear()
                                            ? ""
                                            : ", tranche " + line.tranche().number())));
                }
            }
        }
        return few(parts);
    }

    private String place(AgreementResult dossier) {
        return overview.tally().agreements() == 1 ? "" : DisplayText.beginning(dossier.agreementId(), 24) + " ";
    }

    /** The shares behind each closed gate; one share may stand behind several. */
    public List<Part> held() {
        Map<FindingCode, BigInteger> byReason = new EnumMap<>(FindingCode.class);
        for (AgreementResult dossier : overview.dossiers()) {
            for (ReleaseInstruction line : dossier.determination().instructions()) {
                for (FindingCode reason : line.reasons()) {
                    boolean waits = reason == FindingCode.INSTRUCTION_NOT_SIGNED
                            || reason == FindingCode.INSTRUCTION_NOT_RECEIVED;
                    long awaiting = line.awaiting().count();
                    long shares = waits ? awaiting : line.held().count() - awaiting;
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

    /** Whether the papers and parts shown are of all agreements. */
    public boolean isOfAll() {
        return overview.holdsAll();
    }

    public List<UpcomingDeadlines.Entry> next() {
        return tally().countdown().next().stream().limit(FEW).toList();
    }

    public String missed() {
        long missed = tally().countdown().missed();
        return missed == 0 ? "" : Written.count(missed, "deadline") + " missed";
    }

    /** The first changes since the run before. */
    public List<Change> changes() {
        return few(overview.changes());
    }

    public String needAPerson() {
        return Written.number(tally().found(Severity.ERROR));
    }

    public List<Finding> errors() {
        return few(tally().errors());
    }

    /** A text cut to what fits a line of the screen. */
    public static String inALine(String text) {
        return DisplayText.beginning(text, SHORT);
    }

    private static <T> List<T> few(List<T> all) {
        return all.subList(0, Math.min(FEW, all.size()));
    }
}
