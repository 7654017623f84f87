package io.earnout.escrow.release;

import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.NaiveReleases.Paper;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The life of an agreement after its years have ended: what is filed, signed, moved, suspended and agreed, event by event, told to
 * the program's releases and to {@link NaiveReleases}, and compared after every event. An event that can't happen says so and changes
 * nothing.
 */
@SuppressWarnings({"NullAway", "EnumOrdinal", "ArrayRecordComponent"
}) // bare tables, that share nothing with the main code
final class Life {

    /** The kinds of events that may change what an open instruction stands for. */
    enum Kind {
        REPORT,
        RESTATEMENT,
        SIGNED,
        INCOMPLETE,
        WITHDRAWN,
        TRANSFER,
        SUSPENSION,
        ADJUSTMENT,
        OVER_RELEASE,
        REJECTED
    }

    /** How far an instruction has come when it is recorded. */
    enum Signing {
        COMPLETE,
        ONE_SIGNATURE,
        ONE_SIGNATURE_AND_RECEIVED,
        NOT_RECEIVED,
        NO_SIGNATURE
    }

    private record Drafted(int year, long[] parts) {}

    private static final LocalDate FIRST_DAY = LocalDate.of(2031, 3, 3);
    private static final int LENGTH = 10;

    final int years;
    final NaiveReleases naive;
    private final EscrowFixture fixture;
    private final List<String> told = new ArrayList<>();
    private final int[] reports;
    private final int dueOn;
    private final Map<String, Drafted> drafts = new TreeMap<>();
    private final Map<Integer, Set<Kind>> whileOpen = new TreeMap<>();
    private final boolean[][] met = new boolean[Kind.values().length][Kind.values().length];
    private LocalDate day = FIRST_DAY;
    private Determination determination;

    /**
     * A life.
     *
     * @param agreedDueOn the day of release that all parties agreed on for all years; empty if it is the sixtieth, which has passed
     */
    Life(int years, String agreedDueOn) {
        this.years = years;
        List<AssessmentYear> terms = new ArrayList<>();
        for (int number = 1; number <= years; number++) {
            terms.add(Kaixin.year(
                    number, Kaixin.rmb(Long.toString(NaiveReleases.TARGET)), new Shares(NaiveReleases.TRANCHE)));
        }
        fixture = EscrowFixture.of(terms);
        for (int year = 1; year <= years && !agreedDueOn.isEmpty(); year++) {
            fixture.agreed(year, Optional.empty(), agreedDueOn, "2026-06-01", EscrowFixture.ALL_FOUR);
        }
        dueOn = agreedDueOn.isEmpty()
                ? NaiveReleases.NONE
                : (int) LocalDate.parse(agreedDueOn).toEpochDay();
        naive = new NaiveReleases(years);
        reports = new int[years + 1];
        determination = fixture.on(day);
    }

    /** The same life so far, to go on otherwise. */
    Life(Life before) {
        years = before.years;
        fixture = before.fixture.copy();
        naive = before.naive.copy();
        naive.compute();
        told.addAll(before.told);
        reports = before.reports.clone();
        dueOn = before.dueOn;
        drafts.putAll(before.drafts);
        day = before.day;
        determination = before.determination;
    }

    void tell(String what) {
        told.add(what);
    }

    /** Whether two kinds met: the second happened while an instruction was open that was open when the first happened. */
    boolean haveMet(Kind first, Kind second) {
        return met[first.ordinal()][second.ordinal()];
    }

    boolean hasOpenInstruction() {
        return !open().isEmpty();
    }

    private List<Integer> open() {
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < naive.left.length; i++) {
            if (naive.isOpen(i)) {
                open.add(i);
            }
        }
        return open;
    }

    /** What happens next happens on a day of its own. */
    private String next(Kind kind, int days, String what) {
        for (int paper : open()) {
            Set<Kind> before = whileOpen.computeIfAbsent(paper, none -> EnumSet.noneOf(Kind.class));
            before.forEach(first -> met[first.ordinal()][kind.ordinal()] = true);
            before.add(kind);
        }
        day = day.plusDays(days);
        naive.today = (int) day.toEpochDay();
        told.add(day + " " + what);
        return day.toString();
    }

    void passes(int days) {
        day = day.plusDays(days);
        naive.today = (int) day.toEpochDay();
        told.add(day + " nothing");
    }

    // ---- reports

    /** A first report, or a restatement. */
    boolean file(int days, int year, long revenue) {
        if (naive.isInConflict(year) || naive.isReportRejected(year)) {
            return false;
        }
        Kind kind = naive.isReported(year) ? kindOfRestatement(year, revenue) : Kind.REPORT;
        String on = next(kind, days, "report on year " + year + ": " + revenue);
        InputFiles.Row row = row(year, revenue, on);
        fixture.reports(reports[year] == 1 ? row : row.supersedes("R" + year + "-" + (reports[year] - 1)));
        naive.report(year, revenue);
        return true;
    }

    /** Whether a restatement takes back what was released already. */
    Kind kindOfRestatement(int year, long revenue) {
        NaiveReleases restated = naive.copy();
        restated.compute();
        long before = NaiveReleases.sum(restated.overReleased);
        restated.report(year, revenue);
        restated.compute();
        return NaiveReleases.sum(restated.overReleased) > before ? Kind.OVER_RELEASE : Kind.RESTATEMENT;
    }

    private InputFiles.Row row(int year, long revenue, String on) {
        reports[year]++;
        return report(year, Long.toString(revenue))
                .id("R" + year + "-" + reports[year])
                .dated(on)
                .received(on)
                .line(told.size());
    }

    /** A second report that supersedes nothing; or if there is one, it does after all, or is taken out. */
    boolean contradict(int days, int year, long revenue, boolean supersedes) {
        if (!naive.isReported(year)) {
            return false;
        }
        if (!naive.isInConflict(year)) {
            String on = next(Kind.REJECTED, days, "second report on year " + year + ": " + revenue);
            fixture.reports(row(year, revenue, on));
            naive.conflict(year, true);
            return true;
        }
        next(Kind.REJECTED, days, "second report on year " + year + (supersedes ? " supersedes" : " taken out"));
        String id = "R" + year + "-" + reports[year];
        if (supersedes) {
            fixture.corrected(id, Optional.of("R" + year + "-" + (reports[year] - 1)));
            naive.report(year, revenueInConflict(id));
        } else {
            fixture.corrected(id, Optional.empty());
            reports[year]--;
        }
        naive.conflict(year, false);
        return true;
    }

    private long revenueInConflict(String reportId) {
        return fixture.asKnownOn(day).reports().stream()
                .filter(filed -> filed.reportId().equals(reportId))
                .mapToLong(filed -> filed.revenue().minorUnits() / 100)
                .findFirst()
                .orElseThrow();
    }

    /** A row on a year is rejected, a report or another one; or if there is one, it is put right. */
    boolean reject(int days, int year, boolean ofReport) {
        boolean isRejected = ofReport ? naive.isReportRejected(year) : naive.isRowRejected(year);
        next(
                Kind.REJECTED,
                days,
                (ofReport ? "report" : "row") + " on year " + year + (isRejected ? " put right" : " rejected"));
        if (ofReport) {
            naive.rejectReport(year, !isRejected);
        } else {
            naive.rejectRow(year, !isRejected);
        }
        Set<Integer> rejectedReports = new TreeSet<>();
        Set<Integer> rejectedRows = new TreeSet<>();
        for (int any = 1; any <= years; any++) {
            if (naive.isReportRejected(any)) {
                rejectedReports.add(any);
            }
            if (naive.isRowRejected(any)) {
                rejectedRows.add(any);
            }
        }
        fixture.rejected(new Rejected(rejectedReports, rejectedRows, false));
        return true;
    }

    // ---- instructions

    /** Signs the drafts of all years as they are. */
    boolean signAll(int days, Signing how, boolean byTranche) {
        List<Integer> drafted = new ArrayList<>();
        for (int year = 1; year <= years; year++) {
            if (naive.draft(year) != null) {
                drafted.add(year);
            }
        }
        if (drafted.isEmpty()) {
            return false;
        }
        Map<Integer, String> numbers = new TreeMap<>();
        drafted.forEach(year -> numbers.put(year, number(year)));
        String on = next(
                how == Signing.COMPLETE ? Kind.SIGNED : Kind.INCOMPLETE,
                days,
                "drafts of years " + drafted + " " + how + (byTranche ? " by tranche" : ""));
        for (int year : drafted) {
            long[] parts = naive.draft(year);
            sign(year, numbers.get(year), parts, byTranche ? parts : null, NaiveReleases.sum(parts), how, on);
        }
        return true;
    }

    /** Signs a quantity under the number of a year's draft, or under a number that no draft ever had. */
    boolean signAny(int days, int year, long shares, Signing how, boolean known) {
        long[] parts = naive.draft(year);
        if (known && parts == null) {
            return false;
        }
        String number = known ? number(year) : "TOY-AY" + year + "-" + String.format("%08d", told.size());
        String on = next(
                how == Signing.COMPLETE ? Kind.SIGNED : Kind.INCOMPLETE,
                days,
                shares + " shares of year " + year + (known ? "" : ", unknown number,") + " " + how);
        sign(year, number, known ? parts : null, null, shares, how, on);
        return true;
    }

    /** Signs a draft as it was on an earlier day. */
    boolean signEarlier(int days, int choice, Signing how, boolean byTranche) {
        List<String> unsigned = drafts.keySet().stream()
                .filter(number -> !naive.numbers().containsKey(number))
                .toList();
        if (unsigned.isEmpty()) {
            return false;
        }
        String number = unsigned.get(choice % unsigned.size());
        Drafted draft = drafts.get(number);
        String on = next(
                how == Signing.COMPLETE ? Kind.SIGNED : Kind.INCOMPLETE,
                days,
                "draft " + number + " " + Arrays.toString(draft.parts()) + " " + how
                        + (byTranche ? " by tranche" : ""));
        sign(
                draft.year(),
                number,
                draft.parts(),
                byTranche ? draft.parts() : null,
                NaiveReleases.sum(draft.parts()),
                how,
                on);
        return true;
    }

    private void sign(int year, String number, long[] drafted, long[] rows, long total, Signing how, String on) {
        String issuer = how == Signing.NO_SIGNATURE ? "" : on;
        String purchaser = how == Signing.COMPLETE || how == Signing.NOT_RECEIVED ? on : "";
        String received = how == Signing.COMPLETE || how == Signing.ONE_SIGNATURE_AND_RECEIVED ? on : "";
        if (rows == null) {
            fixture.paper(year, number, total, issuer, purchaser, received);
        }
        for (int tranche = 1; rows != null && tranche <= years; tranche++) {
            if (rows[tranche] > 0) {
                fixture.part(year, number, tranche, rows[tranche], issuer, purchaser, received);
            }
        }
        Paper paper = new Paper(year, number, drafted, rows, total);
        paper.issuerSigned = issuer.isEmpty() ? NaiveReleases.NEVER : naive.today;
        paper.purchaserSigned = purchaser.isEmpty() ? NaiveReleases.NEVER : naive.today;
        paper.received = received.isEmpty() ? NaiveReleases.NEVER : naive.today;
        naive.papers.add(paper);
    }

    /** The signatures and the receipt that an instruction lacks come on one day. */
    boolean complete(int days, int choice) {
        List<Paper> incomplete = naive.papers.stream()
                .filter(paper -> !paper.isComplete() && !paper.isWithdrawn())
                .toList();
        if (incomplete.isEmpty()) {
            return false;
        }
        Paper paper = incomplete.get(choice % incomplete.size());
        String on = next(Kind.SIGNED, days, paper.number + " completed");
        fixture.filledIn(paper.number, on, on, on, "");
        paper.issuerSigned = Math.min(paper.issuerSigned, naive.today);
        paper.purchaserSigned = Math.min(paper.purchaserSigned, naive.today);
        paper.received = naive.today;
        return true;
    }

    boolean withdraw(int days, int choice) {
        List<Paper> there =
                naive.papers.stream().filter(paper -> !paper.isWithdrawn()).toList();
        if (there.isEmpty()) {
            return false;
        }
        Paper paper = there.get(choice % there.size());
        String on = next(Kind.WITHDRAWN, days, paper.number + " withdrawn");
        fixture.filledIn(paper.number, "", "", "", on);
        paper.withdrawn = naive.today;
        return true;
    }

    private String number(int year) {
        List<String> numbers = determination.instructions().stream()
                .filter(line -> line.assessmentYear() == year)
                .filter(line -> line.toInstruct().wholeCount() > 0)
                .map(ReleaseInstruction::instructionId)
                .distinct()
                .toList();
        assertEquals(1, numbers.size(), () -> "one draft of year " + year + " after " + this);
        return numbers.get(0);
    }

    // ---- transfers

    /** Moves what is instructed, line by line; a part of it if it is cut. */
    boolean moveInstructed(int days, long cutTo) {
        long instructed = 0;
        for (long[] year : naive.instructed) {
            instructed += NaiveReleases.sum(year);
        }
        if (instructed == 0) {
            return false;
        }
        String on = next(
                Kind.TRANSFER, days, "transfers as instructed" + (cutTo < Long.MAX_VALUE ? " up to " + cutTo : ""));
        for (int year = 1; year <= years; year++) {
            for (int tranche = 1; tranche <= years; tranche++) {
                long shares = Math.min(cutTo, naive.instructed[year][tranche]);
                if (shares > 0) {
                    fixture.release(year, tranche, shares, on);
                    naive.move(year, tranche, shares, NaiveReleases.NONE);
                }
            }
        }
        return true;
    }

    /** Carries out an instruction, naming it. */
    boolean moveNamed(int days, int choice, long cutTo) {
        List<Integer> open = open();
        if (open.isEmpty()) {
            return false;
        }
        int named = open.get(choice % open.size());
        Paper paper = naive.papers.get(named);
        String on = next(Kind.TRANSFER, days, "transfers naming " + paper.number + " up to " + cutTo);
        for (int tranche = 1; tranche <= years; tranche++) {
            long shares = Math.min(cutTo, naive.left[named][tranche]);
            if (shares > 0) {
                fixture.release(paper.year, tranche, shares, on, paper.number);
                naive.move(paper.year, tranche, shares, named);
            }
        }
        return true;
    }

    /** Moves any shares, naming an instruction of the year if a choice is given. */
    boolean move(int days, int year, int tranche, long shares, int choice) {
        List<Integer> ofYear = new ArrayList<>();
        for (int i = 0; i < naive.papers.size(); i++) {
            if (choice >= 0 && naive.papers.get(i).year == year) {
                ofYear.add(i);
            }
        }
        int named = ofYear.isEmpty() ? NaiveReleases.NONE : ofYear.get(choice % ofYear.size());
        String number = named == NaiveReleases.NONE ? "" : naive.papers.get(named).number;
        String on = next(
                Kind.TRANSFER,
                days,
                shares + " shares of tranche " + tranche + " moved for year " + year + " " + number);
        fixture.release(year, tranche, shares, on, number);
        naive.move(year, tranche, shares, named);
        return true;
    }

    // ---- what stops a release, or changes what is due

    /** Year 0 is all years. It is lifted some days later. */
    boolean suspend(int days, int year, int until, Suspension.Ground ground) {
        String on = next(Kind.SUSPENSION, days, ground + " on year " + year + " for " + until + " days");
        fixture.suspended(
                year,
                ground,
                on,
                Optional.empty(),
                day.plusDays(until).toString(),
                Optional.of(Suspension.LiftedBy.SETTLEMENT));
        naive.suspend(year, naive.today, naive.today + until);
        return true;
    }

    boolean agree(int days, int year, long shares, boolean byAll) {
        String on = next(
                Kind.ADJUSTMENT,
                days,
                shares + " shares agreed for year " + year + (byAll ? "" : ", not by the seller"));
        fixture.agreed(
                year, Optional.of(shares), "", on, byAll ? EscrowFixture.ALL_FOUR : "issuer;purchaser;escrow-agent");
        naive.agree(year, shares, byAll);
        return true;
    }

    // ---- the comparison

    void compare() {
        naive.compute();
        determination = fixture.on(day);
        assertEquals(0, determination.position().check(), this::toString);
        for (int tranche = 1; tranche <= years; tranche++) {
            compareTranche(tranche);
        }
        assertNoSignedQuantityChanges();
        for (int year = 1; year <= years; year++) {
            if (naive.draft(year) != null) {
                remember(year, number(year), naive.draft(year));
            }
        }
        if (isLate()) {
            assertFalse(
                    EscrowFixture.codes(determination, Severity.ERROR).isEmpty(),
                    () -> "something is late, and nothing needs a person after " + this);
        }
    }

    private void compareTranche(int tranche) {
        YearStatement statement = determination.years().get(tranche - 1);
        long entitled = 0;
        long split = 0;
        long stillToMove = 0;
        for (int year = 1; year <= years; year++) {
            assertEquals(naively(year, tranche), byTheProgram(year, tranche), () -> "after " + this);
            entitled += naive.entitled[year][tranche];
            split += naive.confirmed[year][tranche]
                    + naive.instructed[year][tranche]
                    + naive.held[year][tranche]
                    + naive.toInstruct[year][tranche];
            stillToMove += naive.instructed[year][tranche] + naive.toInstruct[year][tranche];
        }
        assertEquals(entitled, split, () -> "tranche " + tranche + " is split without a rest after " + this);
        long atMost = Math.max(entitled, naive.released[tranche]);
        assertTrue(
                entitled <= NaiveReleases.TRANCHE && naive.released[tranche] + stillToMove <= atMost,
                () -> "no share of tranche " + tranche + " is drafted twice after " + this);
        assertEquals(entitled, statement.entitled().count(), this::toString);
        assertEquals(naive.released[tranche], statement.released().wholeCount(), this::toString);
        assertEquals(
                naive.overReleased[tranche],
                statement.overReleased().wholeCount(),
                () -> "over-released of tranche " + tranche + " after " + this);
    }

    private String naively(int year, int tranche) {
        return "year " + year + ", tranche " + tranche + ": " + naive.entitled[year][tranche] + " = "
                + naive.confirmed[year][tranche] + " + " + naive.instructed[year][tranche] + " + "
                + naive.held[year][tranche] + " + " + naive.toInstruct[year][tranche] + ", "
                + naive.awaiting[year][tranche] + " awaiting, " + naive.status(year, tranche);
    }

    private String byTheProgram(int year, int tranche) {
        return "year " + year + ", tranche " + tranche + ": "
                + determination.instructions().stream()
                        .filter(line ->
                                line.assessmentYear() == year && line.tranche().number() == tranche)
                        .findFirst()
                        .map(line -> line.entitled().count() + " = "
                                + line.confirmed().wholeCount() + " + "
                                + line.instructed().wholeCount() + " + "
                                + line.held().wholeCount() + " + "
                                + line.toInstruct().wholeCount() + ", "
                                + line.awaiting().wholeCount() + " awaiting, " + line.status())
                        .orElse("0 = 0 + 0 + 0 + 0, 0 awaiting, NOTHING_DUE");
    }

    /** What is instructed of a tranche is what was signed less what was moved, whatever happened beside it. */
    private void assertNoSignedQuantityChanges() {
        for (int tranche = 1; tranche <= years; tranche++) {
            boolean closed = false;
            long instructed = 0;
            for (int year = 1; year <= years; year++) {
                closed |= naive.isClosed(year, tranche);
                instructed += line(year, tranche)
                        .map(line -> line.instructed().wholeCount())
                        .orElse(0L);
            }
            long signed = 0;
            for (int paper : open()) {
                signed += naive.covered[paper][tranche];
            }
            int of = tranche;
            if (!closed) {
                assertEquals(
                        signed - naive.movedInstead[tranche],
                        instructed,
                        () -> "signed and not moved of tranche " + of + " after " + this);
            }
        }
    }

    private Optional<ReleaseInstruction> line(int year, int tranche) {
        return determination.instructions().stream()
                .filter(line -> line.assessmentYear() == year && line.tranche().number() == tranche)
                .findFirst();
    }

    /** A number stands for one draft only, and the number of an instruction on record is never drafted again. */
    private void remember(int year, String number, long[] parts) {
        assertFalse(naive.numbers().containsKey(number), () -> number + " is on record already after " + this);
        Drafted before = drafts.putIfAbsent(number, new Drafted(year, parts));
        if (before != null) {
            assertEquals(
                    before.year() + " " + Arrays.toString(before.parts()),
                    year + " " + Arrays.toString(parts),
                    () -> number + " stands for two drafts after " + this);
        }
    }

    /** Whether shares should have been released by now that nothing but issuer and agent keep back. */
    private boolean isLate() {
        for (int year = 1; year <= years; year++) {
            for (int tranche = 1; tranche <= years; tranche++) {
                long kept = naive.isSuspended(year, tranche, naive.today)
                        ? 0
                        : naive.entitled[year][tranche]
                                - naive.confirmed[year][tranche]
                                - naive.againstOverRelease[year][tranche];
                if (naive.today > dueOn && kept > 0) {
                    return true;
                }
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return String.join("; ", told);
    }

    /** How many events a life has. */
    static int length() {
        return LENGTH;
    }
}
