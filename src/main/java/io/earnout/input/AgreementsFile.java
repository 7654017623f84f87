package io.earnout.input;

import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ConversionTarget;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.OffsetOrder;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * {@code agreements.csv}: one row per agreement.
 *
 * <ul>
 *   <li>{@code agreement_id}, {@code consideration_shares}, {@code currency}, {@code signed_on}: required.
 *   <li>{@code share_class}, {@code issuer}, {@code purchaser}, {@code seller}, {@code escrow_agent}, {@code
 *       target_company}, {@code business_calendar}, {@code expiry_document}, {@code readings_document}: text.
 *   <li>{@code deposited_on}, {@code expires_on}, {@code readings_agreed_on}: days.
 *   <li>{@code excess_credit}, {@code conversion_target}, {@code offset_limit}, {@code offset_order}, {@code
 *       missed_target}: how the open points are read; empty for the default.
 * </ul>
 */
final class AgreementsFile {

    enum Columns implements Column {
        AGREEMENT_ID,
        CONSIDERATION_SHARES,
        SHARE_CLASS,
        CURRENCY,
        ISSUER,
        PURCHASER,
        SELLER,
        ESCROW_AGENT,
        TARGET_COMPANY,
        SIGNED_ON,
        DEPOSITED_ON,
        EXPIRES_ON,
        EXPIRY_DOCUMENT,
        EXCESS_CREDIT,
        CONVERSION_TARGET,
        OFFSET_LIMIT,
        OFFSET_ORDER,
        MISSED_TARGET,
        READINGS_AGREED_ON,
        READINGS_DOCUMENT,
        BUSINESS_CALENDAR;

        @Override
        public boolean required() {
            return this == AGREEMENT_ID || this == CONSIDERATION_SHARES || this == CURRENCY || this == SIGNED_ON;
        }
    }

    private AgreementsFile() {}

    /** What a row says, before its assessment years are known. */
    record Terms(
            String id,
            Shares considerationShares,
            String shareClass,
            String currency,
            Agreement.Parties parties,
            LocalDate signedOn,
            Optional<LocalDate> depositedOn,
            Agreement.Expiration expiration,
            Agreement.ReadingsOnRecord readings,
            String businessCalendar) {

        Agreement over(List<AssessmentYear> years) {
            return new Agreement(
                    id,
                    considerationShares,
                    shareClass,
                    currency,
                    parties,
                    signedOn,
                    depositedOn,
                    expiration,
                    readings,
                    businessCalendar,
                    years);
        }
    }

    /** Whether the agreement was signed only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.peekDate(Columns.SIGNED_ON).filter(asOf::isBefore).isPresent();
    }

    static Terms read(Row row) {
        // a day that can't have come yet is no agreement, so that the reading is not documented
        Optional<LocalDate> readingsAgreedOn = row.notYet(Columns.READINGS_AGREED_ON)
                ? Optional.empty()
                : row.optionalDate(Columns.READINGS_AGREED_ON);
        return new Terms(
                row.agreementId(),
                row.shares(Columns.CONSIDERATION_SHARES),
                row.optionalText(Columns.SHARE_CLASS),
                row.currency(Columns.CURRENCY),
                new Agreement.Parties(
                        row.optionalText(Columns.ISSUER),
                        row.optionalText(Columns.PURCHASER),
                        row.optionalText(Columns.SELLER),
                        row.optionalText(Columns.ESCROW_AGENT),
                        row.optionalText(Columns.TARGET_COMPANY)),
                row.happenedOn(Columns.SIGNED_ON),
                row.notYet(Columns.DEPOSITED_ON) ? Optional.empty() : row.happened(Columns.DEPOSITED_ON),
                new Agreement.Expiration(
                        row.optionalDate(Columns.EXPIRES_ON), row.optionalDocument(Columns.EXPIRY_DOCUMENT)),
                new Agreement.ReadingsOnRecord(
                        readings(row), readingsAgreedOn, row.optionalDocument(Columns.READINGS_DOCUMENT)),
                Texts.foldedName(row.optionalText(Columns.BUSINESS_CALENDAR)));
    }

    private static Readings readings(Row row) {
        return new Readings(
                row.choice(Columns.EXCESS_CREDIT, ExcessCredit.values(), ExcessCredit::term),
                row.choice(Columns.CONVERSION_TARGET, ConversionTarget.values(), ConversionTarget::term),
                row.choice(Columns.OFFSET_LIMIT, OffsetLimit.values(), OffsetLimit::term),
                row.choice(Columns.OFFSET_ORDER, OffsetOrder.values(), OffsetOrder::term),
                row.choice(Columns.MISSED_TARGET, MissedTarget.values(), MissedTarget::term));
    }
}
