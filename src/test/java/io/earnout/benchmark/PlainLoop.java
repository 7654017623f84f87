package io.earnout.benchmark;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The yardstick: what a developer would write by hand to settle the same files into the same release instructions and
 * cancellations, in one thread with OpenCSV: what is entitled, confirmed, instructed, held and still to be instructed, and
 * what is cancelled. No checks, no other readings, no deadlines, delays or dividends, no restart, no report, no proof.
 */
final class PlainLoop implements Closeable {

    /** The agreement_id, which stands first in every file. */
    private static final int ID = 0;

    private final CsvRows agreements;
    private final int issuer;
    private final int seller;
    private final int expiresOn;
    private final List<Table> tables = new ArrayList<>();

    /** A file, and what one of its rows does to an escrow. */
    private record Table(CsvRows rows, Consumer<PlainEscrow> taker) {}

    private PlainLoop(Path input) throws IOException {
        agreements = new CsvRows(input.resolve("agreements.csv"));
        issuer = agreements.column("issuer");
        seller = agreements.column("seller");
        expiresOn = agreements.column("expires_on");
        // a report is judged by its firm, and belongs to a year
        read(input.resolve("approved-firms.csv"), PlainLoop::approvals);
        read(input.resolve("assessment-years.csv"), PlainLoop::years);
        read(input.resolve("audited-revenue.csv"), PlainLoop::reports);
        if (Files.exists(input.resolve("transfers.csv"))) {
            read(input.resolve("joint-instructions.csv"), PlainLoop::instructions);
            read(input.resolve("transfers.csv"), PlainLoop::transfers);
            read(input.resolve("suspensions.csv"), PlainLoop::suspensions);
            read(input.resolve("adjustments.csv"), PlainLoop::adjustments);
        }
    }

    private void read(Path file, Function<CsvRows, Consumer<PlainEscrow>> taker) throws IOException {
        CsvRows rows = new CsvRows(file);
        tables.add(new Table(rows, taker.apply(rows)));
    }

    /** Takes the input folder, the output folder, and {@code sorted} or {@code shuffled}. */
    public static void main(String[] args) throws IOException {
        try (PlainLoop loop = new PlainLoop(Path.of(args[0]));
                PlainFiles files = new PlainFiles(Path.of(args[1]))) {
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
            for (Table table : tables) {
                CsvRows rows = table.rows();
                for (; rows.isThere() && rows.cell(ID).equals(escrow.id); rows.next()) {
                    table.taker().accept(escrow);
                }
            }
            escrow.settle(files);
        }
    }

    /** Shuffled files: everything in a map by agreement, put in order at the end. */
    private void collect(PlainFiles files) throws IOException {
        Map<String, PlainEscrow> escrows = new HashMap<>();
        for (; agreements.isThere(); agreements.next()) {
            PlainEscrow escrow = escrow();
            escrows.put(escrow.id, escrow);
        }
        for (Table table : tables) {
            for (CsvRows rows = table.rows(); rows.isThere(); rows.next()) {
                PlainEscrow escrow = escrows.get(rows.cell(ID));
                if (escrow == null) {
                    throw new IllegalArgumentException("no agreement " + rows.cell(ID));
                }
                table.taker().accept(escrow);
            }
        }
        List<PlainEscrow> inOrder = new ArrayList<>(escrows.values());
        inOrder.sort(Comparator.comparing(escrow -> escrow.id));
        for (PlainEscrow escrow : inOrder) {
            escrow.settle(files);
        }
    }

    private PlainEscrow escrow() {
        return new PlainEscrow(
                agreements.cell(ID), agreements.cell(issuer), agreements.cell(seller), agreements.cell(expiresOn));
    }

    private static Consumer<PlainEscrow> approvals(CsvRows rows) {
        int firm = rows.column("firm");
        int approvedOn = rows.column("approved_on");
        int withdrawnOn = rows.column("withdrawn_on");
        return escrow -> escrow.approvals.add(
                new PlainEscrow.Approval(rows.cell(firm), rows.cell(approvedOn), rows.cell(withdrawnOn)));
    }

    private static Consumer<PlainEscrow> years(CsvRows rows) {
        int number = rows.column("assessment_year");
        int target = rows.column("target_revenue");
        int tranche = rows.column("tranche_shares");
        return escrow -> escrow.years.add(
                new PlainYear(rows.number(number), minorUnits(rows.cell(target)), Long.parseLong(rows.cell(tranche))));
    }

    private static Consumer<PlainEscrow> reports(CsvRows rows) {
        int number = rows.column("assessment_year");
        int amount = rows.column("audited_revenue");
        int reportId = rows.column("report_id");
        int firm = rows.column("firm");
        int date = rows.column("report_date");
        int supersedes = rows.column("supersedes");
        return escrow -> {
            PlainYear year = escrow.year(rows.number(number));
            boolean counts = year.reportId.isEmpty() || !rows.cell(supersedes).isEmpty();
            if (counts && escrow.isApproved(rows.cell(firm), rows.cell(date))) {
                year.revenue = minorUnits(rows.cell(amount));
                year.reportId = rows.cell(reportId);
            }
        };
    }

    private static Consumer<PlainEscrow> instructions(CsvRows rows) {
        int number = rows.column("assessment_year");
        int shares = rows.column("shares");
        return escrow -> escrow.year(rows.number(number)).signed += Long.parseLong(rows.cell(shares));
    }

    private static Consumer<PlainEscrow> transfers(CsvRows rows) {
        int number = rows.column("assessment_year");
        int tranche = rows.column("tranche_year");
        int shares = rows.column("shares");
        return escrow -> escrow.year(rows.number(number)).move(rows.number(tranche), Long.parseLong(rows.cell(shares)));
    }

    private static Consumer<PlainEscrow> suspensions(CsvRows rows) {
        int number = rows.column("assessment_year");
        int liftedOn = rows.column("lifted_on");
        return escrow -> escrow.year(rows.number(number)).suspended |=
                rows.cell(liftedOn).isEmpty();
    }

    private static Consumer<PlainEscrow> adjustments(CsvRows rows) {
        int number = rows.column("assessment_year");
        int shares = rows.column("release_shares");
        return escrow -> escrow.year(rows.number(number)).agreed = Long.parseLong(rows.cell(shares));
    }

    private static long minorUnits(String yuan) {
        int point = yuan.length() - 3;
        if (point < 1 || yuan.charAt(point) != '.') {
            throw new IllegalArgumentException(yuan + ": the plain loop knows amounts with two decimals alone");
        }
        return 100 * Long.parseLong(yuan, 0, point, 10) + Long.parseLong(yuan, point + 1, yuan.length(), 10);
    }

    @Override
    public void close() throws IOException {
        agreements.close();
        for (Table table : tables) {
            table.rows().close();
        }
    }
}
