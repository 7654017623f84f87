package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * {@code joint-instructions*.csv}: a joint written instruction on record (EA 3.1(b)), in one row, or in one row for each {@code
 * tranche_year}. {@code agreement_id}, {@code assessment_year}, {@code instruction_id} and {@code shares} (of the tranche, or of the
 * whole instruction) are required; {@code signed_by_issuer_on}, {@code signed_by_purchaser_on}, {@code received_on} (by the agent)
 * and {@code withdrawn_on} are filled in as it happens.
 */
final class JointInstructionsFile {

    enum Columns implements Column {
        AGREEMENT_ID,
        ASSESSMENT_YEAR,
        INSTRUCTION_ID,
        SHARES,
        SIGNED_BY_ISSUER_ON,
        SIGNED_BY_PURCHASER_ON,
        RECEIVED_ON,
        TRANCHE_YEAR,
        WITHDRAWN_ON;

        @Override
        public boolean required() {
            return this == AGREEMENT_ID || this == ASSESSMENT_YEAR || this == INSTRUCTION_ID || this == SHARES;
        }
    }

    private JointInstructionsFile() {}

    /** Whether all that it says came only after the day. A signature that came later is not known on the day. */
    static boolean isAfter(Row row, LocalDate asOf) {
        boolean after = false;
        for (Columns day : DAYS) {
            Optional<LocalDate> given = row.peekDate(day);
            if (given.isPresent() && !given.get().isAfter(asOf)) {
                return false;
            }
            after |= given.isPresent();
        }
        return after;
    }

    private static final Columns[] DAYS = {
        Columns.SIGNED_BY_ISSUER_ON, Columns.SIGNED_BY_PURCHASER_ON, Columns.RECEIVED_ON, Columns.WITHDRAWN_ON
    };

    /**
     * The instruction as it was on the day, if the row is sound.
     *
     * @param years how many assessment years the agreement has
     */
    static Optional<JointInstruction> read(Row row, int years) {
        int year = row.year(Columns.ASSESSMENT_YEAR);
        String id = row.name(Columns.INSTRUCTION_ID);
        OptionalInt tranche = row.optionalYear(Columns.TRANCHE_YEAR, years);
        Shares shares = row.shares(Columns.SHARES);
        Optional<LocalDate> issuer = row.optionalDate(Columns.SIGNED_BY_ISSUER_ON);
        Optional<LocalDate> purchaser = row.optionalDate(Columns.SIGNED_BY_PURCHASER_ON);
        Optional<LocalDate> received = row.optionalDate(Columns.RECEIVED_ON);
        Optional<LocalDate> signedByIssuer = row.happened(Columns.SIGNED_BY_ISSUER_ON, issuer);
        Optional<LocalDate> signedByPurchaser = row.happened(Columns.SIGNED_BY_PURCHASER_ON, purchaser);
        Optional<LocalDate> receivedByThen = row.happened(Columns.RECEIVED_ON, received);
        Optional<LocalDate> withdrawn = row.happened(Columns.WITHDRAWN_ON);
        for (Optional<LocalDate> signed : List.of(issuer, purchaser)) {
            if (row.isSound()
                    && received.isPresent()
                    && signed.isPresent()
                    && received.get().isBefore(signed.get())) {
                row.reject(
                        FindingCode.DATES_REVERSED,
                        Columns.RECEIVED_ON,
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
