package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code joint-instructions*.csv}: a joint written instruction on record (EA 3.1(b)), in one row, or in one row for each {@code
 * tranche_year}. {@code agreement_id}, {@code assessment_year} and {@code shares} (of the tranche, or of the whole instruction) are
 * required; {@code instruction_id} may be empty where the year has one open draft of that quantity alone; {@code
 * signed_by_issuer_on}, {@code signed_by_purchaser_on}, {@code received_on} (by the agent) and {@code withdrawn_on} are filled in
 * as it happens.
 */
final class JointInstructionsFile {

    static final Schema COLUMNS = Schema.decidingOnShares();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Integer> ASSESSMENT_YEAR = COLUMNS.year(true);
    static final Column<String> INSTRUCTION_ID = COLUMNS.optional("instruction_id", TextCell.NAME);
    static final Column<Shares> SHARES = COLUMNS.required("shares", NumberCell.SHARES);
    static final Column<LocalDate> SIGNED_BY_ISSUER_ON = COLUMNS.optional("signed_by_issuer_on", DateCell.DATE);
    static final Column<LocalDate> SIGNED_BY_PURCHASER_ON = COLUMNS.optional("signed_by_purchaser_on", DateCell.DATE);
    static final Column<LocalDate> RECEIVED_ON = COLUMNS.optional("received_on", DateCell.DATE);
    static final Column<Integer> TRANCHE_YEAR = COLUMNS.optional("tranche_year", NumberCell.YEAR);
    static final Column<LocalDate> WITHDRAWN_ON = COLUMNS.optional("withdrawn_on", DateCell.DATE);

    private JointInstructionsFile() {}

    /** Whether all that it says came only after the day. A signature that came later is not known on the day. */
    static boolean isAfter(Row row, LocalDate asOf) {
        boolean after = false;
        for (Column<LocalDate> day : DAYS) {
            Optional<LocalDate> given = row.peekDate(day);
            if (given.isPresent() && !given.get().isAfter(asOf)) {
                return false;
            }
            after |= given.isPresent();
        }
        return after;
    }

    private static final List<Column<LocalDate>> DAYS =
            List.of(SIGNED_BY_ISSUER_ON, SIGNED_BY_PURCHASER_ON, RECEIVED_ON, WITHDRAWN_ON);

    /**
     * The instruction as it was on the day, if the row is sound.
     *
     * @param years how many assessment years the agreement has
     */
    static Optional<JointInstruction> read(Row row, int years) {
        int year = row.get(ASSESSMENT_YEAR);
        String id = row.get(INSTRUCTION_ID);
        OptionalInt tranche = row.year(TRANCHE_YEAR, years);
        Shares shares = row.get(SHARES);
        Optional<LocalDate> issuer = row.find(SIGNED_BY_ISSUER_ON);
        Optional<LocalDate> purchaser = row.find(SIGNED_BY_PURCHASER_ON);
        Optional<LocalDate> received = row.find(RECEIVED_ON);
        Optional<LocalDate> signedByIssuer = row.happened(SIGNED_BY_ISSUER_ON, issuer);
        Optional<LocalDate> signedByPurchaser = row.happened(SIGNED_BY_PURCHASER_ON, purchaser);
        Optional<LocalDate> receivedByThen = row.happened(RECEIVED_ON, received);
        Optional<LocalDate> withdrawn = row.happened(WITHDRAWN_ON);
        for (Optional<LocalDate> signed : List.of(issuer, purchaser)) {
            if (row.isSound()
                    && received.isPresent()
                    && signed.isPresent()
                    && received.get().isBefore(signed.get())) {
                row.reject(
                        FindingCode.DATES_REVERSED,
                        RECEIVED_ON,
                        "lies before a signature, of " + signed.get(),
                        "correct one of the days");
            }
        }
        return row.isSound()
                ? Optional.of(new JointInstruction(
                        year,
                        id,
                        tranche.isPresent() ? Optional.of(tranche.getAsInt()) : Optional.empty(),
                        shares,
                        signedByIssuer,
                        signedByPurchaser,
                        receivedByThen,
                        withdrawn,
                        row.source()))
                : Optional.empty();
    }
}
