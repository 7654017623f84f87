package io.earnout.present.workbook;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.Origins;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * An input cell of an agreement's sheet, and where its figure was read.
 *
 * @param value nothing if no figure was read
 * @param cell the cell of the agreement's sheet
 * @param column the column of the file
 */
record ReadFigure(String figure, OptionalDouble value, CellStyles style, Source source, String column, String cell) {

    private static final Set<Adjustment.Signatory> ALL_FOUR = EnumSet.allOf(Adjustment.Signatory.class);

    /** All figures of an agreement, in the order of its sheet. */
    static List<ReadFigure> of(AgreementSheet sheet) {
        List<ReadFigure> figures = new ArrayList<>();
        Origins origins = sheet.result().escrow().origins();
        for (ReviewedYear reviewed : sheet.result().review().years()) {
            AssessmentYear year = reviewed.year();
            Source source = origins.year(year.number());
            String ofYear = " of year " + year.number();
            figures.add(new ReadFigure(
                    "target" + ofYear,
                    OptionalDouble.of(SheetWriter.money(year.target().minorUnits())),
                    CellStyles.MONEY,
                    source,
                    "target_revenue",
                    sheet.input(year.number(), YearTable.TARGET)));
            figures.add(new ReadFigure(
                    "tranche" + ofYear,
                    OptionalDouble.of((double) year.tranche().count()),
                    CellStyles.SHARES,
                    source,
                    "tranche_shares",
                    sheet.input(year.number(), YearTable.TRANCHE)));
            figures.add(revenue(sheet, reviewed));
            figures.add(agreed(sheet, reviewed));
        }
        return figures;
    }

    private static ReadFigure revenue(AgreementSheet sheet, ReviewedYear reviewed) {
        Optional<Report> report = reviewed.report();
        Optional<Assessment> assessment = sheet.result()
                .determination()
                .settlement()
                .assessment(reviewed.year().number());
        return new ReadFigure(
                "audited revenue of year " + reviewed.year().number()
                        + report.map(some -> ", report " + some.reportId()).orElse(""),
                assessment.isPresent()
                        ? OptionalDouble.of(SheetWriter.money(
                                assessment.get().revenue().amount().minorUnits()))
                        : OptionalDouble.empty(),
                CellStyles.MONEY,
                report.map(Report::source).orElse(Source.NONE),
                "audited_revenue",
                sheet.input(reviewed.year().number(), YearTable.REVENUE));
    }

    private static ReadFigure agreed(AgreementSheet sheet, ReviewedYear reviewed) {
        Optional<Shares> agreed = sheet.result()
                .determination()
                .settlement()
                .assessment(reviewed.year().number())
                .flatMap(Assessment::agreed);
        return new ReadFigure(
                "shares that all parties agreed on for year " + reviewed.year().number(),
                agreed.isPresent() ? OptionalDouble.of((double) agreed.get().count()) : OptionalDouble.empty(),
                CellStyles.SHARES,
                agreed.map(shares -> agreement(sheet, reviewed.year(), shares)).orElse(Source.NONE),
                "release_shares",
                sheet.input(reviewed.year().number(), YearTable.AGREED));
    }

    /** The last agreement of all parties that says so. */
    private static Source agreement(AgreementSheet sheet, AssessmentYear year, Shares agreed) {
        return sheet.result().escrow().registers().adjustments().stream()
                .filter(adjustment -> adjustment.year() == year.number()
                        && adjustment.signedBy().containsAll(ALL_FOUR)
                        && adjustment.releaseShares().filter(agreed::equals).isPresent())
                .max(Comparator.comparing(Adjustment::agreedOn).thenComparing(Adjustment::source))
                .map(Adjustment::source)
                .orElse(Source.NONE);
    }
}
