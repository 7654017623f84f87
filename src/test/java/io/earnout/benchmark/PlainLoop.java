package io.earnout.benchmark;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The yardstick: what a developer would write by hand to settle the same files into the same release instructions and
 * cancellations, in one thread with OpenCSV. No checks, no other readings, no restart, no report, no proof.
 */
final class PlainLoop {

    private final CsvRows agreements;
    private final CsvRows years;
    private final CsvRows revenue;
    private final CsvRows firms;
    private final int issuer;
    private final int seller;
    private final int expiresOn;
    private final int yearNumber;
    private final int target;
    private final int tranche;
    private final int revenueYear;
    private final int amount;
    private final int reportId;
    private final int reportFirm;
    private final int reportDate;
    private final int firm;
    private final int approvedOn;
    private final int withdrawnOn;

    /** The agreement_id, which stands first in every file. */
    private static final int ID = 0;

    private PlainLoop(CsvRows agreements, CsvRows years, CsvRows revenue, CsvRows firms) {
        this.agreements = agreements;
        this.years = years;
        this.revenue = revenue;
        this.firms = firms;
        issuer = agreements.column("issuer");
        seller = agreements.column("seller");
        expiresOn = agreements.column("expires_on");
        yearNumber = years.column("assessment_year");
        target = years.column("target_revenue");
        tranche = years.column("tranche_shares");
        revenueYear = revenue.column("assessment_year");
        amount = revenue.column("audited_revenue");
        reportId = revenue.column("report_id");
        reportFirm = revenue.column("firm");
        reportDate = revenue.column("report_date");
        firm = firms.column("firm");
        approvedOn = firms.column("approved_on");
        withdrawnOn = firms.column("withdrawn_on");
    }

    /** Takes the input folder, the output folder, and {@code sorted} or {@code shuffled}. */
    public static void main(String[] args) throws IOException {
        Path input = Path.of(args[0]);
        try (CsvRows agreements = new CsvRows(input.resolve("agreements.csv"));
                CsvRows years = new CsvRows(input.resolve("assessment-years.csv"));
                CsvRows revenue = new CsvRows(input.resolve("audited-revenue.csv"));
                CsvRows firms = new CsvRows(input.resolve("approved-firms.csv"));
                PlainFiles files = new PlainFiles(Path.of(args[1]))) {
            PlainLoop loop = new PlainLoop(agreements, years, revenue, firms);
            if (args[2].equals(RowOrder.SORTED.term())) {
                loop.merge(files);
            } else {
                loop.collect(files);
            }
            System.out.println(files.totals());
        }
    }

    /** Sorted files: one agreement after another, nothing kept. */
    private void merge(PlainFiles files) throws IOException {
        for (; agreements.isThere(); agreements.next()) {
            PlainEscrow escrow = escrow();
            for (; isOf(escrow, firms); firms.next()) {
                approval(escrow);
            }
            for (; isOf(escrow, years); years.next()) {
                year(escrow);
            }
            for (; isOf(escrow, revenue); revenue.next()) {
                report(escrow);
            }
            escrow.settle(files);
        }
    }

    private static boolean isOf(PlainEscrow escrow, CsvRows rows) {
        return rows.isThere() && rows.cell(ID).equals(escrow.id);
    }

    /** Shuffled files: everything in a map by agreement, put in order at the end. */
    private void collect(PlainFiles files) throws IOException {
        Map<String, PlainEscrow> escrows = new HashMap<>();
        for (; agreements.isThere(); agreements.next()) {
            PlainEscrow escrow = escrow();
            escrows.put(escrow.id, escrow);
        }
        for (; firms.isThere(); firms.next()) {
            approval(known(escrows, firms));
        }
        for (; years.isThere(); years.next()) {
            year(known(escrows, years));
        }
        for (; revenue.isThere(); revenue.next()) {
            report(known(escrows, revenue));
        }
        List<PlainEscrow> inOrder = new ArrayList<>(escrows.values());
        inOrder.sort(Comparator.comparing(escrow -> escrow.id));
        for (PlainEscrow escrow : inOrder) {
            escrow.settle(files);
        }
    }

    private static PlainEscrow known(Map<String, PlainEscrow> escrows, CsvRows rows) {
        PlainEscrow escrow = escrows.get(rows.cell(ID));
        if (escrow == null) {
            throw new IllegalArgumentException("no agreement " + rows.cell(ID));
        }
        return escrow;
    }

    private PlainEscrow escrow() {
        return new PlainEscrow(
                agreements.cell(ID), agreements.cell(issuer), agreements.cell(seller), agreements.cell(expiresOn));
    }

    private void approval(PlainEscrow escrow) {
        escrow.approvals.add(
                new PlainEscrow.Approval(firms.cell(firm), firms.cell(approvedOn), firms.cell(withdrawnOn)));
    }

    private void year(PlainEscrow escrow) {
        escrow.years.add(new PlainYear(
                Integer.parseInt(years.cell(yearNumber)),
                fen(years.cell(target)),
                Long.parseLong(years.cell(tranche))));
    }

    private void report(PlainEscrow escrow) {
        if (escrow.isApproved(revenue.cell(reportFirm), revenue.cell(reportDate))) {
            PlainYear year = escrow.year(Integer.parseInt(revenue.cell(revenueYear)));
            year.revenue = fen(revenue.cell(amount));
            year.reportId = revenue.cell(reportId);
        }
    }

    private static long fen(String yuan) {
        int point = yuan.length() - 3;
        if (point < 1 || yuan.charAt(point) != '.') {
            throw new IllegalArgumentException(yuan + ": the plain loop knows amounts with two decimals alone");
        }
        return 100 * Long.parseLong(yuan, 0, point, 10) + Long.parseLong(yuan, point + 1, yuan.length(), 10);
    }
}
