package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.Party;
import io.earnout.input.csv.FieldForm;
import io.earnout.terms.OffsetDirection;
import java.util.Locale;
import java.util.function.BiConsumer;

/** A term of an agreement as a whole, which the next run compares, so that nothing redirects shares or moves a day in silence. */
public enum AgreedTerm {
    CONSIDERATION_SHARES(
            "the consideration shares", (of, row) -> row.shares(of.agreement().considerationShares())),
    SHARE_CLASS("the class of the shares", (of, row) -> row.text(of.agreement().shareClass())),
    CURRENCY("the currency", (of, row) -> row.text(of.agreement().currency())),
    ISSUER("the issuer", (of, row) -> row.text(of.agreement().parties().issuer())),
    PURCHASER("the purchaser", (of, row) -> row.text(of.agreement().parties().purchaser())),
    SELLER("the seller", (of, row) -> row.text(of.agreement().parties().seller())),
    ESCROW_AGENT(
            "the escrow agent", (of, row) -> row.text(of.agreement().parties().escrowAgent())),
    TARGET_COMPANY(
            "the target company", (of, row) -> row.text(of.agreement().parties().targetCompany())),
    SIGNED_ON("the day of signature", (of, row) -> row.date(of.agreement().signedOn())),
    DEPOSITED_ON("the day of the deposit", (of, row) -> row.date(of.agreement().depositedOn())),
    EXPIRES_ON(
            "the expiration", (of, row) -> row.date(of.agreement().expiration().on())),
    EXPIRY_DOCUMENT(
            "the document of the expiration",
            (of, row) -> row.text(of.agreement().expiration().document())),
    READINGS_AGREED_ON(
            "the day on which the reading was agreed",
            (of, row) -> row.date(of.agreement().readings().agreedOn())),
    READINGS_DOCUMENT(
            "the document of the reading",
            (of, row) -> row.text(of.agreement().readings().document())),
    BUSINESS_CALENDAR(
            "the business calendar", (of, row) -> row.text(of.agreement().businessCalendar())),
    OFFSET_DIRECTION(
            "the direction of the offset",
            (of, row) -> row.text(of.agreement().offsetDirection().term())),
    SELLER_NAME("the seller's name in the documents", Party.Role.SELLER, Detail.NAME),
    SELLER_ACCOUNT("the seller's account", Party.Role.SELLER, Detail.ACCOUNT),
    ISSUER_NAME("the issuer's name in the documents", Party.Role.ISSUER, Detail.NAME),
    ISSUER_ACCOUNT("the issuer's account, to which shares return", Party.Role.ISSUER, Detail.ACCOUNT);

    private enum Detail {
        NAME,
        ACCOUNT
    }

    private final String words;
    private final String source;

    @SuppressWarnings("ImmutableEnumChecker") // keeps nothing
    private final BiConsumer<AgreementResult, CsvBuffer> cell;

    AgreedTerm(String words, BiConsumer<AgreementResult, CsvBuffer> cell) {
        this.words = words;
        this.source = "agreements.csv";
        this.cell = cell;
    }

    AgreedTerm(String words, Party.Role role, Detail detail) {
        this.words = words;
        this.source = "parties.csv";
        this.cell = (of, row) -> row.text(detailOf(of, role, detail));
    }

    /** Whether all parties signed it, so that only an amendment of all parties changes it (SPA 11.2). */
    public boolean isSigned() {
        return switch (this) {
            case CONSIDERATION_SHARES,
                    SHARE_CLASS,
                    CURRENCY,
                    ISSUER,
                    PURCHASER,
                    SELLER,
                    ESCROW_AGENT,
                    TARGET_COMPANY,
                    SIGNED_ON,
                    OFFSET_DIRECTION -> true;
            default -> false;
        };
    }

    /** The column of {@code terms.csv}. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it was in a run of a version that did not list it. */
    public String inEarlierVersions() {
        return this == OFFSET_DIRECTION ? OffsetDirection.BACKWARD.term() : "";
    }

    /** What its cells hold. */
    FieldForm form() {
        return switch (this) {
            case CONSIDERATION_SHARES -> FieldForm.ORDINAL;
            case SIGNED_ON, DEPOSITED_ON, EXPIRES_ON, READINGS_AGREED_ON -> FieldForm.DATE;
            default -> FieldForm.TEXT;
        };
    }

    /** How people call it. */
    public String words() {
        return words;
    }

    /** The input file that says it. */
    public String source() {
        return source;
    }

    void write(AgreementResult of, CsvBuffer row) {
        cell.accept(of, row);
    }

    private static String detailOf(AgreementResult of, Party.Role role, Detail detail) {
        for (Party party : of.escrow().registers().parties()) {
            if (party.role() == role) {
                return detail == Detail.NAME ? party.name() : party.account();
            }
        }
        return "";
    }
}
