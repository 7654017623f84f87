package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.input.csv.ChoiceCell;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.DateCell;
import io.earnout.input.csv.NumberCell;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import io.earnout.input.csv.Texts;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.MissedTarget;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import io.earnout.terms.Term;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code agreements.csv}: one row per agreement.
 *
 * <ul>
 *   <li>{@code agreement_id}, {@code consideration_shares}, {@code currency}, {@code signed_on}: required.
 *   <li>{@code share_class}, {@code issuer}, {@code purchaser}, {@code seller}, {@code escrow_agent}, {@code
 *       target_company}, {@code business_calendar}, {@code expiry_document}, {@code readings_document}: text.
 *   <li>{@code deposited_on}, {@code expires_on}, {@code readings_agreed_on}: days.
 *   <li>{@code offset_direction}: which shortfalls an excess can offset; empty for {@code backward}.
 *   <li>{@code excess_credit}, {@code conversion_target}, {@code offset_limit}, {@code offset_order}, {@code
 *       missed_target}: how the open points are read; empty for the default.
 * </ul>
 */
final class AgreementsFile {

    static final Schema COLUMNS = Schema.ofAgreements().withKey("agreement_id");

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Shares> CONSIDERATION_SHARES = COLUMNS.required("consideration_shares", NumberCell.SHARES);
    static final Column<String> SHARE_CLASS = COLUMNS.optional("share_class", TextCell.TEXT);
    static final Column<String> CURRENCY = COLUMNS.required("currency", TextCell.CURRENCY);
    static final Column<String> ISSUER = COLUMNS.optional("issuer", TextCell.TEXT);
    static final Column<String> PURCHASER = COLUMNS.optional("purchaser", TextCell.TEXT);
    static final Column<String> SELLER = COLUMNS.optional("seller", TextCell.TEXT);
    static final Column<String> ESCROW_AGENT = COLUMNS.optional("escrow_agent", TextCell.TEXT);
    static final Column<String> TARGET_COMPANY = COLUMNS.optional("target_company", TextCell.TEXT);
    static final Column<LocalDate> SIGNED_ON = COLUMNS.required("signed_on", DateCell.DATE);
    static final Column<LocalDate> DEPOSITED_ON = COLUMNS.optional("deposited_on", DateCell.DATE);
    static final Column<LocalDate> EXPIRES_ON = COLUMNS.optional("expires_on", DateCell.DATE);
    static final Column<String> EXPIRY_DOCUMENT = COLUMNS.optional("expiry_document", TextCell.DOCUMENT);
    private static final Map<ReadingSwitch, Column<Term>> READINGS = readingColumns();
    static final Column<OffsetDirection> OFFSET_DIRECTION =
            COLUMNS.optional("offset_direction", ChoiceCell.withDefault(OffsetDirection.values()));
    static final Column<LocalDate> READINGS_AGREED_ON = COLUMNS.optional("readings_agreed_on", DateCell.DATE);
    static final Column<String> READINGS_DOCUMENT = COLUMNS.optional("readings_document", TextCell.DOCUMENT);
    static final Column<String> BUSINESS_CALENDAR = COLUMNS.optional("business_calendar", TextCell.TEXT);

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
            OffsetDirection offsetDirection,
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
                    offsetDirection,
                    businessCalendar,
                    years);
        }
    }

    /** Whether the agreement was signed only after the day, so that it is unknown on it. */
    static boolean isAfter(Row row, LocalDate asOf) {
        return row.isAfter(SIGNED_ON, asOf);
    }

    static Terms read(Row row) {
        // a day that can't have come yet is no agreement, so that the reading is not documented
        Optional<LocalDate> readingsAgreedOn =
                row.notYet(READINGS_AGREED_ON) ? Optional.empty() : row.find(READINGS_AGREED_ON);
        Readings readings = readings(row);
        return new Terms(
                row.agreementId(),
                row.get(CONSIDERATION_SHARES),
                row.get(SHARE_CLASS),
                row.get(CURRENCY),
                new Agreement.Parties(
                        row.get(ISSUER),
                        row.get(PURCHASER),
                        row.get(SELLER),
                        row.get(ESCROW_AGENT),
                        row.get(TARGET_COMPANY)),
                row.happenedOn(SIGNED_ON),
                row.notYet(DEPOSITED_ON) ? Optional.empty() : row.happened(DEPOSITED_ON),
                new Agreement.Expiration(row.find(EXPIRES_ON), row.get(EXPIRY_DOCUMENT)),
                new Agreement.ReadingsOnRecord(readings, readingsAgreedOn, row.get(READINGS_DOCUMENT)),
                offsetDirection(row, readings.missedTarget()),
                Texts.foldedName(row.get(BUSINESS_CALENDAR)));
    }

    /** An earlier credit makes up for a missed target, or a missed target blocks its tranche: a row can't say both. */
    private static OffsetDirection offsetDirection(Row row, MissedTarget missed) {
        OffsetDirection direction = row.get(OFFSET_DIRECTION);
        if (!direction.admits(missed)) {
            row.reject(
                    FindingCode.TERMS_CONTRADICT,
                    OFFSET_DIRECTION,
                    "contradicts " + ReadingSwitch.MISSED_TARGET.term() + " = " + missed.term()
                            + ": a credit of an earlier year releases shares of a year that missed its target, and "
                            + missed.term() + " releases none of them",
                    "leave " + ReadingSwitch.MISSED_TARGET.term() + " empty, or correct " + OFFSET_DIRECTION.name());
        }
        return direction;
    }

    private static Map<ReadingSwitch, Column<Term>> readingColumns() {
        Map<ReadingSwitch, Column<Term>> columns = new EnumMap<>(ReadingSwitch.class);
        for (ReadingSwitch point : ReadingSwitch.values()) {
            columns.put(point, COLUMNS.optional(point.term(), ChoiceCell.withDefault(point.choices())));
        }
        return columns;
    }

    private static Readings readings(Row row) {
        Map<ReadingSwitch, Term> choices = new EnumMap<>(ReadingSwitch.class);
        READINGS.forEach((point, column) -> choices.put(point, row.get(column)));
        return ReadingSwitch.read(point -> Objects.requireNonNull(choices.get(point)));
    }
}
