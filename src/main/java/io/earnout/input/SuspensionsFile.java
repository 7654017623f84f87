package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Suspension;
import io.earnout.input.csv.ChoiceCell;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.Optional;

/**
 * {@code suspensions.csv}: one row per suspension. {@code agreement_id}, {@code ground} ({@code dispute} EA 3.3, {@code
 * breach} SPA 8.1), {@code from} and {@code document} are required; {@code assessment_year} is empty for all years; {@code
 * disputed_shares} where they were named, and {@code disputed_by}: the {@code seller}, who claims them beyond the computed
 * ones, or the {@code issuer}, who contests them; {@code lifted_on}, {@code lifted_by} ({@code settlement}, {@code ruling},
 * {@code withdrawal}) and {@code lifting_document} once it is lifted.
 */
final class SuspensionsFile {

    static final Schema COLUMNS = Schema.decidingOnShares();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Integer> ASSESSMENT_YEAR = COLUMNS.year(false);
    static final Column<Suspension.Ground> GROUND =
            COLUMNS.required("ground", ChoiceCell.of(Suspension.Ground.values()));
    static final Column<LocalDate> FROM = COLUMNS.required("from", DateCell.DATE);
    static final Column<String> DOCUMENT = COLUMNS.required("document", TextCell.DOCUMENT);
    static final Column<Shares> DISPUTED_SHARES = COLUMNS.optional("disputed_shares", NumberCell.SHARES);
    static final Column<Suspension.DisputedBy> DISPUTED_BY =
            COLUMNS.optional("disputed_by", ChoiceCell.of(Suspension.DisputedBy.values()));
    static final Column<LocalDate> LIFTED_ON = COLUMNS.optional("lifted_on", DateCell.DATE);
    static final Column<Suspension.LiftedBy> LIFTED_BY =
            COLUMNS.optional("lifted_by", ChoiceCell.of(Suspension.LiftedBy.values()));
    static final Column<String> LIFTING_DOCUMENT = COLUMNS.optional("lifting_document", TextCell.DOCUMENT);

    private SuspensionsFile() {}

    /** Whether it began only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(FROM, asOf);
    }

    /** The suspension as it was on the day, if the row is sound. */
    static Optional<Suspension> read(Row row) {
        int year = row.get(ASSESSMENT_YEAR);
        Suspension.Ground ground = row.get(GROUND);
        LocalDate from = row.happenedOn(FROM);
        String document = row.get(DOCUMENT);
        Optional<Shares> disputed = row.find(DISPUTED_SHARES);
        Optional<Suspension.DisputedBy> disputedBy = row.find(DISPUTED_BY);
        Optional<LocalDate> liftedOn = row.happened(LIFTED_ON);
        Optional<Suspension.LiftedBy> liftedBy = row.find(LIFTED_BY);
        String liftingDocument = row.get(LIFTING_DOCUMENT);
        if (row.isSound() && liftedOn.isPresent() && liftedOn.get().isBefore(from)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    LIFTED_ON,
                    "lies before the suspension began, on " + from,
                    "correct one of the two days");
        }
        if (!row.isSound()) {
            return Optional.empty();
        }
        boolean notYet = liftedOn.isEmpty() && !row.isEmpty(LIFTED_ON);
        return Optional.of(new Suspension(
                year,
                ground,
                from,
                document,
                disputed,
                disputedBy,
                liftedOn,
                notYet ? Optional.empty() : liftedBy,
                liftingDocument,
                row.source()));
    }
}
