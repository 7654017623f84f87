package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Credit;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** Each year's own result: shortfall and excess, the shares that it deducts and earns, and its credit (SPA 4, 5.1, 5.2). */
final class YearTable {

    static final int YEAR = 0;
    static final int ENDS = 1;
    static final int TARGET = 2;
    static final int TRANCHE = 3;
    static final int REVENUE = 4;
    static final int AGREED = 5;
    static final int SHORTFALL = 6;
    static final int EXCESS = 7;
    static final int CREDIT = 8;
    static final int USABLE = 9;
    static final int EXACT = 10;
    static final int DEDUCTED = 11;
    static final int EARNED = 12;
    static final int PROGRAM = 13;
    static final int CHECK = 14;
    static final int REPORT = 15;

    private static final List<String> COLUMNS = List.of(
            "Year",
            "Ends on",
            "Target revenue",
            "Tranche, shares",
            "Audited revenue",
            "Agreed shares",
            "Shortfall",
            "Excess",
            "Credit",
            "Credit that can be used",
            "Deduction, exact",
            "Deducted shares",
            "Earned shares",
            "Program: deducted",
            "Check",
            "Report");

    private static final List<String> CLAUSES = List.of(
            "1.4", "1.4", "4.1", "5.1", "4.2", "5.3", "5.2(1)", "5.2(2)", "5.2(2)", "5.2(2)", "5.2(1)", "5.2(1)", "5.1",
            "5.2(1)", "", "4.2");

    private final AgreementResult result;
    private final int top;

    YearTable(AgreementResult result, int top) {
        this.result = result;
        this.top = top;
    }

    int row(int year) {
        return top + SheetWriter.ABOVE_A_TABLE + year - 1;
    }

    int last() {
        return row(result.agreement().years().size());
    }

    /** The row after the table, its total and an empty row. */
    int end() {
        return last() + 3;
    }

    String cell(int year, int column) {
        return CellAddress.of(row(year), column);
    }

    String total(int column) {
        return CellAddress.fixed(last() + 1, column);
    }

    String checks() {
        return CellAddress.range(CHECK, row(1), last());
    }

    void write(SheetWriter sheet, CloseRounding roundings) {
        sheet.heading(top, "SPA 4 and 5: each year's own result", CLAUSES, COLUMNS);
        long deducted = 0;
        long earned = 0;
        for (YearStatement statement : result.determination().years()) {
            AssessmentYear year = statement.year();
            writeInput(sheet, row(year.number()), statement);
            writeFormulas(sheet, row(year.number()), statement, roundings.isClose(year));
            deducted += statement.assessment().map(a -> a.deducted().count()).orElse(0L);
            earned += statement.assessment().map(a -> a.earned().count()).orElse(0L);
        }
        int total = last() + 1;
        sheet.text(total, YEAR, CellStyles.TEXT, "Total");
        sheet.sum(
                total,
                TRANCHE,
                row(1),
                last(),
                result.agreement().considerationShares().count());
        sheet.sum(total, DEDUCTED, row(1), last(), deducted);
        sheet.sum(total, EARNED, row(1), last(), earned);
        sheet.zeroIsGreen(CHECK, row(1), last());
    }

    private static void writeInput(SheetWriter sheet, int row, YearStatement statement) {
        AssessmentYear year = statement.year();
        sheet.number(row, YEAR, CellStyles.YEAR, year.number());
        sheet.day(row, ENDS, year.period().endsOn());
        sheet.money(row, TARGET, CellStyles.INPUT_MONEY, year.target().fen());
        sheet.number(row, TRANCHE, CellStyles.INPUT_SHARES, year.tranche().count());
        sheet.empty(row, REVENUE, CellStyles.INPUT_MONEY);
        sheet.empty(row, AGREED, CellStyles.INPUT_SHARES);
        Optional<Assessment> assessment = statement.assessment();
        assessment.ifPresent(assessed -> sheet.money(
                row,
                REVENUE,
                CellStyles.INPUT_MONEY,
                assessed.revenue().amount().fen()));
        assessment
                .flatMap(Assessment::agreed)
                .ifPresent(shares -> sheet.number(row, AGREED, CellStyles.INPUT_SHARES, shares.count()));
        String report =
                assessment.map(assessed -> assessed.revenue().reportId()).orElse("no accepted report");
        sheet.text(row, REPORT, CellStyles.NOTE, report);
    }

    private void writeFormulas(SheetWriter sheet, int row, YearStatement statement, boolean isClose) {
        String target = CellAddress.of(row, TARGET);
        String tranche = CellAddress.of(row, TRANCHE);
        String revenue = CellAddress.of(row, REVENUE);
        String agreed = CellAddress.of(row, AGREED);
        String shortfall = CellAddress.of(row, SHORTFALL);
        String exact = CellAddress.of(row, EXACT);
        Optional<Assessment> assessment = statement.assessment();
        long deducted = assessment.map(a -> a.deducted().count()).orElse(0L);
        writeDifference(sheet, row, SHORTFALL, assessment, target + "-" + revenue);
        writeDifference(sheet, row, EXCESS, assessment, revenue + "-" + target);
        writeCredit(sheet, row, statement.credit(), assessment, statement.year().number());
        sheet.formula(
                row,
                EXACT,
                CellStyles.EXACT,
                "IF(" + revenue + "=\"\",0,IF(" + agreed + "<>\"\"," + tranche + "-" + agreed + "," + shortfall + "/"
                        + target + "*" + tranche + "))",
                ExactCell.shares(assessment.map(Assessment::deductible).orElse(ExactShares.NONE)));
        String rounded = "CEILING(MAX(0," + exact + "-" + ReadingCells.tolerance() + "),1)";
        String program = CellAddress.of(row, PROGRAM);
        sheet.formula(
                row,
                DEDUCTED,
                isClose ? CellStyles.DECIDED : CellStyles.SHARES,
                isClose ? unlessChanged(program, rounded) : rounded,
                deducted);
        sheet.formula(
                row,
                EARNED,
                CellStyles.SHARES,
                "IF(" + revenue + "=\"\",0," + tranche + "-" + CellAddress.of(row, DEDUCTED) + ")",
                assessment.map(a -> a.earned().count()).orElse(0L));
        sheet.number(row, PROGRAM, CellStyles.PROGRAM_SHARES, deducted);
        sheet.formula(row, CHECK, CellStyles.TOTAL, CellAddress.of(row, DEDUCTED) + "-" + program, 0);
    }

    /** What the revenue lacks of the target, or has beyond it. */
    private static void writeDifference(
            SheetWriter sheet, int row, int column, Optional<Assessment> assessment, String difference) {
        double value = assessment
                .map(a -> SheetWriter.money((column == SHORTFALL ? a.shortfall() : a.excess()).fen()))
                .orElse(0.0);
        String calculated = "MAX(0," + difference + ")";
        boolean isClose = assessment
                .filter(a -> CloseRounding.isClose(
                        a.revenue().amount().fen(), a.year().target().fen()))
                .isPresent();
        sheet.formula(
                row,
                column,
                isClose ? CellStyles.DECIDED_MONEY : CellStyles.MONEY,
                "IF(" + CellAddress.of(row, REVENUE) + "=\"\",0,"
                        + (isClose ? unlessChanged(BigDecimal.valueOf(value).toPlainString(), calculated) : calculated)
                        + ")",
                value);
    }

    /** The program's figure, as long as no figure of the sheet is changed. */
    private static String unlessChanged(String program, String calculated) {
        return "IF(" + ReadingCells.changed() + "=0," + program + "," + calculated + ")";
    }

    /** Rounded to half a hundredth, so that a revenue of just 150% is not above it. */
    private static String beyond150(int row, Optional<Assessment> assessment) {
        String calculated =
                "MAX(0,ROUND(2*" + CellAddress.of(row, REVENUE) + "-3*" + CellAddress.of(row, TARGET) + ",2)/2)";
        if (assessment.isEmpty()) {
            return calculated;
        }
        long twice = 2 * assessment.get().revenue().amount().fen();
        long threefold = 3 * assessment.get().year().target().fen();
        String program = BigDecimal.valueOf(Math.max(0, twice - threefold), 2)
                .divide(BigDecimal.valueOf(2))
                .toPlainString();
        return CloseRounding.isClose(twice, threefold) ? unlessChanged(program, calculated) : calculated;
    }

    /** A credit waits until every earlier year has a report. */
    private void writeCredit(
            SheetWriter sheet, int row, Optional<Credit> credit, Optional<Assessment> assessment, int year) {
        ExactMoney amount = credit.map(Credit::amount).orElse(ExactMoney.ZERO);
        sheet.formula(
                row,
                CREDIT,
                CellStyles.MONEY,
                ReadingCells.credit(CellAddress.of(row, EXCESS), beyond150(row, assessment)),
                ExactCell.money(amount));
        boolean isUsable =
                result.determination().settlement().toCome().stream().noneMatch(other -> other.number() < year);
        sheet.formula(
                row,
                USABLE,
                CellStyles.MONEY,
                "IF(COUNT(" + CellAddress.until(REVENUE, row(1), row) + ")=" + CellAddress.of(row, YEAR) + ","
                        + CellAddress.of(row, CREDIT) + ",0)",
                isUsable ? ExactCell.money(amount) : 0);
    }
}
