package io.earnout.escrow;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Dividend;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.SharePrices;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.PerShare;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All that is on record of one agreement, in the making, for the tests: the Kaixin agreement deposited on 23 December 2025
 * unless another one is given. What is dated after the day of a determination is unknown to it, as it is to a run.
 */
public final class EscrowFixture {

    public static final String ALL_FOUR = "issuer;purchaser;seller;escrow-agent";

    private String id = Kaixin.ID;
    private List<AssessmentYear> years = Kaixin.years();
    private Optional<LocalDate> deposited = Optional.of(LocalDate.of(2025, 12, 23));
    private Optional<LocalDate> expires = Optional.empty();
    private Agreement.ReadingsOnRecord readings = Kaixin.defaultOnRecord();
    private BusinessCalendar calendar = BusinessCalendar.WEEKENDS_ALONE;
    private Rejected rejected = Rejected.NOTHING;
    private final List<Report> reports = new ArrayList<>();
    private final List<JointInstruction> papers = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Suspension> suspensions = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<ShareChange> shareChanges = new ArrayList<>();
    private final TreeMap<LocalDate, PerShare> closes = new TreeMap<>();
    private boolean pricesTrusted = true;
    private final List<Dividend> dividends = new ArrayList<>();
    private OffsetDirection offsetDirection = OffsetDirection.BACKWARD;
    private boolean dividendsTrusted = true;
    private String namedInstruction = "";
    private int line = 1;

    public static EscrowFixture of(InputFiles.Row... rows) {
        return new EscrowFixture().reports(rows);
    }

    public static EscrowFixture of(List<AssessmentYear> years) {
        EscrowFixture fixture = new EscrowFixture();
        fixture.id = "TOY";
        fixture.years = years;
        return fixture;
    }

    public EscrowFixture copy() {
        EscrowFixture copy = new EscrowFixture();
        copy.id = id;
        copy.years = years;
        copy.deposited = deposited;
        copy.expires = expires;
        copy.readings = readings;
        copy.offsetDirection = offsetDirection;
        copy.calendar = calendar;
        copy.rejected = rejected;
        copy.reports.addAll(reports);
        copy.papers.addAll(papers);
        copy.transfers.addAll(transfers);
        copy.suspensions.addAll(suspensions);
        copy.adjustments.addAll(adjustments);
        copy.shareChanges.addAll(shareChanges);
        copy.closes.putAll(closes);
        copy.pricesTrusted = pricesTrusted;
        copy.dividends.addAll(dividends);
        copy.dividendsTrusted = dividendsTrusted;
        copy.line = line;
        return copy;
    }

    public EscrowFixture reports(InputFiles.Row... rows) {
        reports.addAll(InputFiles.reports(rows));
        return this;
    }

    public EscrowFixture notDeposited() {
        deposited = Optional.empty();
        return this;
    }

    public EscrowFixture deposited(String day) {
        deposited = Optional.of(LocalDate.parse(day));
        return this;
    }

    public EscrowFixture expires(String day) {
        expires = Optional.of(LocalDate.parse(day));
        return this;
    }

    public EscrowFixture read(Readings chosen) {
        return read(new Agreement.ReadingsOnRecord(chosen, Optional.of(LocalDate.of(2025, 12, 2)), "supplement no. 1"));
    }

    public EscrowFixture read(Agreement.ReadingsOnRecord onRecord) {
        readings = onRecord;
        return this;
    }

    public EscrowFixture offsets(OffsetDirection direction) {
        offsetDirection = direction;
        return this;
    }

    public EscrowFixture calendar(BusinessCalendar other) {
        calendar = other;
        return this;
    }

    public EscrowFixture rejected(Rejected rows) {
        rejected = rows;
        return this;
    }

    /** A joint written instruction; a day that is empty has not come yet. */
    public EscrowFixture paper(
            int year, String number, long shares, String issuerOn, String purchaserOn, String receivedOn) {
        papers.add(new JointInstruction(
                year,
                number,
                Optional.empty(),
                new Shares(shares),
                day(issuerOn),
                day(purchaserOn),
                day(receivedOn),
                Optional.empty(),
                new Source("joint-instructions.csv", ++line)));
        return this;
    }

    /** A row on one tranche of an instruction that both signed and the agent received on a day. */
    public EscrowFixture paper(int year, String number, int tranche, long shares, String on) {
        papers.add(new JointInstruction(
                year,
                number,
                Optional.of(tranche),
                new Shares(shares),
                day(on),
                day(on),
                day(on),
                Optional.empty(),
                new Source("joint-instructions.csv", ++line)));
        return this;
    }

    /** One that both signed and the agent received on a day. */
    public EscrowFixture paper(int year, String number, long shares, String on) {
        return paper(year, number, shares, on, on, on);
    }

    /** A row of a joint written instruction on the shares of one tranche. */
    public EscrowFixture part(
            int year, String number, int tranche, long shares, String issuerOn, String purchaserOn, String receivedOn) {
        paper(year, number, shares, issuerOn, purchaserOn, receivedOn);
        JointInstruction whole = papers.remove(papers.size() - 1);
        papers.add(new JointInstruction(
                year,
                number,
                Optional.of(tranche),
                whole.shares(),
                whole.signedByIssuerOn(),
                whole.signedByPurchaserOn(),
                whole.receivedOn(),
                Optional.empty(),
                whole.source()));
        return this;
    }

    /** Fills in the days of an instruction that have come since; a signature stays, and an empty day leaves what is there. */
    public EscrowFixture filledIn(
            String number, String issuerOn, String purchaserOn, String receivedOn, String withdrawnOn) {
        papers.replaceAll(paper -> !paper.instructionId().equals(number)
                ? paper
                : new JointInstruction(
                        paper.year(),
                        paper.instructionId(),
                        paper.tranche(),
                        paper.shares(),
                        paper.signedByIssuerOn().or(() -> day(issuerOn)),
                        paper.signedByPurchaserOn().or(() -> day(purchaserOn)),
                        day(receivedOn).or(paper::receivedOn),
                        paper.withdrawnOn().or(() -> day(withdrawnOn)),
                        paper.source()));
        return this;
    }

    /** The report with the id supersedes the other one after all, or is taken out if there is none. */
    public EscrowFixture corrected(String reportId, Optional<String> supersedes) {
        reports.replaceAll(report -> !report.reportId().equals(reportId) || supersedes.isEmpty()
                ? report
                : new Report(
                        report.year(),
                        report.revenue(),
                        report.currency(),
                        report.reportId(),
                        report.firm(),
                        report.reportDate(),
                        report.receivedOn(),
                        report.opinion(),
                        supersedes.get(),
                        report.confirmedFigure(),
                        report.source()));
        reports.removeIf(report -> report.reportId().equals(reportId) && supersedes.isEmpty());
        return this;
    }

    /** The transfers to come name an instruction. */
    public EscrowFixture named(String number) {
        namedInstruction = number;
        return this;
    }

    /** The instruction that was recorded last is withdrawn. */
    public EscrowFixture withdrawn(String on) {
        JointInstruction last = papers.remove(papers.size() - 1);
        papers.add(new JointInstruction(
                last.year(),
                last.instructionId(),
                last.tranche(),
                last.shares(),
                last.signedByIssuerOn(),
                last.signedByPurchaserOn(),
                last.receivedOn(),
                day(on),
                last.source()));
        return this;
    }

    public EscrowFixture release(int year, int tranche, long shares, String on) {
        return release(year, tranche, shares, on, namedInstruction);
    }

    /** A release that names the instruction that it carries out. */
    public EscrowFixture release(int year, int tranche, long shares, String on, String instructionId) {
        transfer(year, tranche, Transfer.Kind.RELEASE, shares, on, "T-" + (line + 1));
        Transfer unnamed = transfers.remove(transfers.size() - 1);
        transfers.add(new Transfer(
                year,
                tranche,
                Transfer.Kind.RELEASE,
                unnamed.shares(),
                unnamed.confirmedOn(),
                instructionId,
                unnamed.reference(),
                unnamed.source()));
        return this;
    }

    public EscrowFixture returned(int tranche, long shares, String on) {
        return transfer(tranche, tranche, Transfer.Kind.RETURN, shares, on, "T-" + (line + 1));
    }

    public EscrowFixture transfer(int year, int tranche, Transfer.Kind kind, long shares, String on, String reference) {
        transfers.add(new Transfer(
                year,
                tranche,
                kind,
                new Shares(shares),
                LocalDate.parse(on),
                namedInstruction,
                reference,
                new Source("transfers.csv", ++line)));
        return this;
    }

    /** The transfer of a reference and tranche is taken back by the agent. */
    public EscrowFixture reversal(int year, int tranche, long shares, String on, String reference) {
        return transfer(year, tranche, Transfer.Kind.REVERSAL, shares, on, reference);
    }

    public EscrowFixture shareChange(String on, long oldShares, long newShares, ShareChange.Rounding rounding) {
        shareChanges.add(new ShareChange(
                LocalDate.parse(on),
                oldShares,
                newShares,
                rounding,
                "Invented resolution",
                new Source("share-changes.csv", ++line)));
        return this;
    }

    /** Signs what a determination drafts, has it received and transferred as drafted, all on one day. */
    public EscrowFixture carryOut(Determination drafted, String on) {
        for (int year = 1; year <= years.size(); year++) {
            long shares = 0;
            String number = "";
            for (ReleaseInstruction instruction : drafted.instructions()) {
                if (instruction.assessmentYear() == year) {
                    shares += instruction.quantity().count();
                    number = instruction.instructionId();
                }
            }
            if (shares > 0) {
                paper(year, number, shares, on);
            }
        }
        for (ReleaseInstruction instruction : drafted.instructions()) {
            long shares =
                    instruction.quantity().count() + instruction.instructed().wholeCount();
            if (shares > 0) {
                release(instruction.assessmentYear(), instruction.tranche().number(), shares, on);
            }
        }
        return this;
    }

    /** Year 0 is all years. */
    public EscrowFixture dispute(int year, String from) {
        return suspended(year, Suspension.Ground.DISPUTE, from, Optional.empty(), "", Optional.empty());
    }

    public EscrowFixture breach(int year, String from) {
        return suspended(year, Suspension.Ground.BREACH, from, Optional.empty(), "", Optional.empty());
    }

    public EscrowFixture suspended(
            int year,
            Suspension.Ground ground,
            String from,
            Optional<Shares> disputed,
            String liftedOn,
            Optional<Suspension.LiftedBy> liftedBy) {
        return suspended(year, ground, from, disputed, Optional.empty(), liftedOn, liftedBy);
    }

    public EscrowFixture suspended(
            int year,
            Suspension.Ground ground,
            String from,
            Optional<Shares> disputed,
            Optional<Suspension.DisputedBy> disputedBy,
            String liftedOn,
            Optional<Suspension.LiftedBy> liftedBy) {
        suspensions.add(new Suspension(
                year,
                ground,
                LocalDate.parse(from),
                "notice",
                disputed,
                disputedBy,
                day(liftedOn),
                liftedBy,
                "settlement deed",
                new Source("suspensions.csv", ++line)));
        return this;
    }

    public EscrowFixture agreed(int year, Optional<Long> shares, String dueOn, String agreedOn, String signedBy) {
        Set<Adjustment.Signatory> signatories = EnumSet.noneOf(Adjustment.Signatory.class);
        for (Adjustment.Signatory party : Adjustment.Signatory.values()) {
            if (List.of(signedBy.split(";", -1)).contains(party.term())) {
                signatories.add(party);
            }
        }
        adjustments.add(new Adjustment(
                year,
                shares.map(Shares::of),
                day(dueOn),
                LocalDate.parse(agreedOn),
                signatories,
                signedBy,
                "supplement",
                new Source("adjustments.csv", ++line)));
        return this;
    }

    public EscrowFixture agreedShares(int year, long shares, String agreedOn) {
        return agreed(year, Optional.of(shares), "", agreedOn, ALL_FOUR);
    }

    public EscrowFixture close(String on, String price) {
        closes.put(LocalDate.parse(on), perShare(price));
        return this;
    }

    public EscrowFixture pricesAtFault() {
        pricesTrusted = false;
        return this;
    }

    public EscrowFixture dividend(String on, String perShare, String currency) {
        dividends.add(
                new Dividend(LocalDate.parse(on), perShare(perShare), currency, new Source("dividends.csv", ++line)));
        return this;
    }

    public EscrowFixture dividendsAtFault() {
        dividendsTrusted = false;
        return this;
    }

    public Agreement agreement() {
        Agreement like = Kaixin.agreement(id, readings, years);
        return new Agreement(
                like.id(),
                like.considerationShares(),
                like.shareClass(),
                like.currency(),
                like.parties(),
                like.signedOn(),
                deposited,
                new Agreement.Expiration(expires, ""),
                readings,
                offsetDirection,
                like.businessCalendar(),
                years);
    }

    public Determination on(String day) {
        return on(LocalDate.parse(day));
    }

    public Determination on(LocalDate day) {
        return Determination.of(Review.of(asKnownOn(day), day));
    }

    /** As the files give it to a run of that day. */
    public EscrowFile asKnownOn(LocalDate day) {
        SharePrices prices = closes.isEmpty()
                ? SharePrices.NONE
                : new SharePrices("USD", new TreeMap<>(closes.headMap(day, true)), true);
        return new EscrowFile(
                agreement(),
                reports.stream().filter(report -> report.isKnownOn(day)).toList(),
                ApprovedFirms.NO_LIST,
                new Registers(
                        papers.stream()
                                .filter(paper -> paper.firstSignedOn()
                                        .or(paper::receivedOn)
                                        .filter(day::isBefore)
                                        .isEmpty())
                                .map(paper -> paper.asKnownOn(day))
                                .toList(),
                        transfers.stream()
                                .filter(transfer -> !transfer.confirmedOn().isAfter(day))
                                .toList(),
                        suspensions.stream()
                                .filter(suspension -> !suspension.from().isAfter(day))
                                .map(suspension -> asKnownOn(suspension, day))
                                .toList(),
                        adjustments.stream()
                                .filter(adjustment -> !adjustment.agreedOn().isAfter(day))
                                .toList(),
                        pricesTrusted ? prices : SharePrices.AT_FAULT,
                        dividends.stream()
                                .filter(dividend -> !dividend.recordDate().isAfter(day))
                                .toList(),
                        dividendsTrusted,
                        List.of(),
                        ShareChanges.of(shareChanges, agreement().signedOn()),
                        List.of()),
                rejected,
                calendar);
    }

    private static Suspension asKnownOn(Suspension suspension, LocalDate day) {
        boolean notYet = suspension.liftedOn().filter(day::isBefore).isPresent();
        return !notYet
                ? suspension
                : new Suspension(
                        suspension.year(),
                        suspension.ground(),
                        suspension.from(),
                        suspension.document(),
                        suspension.disputed(),
                        suspension.disputedBy(),
                        Optional.empty(),
                        Optional.empty(),
                        suspension.liftingDocument(),
                        suspension.source());
    }

    private static Optional<LocalDate> day(String day) {
        return day.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(day));
    }

    public static PerShare perShare(String amount) {
        return new PerShare(
                new BigDecimal(amount).movePointRight(PerShare.DECIMALS).longValueExact());
    }

    // ---- what a determination says

    public static long toInstruct(Determination determination) {
        return determination.instructions().stream()
                .mapToLong(line -> line.toInstruct().wholeCount())
                .sum();
    }

    /** All codes of a severity but that of a courier day that has passed, which is a subject of its own. */
    public static List<FindingCode> codes(Determination determination, Severity... severities) {
        List<Severity> wanted = List.of(severities);
        return determination.findings().stream()
                .map(Finding::code)
                .filter(code -> wanted.contains(code.severity()) && code != FindingCode.DOCUMENTS_LATE)
                .sorted()
                .toList();
    }

    public static List<Finding> found(Determination determination, FindingCode code) {
        return determination.findings().stream()
                .filter(finding -> finding.code() == code)
                .toList();
    }

    /** The line of an assessment year that moves shares of a tranche. */
    public static ReleaseInstruction line(Determination determination, int year, int tranche) {
        return determination.instructions().stream()
                .filter(line -> line.assessmentYear() == year && line.tranche().number() == tranche)
                .findFirst()
                .orElseThrow();
    }

    /** How a line stands: entitled = confirmed + instructed + held + to instruct, status, reasons. */
    public static String standing(ReleaseInstruction line) {
        String standing = line.entitled().count() + " = " + line.confirmed().wholeCount() + " + "
                + line.instructed().wholeCount() + " + " + line.held().wholeCount() + " + "
                + line.toInstruct().wholeCount() + " " + line.status();
        List<String> reasons = line.reasons().stream().map(FindingCode::name).toList();
        return reasons.isEmpty() ? standing : standing + " " + String.join(";", reasons);
    }
}
