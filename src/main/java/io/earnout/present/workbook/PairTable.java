package io.earnout.present.workbook;

import io.earnout.settlement.Settlement;
import io.earnout.terms.ExactShares;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.OffsetOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * What the credit of each year restores of earlier deductions (SPA 5.2(2)): a row for each pair of an excess year and an
 * earlier year. In a long agreement only the pairs are there between which shares move under one of the readings.
 */
final class PairTable {

    private static final int MOST_YEARS_WITH_ALL_PAIRS = 6;

    /** How many columns the widest table of the sheet has. */
    static final int COLUMNS = 19;

    private static final String TOLERANCE = ReadingCells.tolerance();

    /** The credit that gives this year all it can take: with the years before it in the order, or in proportion. */
    private static final String FULL_AT = "IF(" + ReadingCells.order(OffsetOrder.OLDEST_FIRST)
            + ",SUMIF([B],\"<=\"&B#,[H]),IF(" + ReadingCells.order(OffsetOrder.LATEST_FIRST)
            + ",SUMIF([B],\">=\"&B#,[H]),IF(I#=0,0,SUMPRODUCT(([H]*I#<H#*[I])*[H])+SUMPRODUCT(([H]*I#>=H#*[I])*[I])*H#/I#)))";

    private static final String APPLIED = "IF({usable}>=J#,H#,IF(" + ReadingCells.order(OffsetOrder.PRO_RATA)
            + ",({usable}-SUMPRODUCT(([J]<={usable})*[H]))/SUMPRODUCT(([J]>{usable})*[I])*I#,MAX(0,{usable}-J#+H#)))";

    /** Rounded down once for all the years that the credit restores; what is left over goes by largest remainder. */
    private static final String LEFT_OVER = "INT(SUMIF([M],0,[L])+" + TOLERANCE + ")-SUMIF([M],0,[N])";

    private static final String PLACE = "IF(AND(M#=0,N#<E#,L#>" + TOLERANCE
            + "),1+SUMPRODUCT(([M]=0)*([N]<[E])*([L]>" + TOLERANCE + ")*(([L]-[N]>L#-N#+" + TOLERANCE
            + ")+([L]-[N]>=L#-N#-" + TOLERANCE + ")*([L]-[N]<=L#-N#+" + TOLERANCE + ")*([B]<B#))),0)";

    private static final String RESTORED = "N#+IF(AND(P#>0,P#<=O#),1,0)";

    /** A pair, the credit that it is of, and the rows of the other pairs of this credit. */
    private record Pair(CreditFigures credit, PairFigures figures, int from, int to) {}

    private final YearTable years;
    private final CloseRounding.Findings findings;
    private final ExactShares tolerated;
    private final OffsetOrder order;
    private final Table<Pair> table;

    PairTable(Settlement settlement, YearTable years, CloseRounding roundings, CloseRounding.Findings findings) {
        this.order = settlement.readings().offsetOrder();
        this.years = years;
        this.findings = findings;
        this.tolerated = roundings.tolerance();
        List<CreditFigures> all = CreditFigures.of(settlement);
        boolean holdsAll = all.size() < MOST_YEARS_WITH_ALL_PAIRS;
        List<Pair> pairs = new ArrayList<>();
        int from = years.end() + SheetWriter.ABOVE_A_TABLE + 1;
        for (CreditFigures credit : all) {
            List<PairFigures> kept = credit.pairs().stream()
                    .filter(pair -> holdsAll || findings.pairs().contains(CloseRounding.key(pair)))
                    .toList();
            CreditFigures shown = new CreditFigures(credit.year(), credit.usable(), kept);
            int to = from + kept.size() - 1;
            for (PairFigures pair : kept) {
                pairs.add(new Pair(shown, pair, from, to));
            }
            from = to + 1;
        }
        OffsetDirection direction = settlement.agreement().offsetDirection();
        this.table = new Table<>(
                direction.restores() ? heading(pairs.isEmpty(), holdsAll) : direction.inWords(), years.end(), pairs);
    }

    private static String heading(boolean isEmpty, boolean holdsAll) {
        if (isEmpty) {
            return "SPA 5.2(2): no excess restores shares of an earlier year under any reading";
        }
        return "SPA 5.2(2): what the excess of a year restores of earlier years"
                + (holdsAll ? "" : "; only pairs of years that matter on these figures, under any reading");
    }

    /** The row after the table and an empty row. */
    int end() {
        return table.last() + 1;
    }

    /** The cell of the shares that one year restores of another; nothing moves between years without a row. */
    String restored(int excess, int shortfall) {
        for (int i = 0; i < table.rows().size(); i++) {
            PairFigures pair = table.rows().get(i).figures();
            if (pair.excess().number() == excess && pair.shortfall().number() == shortfall) {
                return "Q" + (table.first() + i);
            }
        }
        return "0";
    }

    /** All that later years restore of the year in column A. */
    String restoredInto() {
        return table.rows().isEmpty() ? "0" : "SUMIF(" + table.all("B") + ",A#," + table.all("Q") + ")";
    }

    List<String> checks() {
        return table.check("S");
    }

    void write(SheetWriter sheet, DecisionTable decisions) {
        table.write(sheet, columns(decisions));
    }

    private List<Column<Pair>> columns(DecisionTable decisions) {
        return List.of(
                Column.plain(
                        "Excess year",
                        "5.2(2)",
                        CellStyles.YEAR,
                        pair -> pair.figures().excess().number()),
                Column.plain(
                        "Earlier year",
                        "5.2(1)",
                        CellStyles.YEAR,
                        pair -> pair.figures().shortfall().number()),
                Column.formulas(
                        "Its open shortfall",
                        "5.2(1)",
                        CellStyles.MONEY,
                        pair -> "MAX(0,G" + earlier(pair) + before(pair, "K") + ")",
                        pair -> ExactCell.money(pair.figures().openShortfall())),
                Column.formulas(
                        "Its open deduction, exact",
                        "5.2(1)",
                        CellStyles.EXACT,
                        pair -> "MAX(0,K" + earlier(pair) + before(pair, "L") + ")",
                        pair -> ExactCell.shares(pair.figures().openDeduction())),
                Column.formulas(
                        "Still deducted, shares",
                        "5.2(1)",
                        CellStyles.SHARES,
                        pair -> "L" + earlier(pair) + before(pair, "Q"),
                        pair -> pair.figures().stillDeducted()),
                converting(
                        "Target that converts",
                        "C",
                        CellStyles.MONEY,
                        pair -> SheetWriter.money(
                                pair.figures().conversion().target().minorUnits())),
                converting(
                        "Tranche that converts",
                        "D",
                        CellStyles.SHARES,
                        pair -> pair.figures().conversion().tranche().count()),
                Column.formula(
                        "Most that can be applied",
                        "5.2(2)",
                        CellStyles.MONEY,
                        "IF(" + ReadingCells.both() + ",MIN(C#,D#/G#*F#),D#/G#*F#)",
                        pair -> ExactCell.money(pair.figures().limit())),
                Column.formula(
                        "Weight in a proportion",
                        "",
                        CellStyles.MONEY,
                        "IF(" + ReadingCells.both() + ",C#,H#)",
                        pair -> ExactCell.money(pair.figures().weight())),
                Column.formulas(
                        "Full at a credit of",
                        "",
                        CellStyles.MONEY,
                        pair -> fill(pair, FULL_AT),
                        pair -> ExactCell.money(pair.credit().fullAt(pair.figures(), order))),
                Column.formulas(
                        "Credit applied",
                        "5.2(2)",
                        CellStyles.MONEY,
                        pair -> fill(pair, APPLIED),
                        pair -> ExactCell.money(pair.figures().applied())),
                Column.formula(
                        "Applied / target x tranche",
                        "5.2(2)",
                        CellStyles.EXACT,
                        "K#/F#*G#",
                        pair -> ExactCell.shares(pair.figures().exact())),
                Column.formula(
                        "Closes it",
                        "",
                        CellStyles.SHARES,
                        "IF(AND(K#>0,D#-L#<=" + TOLERANCE + "),1,0)",
                        pair -> pair.figures().closes(tolerated) ? 1 : 0),
                Column.formula(
                        "Rounded down",
                        "",
                        CellStyles.SHARES,
                        "IF(M#=1,E#,MIN(E#,INT(L#+" + TOLERANCE + ")))",
                        pair -> pair.figures().wholePart(tolerated)),
                Column.formulas(
                        "Left over",
                        "",
                        CellStyles.SHARES,
                        pair -> fill(pair, LEFT_OVER),
                        pair -> pair.credit().leftOver(tolerated)),
                Column.formulas(
                        "Place",
                        "",
                        CellStyles.SHARES,
                        pair -> fill(pair, PLACE),
                        pair -> pair.credit().place(pair.figures(), tolerated)),
                new Column<>(
                        "Restored shares",
                        "5.2(2)",
                        pair -> isDecided(pair) ? CellStyles.DECIDED : CellStyles.SHARES,
                        pair -> isDecided(pair) ? decisions.orElse(RESTORED) : RESTORED,
                        pair -> pair.figures().restored()),
                Column.plain(
                        "Program: restored",
                        "",
                        CellStyles.PROGRAM_SHARES,
                        pair -> pair.figures().restored()),
                Column.check("Check", "Q#-R#", pair -> 0));
    }

    private boolean isDecided(Pair pair) {
        return findings.isDecided(pair.figures().excess());
    }

    private int earlier(Pair pair) {
        return years.row(pair.figures().shortfall().number());
    }

    private int excess(Pair pair) {
        return years.row(pair.figures().excess().number());
    }

    private Column<Pair> converting(String name, String letter, CellStyles style, Function<Pair, Object> value) {
        return Column.formulas(
                name,
                "5.2(2)",
                style,
                pair -> "IF(" + ReadingCells.excessYear() + "," + letter + excess(pair) + "," + letter + earlier(pair)
                        + ")",
                value);
    }

    /** Less what the credits of earlier years took of the same year. */
    private String before(Pair pair, String letter) {
        String rows = "%s$" + table.first() + ":%s$" + (pair.from() - 1);
        return pair.from() == table.first()
                ? ""
                : "-SUMIF(" + rows.replace("%s", "B") + ",B#," + rows.replace("%s", letter) + ")";
    }

    /** In a formula, {@code [H]} is column H of all pairs of the credit. */
    private String fill(Pair pair, String formula) {
        return formula.replaceAll("\\[([A-Z])]", "$1\\$" + pair.from() + ":$1\\$" + pair.to())
                .replace("{usable}", "$J$" + excess(pair));
    }
}
