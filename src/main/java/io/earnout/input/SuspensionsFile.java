package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Suspension;
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

    enum Columns implements Column {
        AGREEMENT_ID,
        ASSESSMENT_YEAR,
        GROUND,
        FROM,
        DOCUMENT,
        DISPUTED_SHARES,
        DISPUTED_BY,
        LIFTED_ON,
        LIFTED_BY,
        LIFTING_DOCUMENT;

        @Override
        public boolean required() {
            return this == AGREEMENT_ID || this == GROUND || this == FROM || this == DOCUMENT;
        }
    }

    private static final Suspension.Ground[] GROUNDS = Suspension.Ground.values();
    private static final Suspension.DisputedBy[] DISPUTED_BY = Suspension.DisputedBy.values();
    private static final Suspension.LiftedBy[] LIFTED_BY = Suspension.LiftedBy.values();

    private SuspensionsFile() {}

    /** Whether it began only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.peekDate(Columns.FROM).filter(asOf::isBefore).isPresent();
    }

    /** The suspension as it was on the day, if the row is sound. */
    static Optional<Suspension> read(Row row) {
        int year = row.isEmpty(Columns.ASSESSMENT_YEAR) ? 0 : row.year(Columns.ASSESSMENT_YEAR);
        Suspension.Ground ground = row.requiredChoice(Columns.GROUND, GROUNDS, Suspension.Ground::term);
        LocalDate from = row.happenedOn(Columns.FROM);
        String document = row.document(Columns.DOCUMENT);
        Optional<Shares> disputed = row.optionalShares(Columns.DISPUTED_SHARES);
        Optional<Suspension.DisputedBy> disputedBy = row.isEmpty(Columns.DISPUTED_BY)
                ? Optional.empty()
                : Optional.of(row.requiredChoice(Columns.DISPUTED_BY, DISPUTED_BY, Suspension.DisputedBy::term));
        Optional<LocalDate> liftedOn = row.happened(Columns.LIFTED_ON);
        Optional<Suspension.LiftedBy> liftedBy = row.isEmpty(Columns.LIFTED_BY)
                ? Optional.empty()
                : Optional.of(row.requiredChoice(Columns.LIFTED_BY, LIFTED_BY, Suspension.LiftedBy::term));
        String liftingDocument = row.optionalDocument(Columns.LIFTING_DOCUMENT);
        if (row.isSound() && liftedOn.isPresent() && liftedOn.get().isBefore(from)) {
            row.reject(
                    FindingCode.DATES_REVERSED,
                    Columns.LIFTED_ON,
                    "lies before the suspension began, on " + from,
                    "correct one of the two days");
        }
        if (!row.isSound()) {
            return Optional.empty();
        }
        boolean notYet = liftedOn.isEmpty() && !row.isEmpty(Columns.LIFTED_ON);
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
