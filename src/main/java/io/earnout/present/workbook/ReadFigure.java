package io.earnout.present.workbook;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.Origins;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.review.ReviewedYear;
import io.earnout.present.explain.Cell;
import io.earnout.settlement.Assessment;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A figure that was read, and the cell of the agreement's sheet in which it stands.
 *
 * @param cell empty where it is one of several that are added up in a cell
 * @param look how the cell shows it
 */
record ReadFigure(Cell read, String cell, CellStyles look) {

    private static final Set<Adjustment.Signatory> ALL_FOUR = EnumSet.allOf(Adjustment.Signatory.class);

    /** All figures of an agreement, in the order of its sheet. */
    static List<ReadFigure> of(SheetSection chapter) {
        List<ReadFigure> figures = new ArrayList<>(readings(chapter));
        CellAddress place = AgreementSheet.placeOf(chapter.dossier());
        for (ReviewedYear reviewed : chapter.dossier().review().years()) {
            addYear(figures, chapter, place, reviewed);
        }
        for (Transfer transfer : chapter.dossier().escrow().registers().transfers()) {
            figures.add(new ReadFigure(
                    new Cell(
                            "confirmed " + transfer.kind().term() + " of the tranche of year " + transfer.trancheYear(),
                            transfer.shares().toString(),
                            transfer.source(),
                            "shares"),
                    "",
                    CellStyles.SHARES));
        }
        return figures;
    }

    private static List<ReadFigure> readings(SheetSection chapter) {
        Readings readings = chapter.dossier().determination().settlement().readings();
        Source source = chapter.dossier().escrow().origins().agreement();
        return List.of(
                reading(1, "excess_credit", readings.excessCredit().term(), source),
                reading(2, "conversion_target", readings.conversionTarget().term(), source),
                reading(3, "offset_limit", readings.offsetLimit().term(), source),
                reading(4, "offset_order", readings.offsetOrder().term(), source),
                reading(5, "missed_target", readings.missedTarget().term(), source));
    }

    private static ReadFigure reading(int line, String name, String term, Source source) {
        return new ReadFigure(
                new Cell("reading of " + name + ", the default where none was agreed", term, source, name),
                AgreementSheet.choice(line),
                CellStyles.TEXT);
    }

    private static void addYear(
            List<ReadFigure> figures, SheetSection chapter, CellAddress place, ReviewedYear reviewed) {
        AssessmentYear year = reviewed.year();
        Origins origins = chapter.dossier().escrow().origins();
        int row = place.year(year.number());
        String ofYear = " of year " + year.number();
        figures.add(new ReadFigure(
                new Cell("target" + ofYear, year.target().toString(), origins.year(year.number()), "target_revenue"),
                Cells.at(row, YearRow.TARGET),
                CellStyles.MONEY));
        figures.add(new ReadFigure(
                new Cell("tranche" + ofYear, year.tranche().toString(), origins.year(year.number()), "tranche_shares"),
                Cells.at(row, YearRow.TRANCHE),
                CellStyles.SHARES));
        if (reviewed.report().isPresent()) {
            Report report = reviewed.report().get();
            figures.add(new ReadFigure(
                    new Cell(
                            "audited revenue" + ofYear + ", report " + report.reportId(),
                            report.revenue().toString(),
                            report.source(),
                            "audited_revenue"),
                    Cells.at(row, YearRow.REVENUE),
                    CellStyles.MONEY));
        }
        Optional<Shares> agreed = reviewed.assessment().flatMap(Assessment::agreed);
        if (agreed.isPresent()) {
            figures.add(new ReadFigure(
                    new Cell(
                            "shares that all parties agreed on for year " + year.number(),
                            agreed.get().toString(),
                            agreement(chapter, year, agreed.get()),
                            "release_shares"),
                    Cells.at(row, YearRow.AGREED),
                    CellStyles.SHARES));
        }
    }

    /** The last agreement that all signed and that says so. */
    private static Source agreement(SheetSection chapter, AssessmentYear year, Shares agreed) {
        return chapter.dossier().escrow().registers().adjustments().stream()
                .filter(adjustment -> adjustment.year() == year.number()
                        && adjustment.signedBy().containsAll(ALL_FOUR)
                        && adjustment.releaseShares().filter(agreed::equals).isPresent())
                .max(Comparator.comparing(Adjustment::agreedOn).thenComparing(Adjustment::source))
                .map(Adjustment::source)
                .orElse(Source.NONE);
    }
}
