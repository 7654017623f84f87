package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.Party;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * What was agreed of an agreement as a whole, a column each of {@code terms.csv}: what a later run compares, so that nothing
 * that redirects shares or moves a day changes in silence. The terms of the years stand in {@code
 * reconciliation-report.csv}, the reading in {@code readings.csv}.
 */
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
    SELLER_NAME("the seller's name in the papers", (of, row) -> row.text(nameOf(of, Party.Role.SELLER))),
    SELLER_ACCOUNT("the seller's account", (of, row) -> row.text(accountOf(of, Party.Role.SELLER))),
    ISSUER_NAME("the issuer's name in the papers", (of, row) -> row.text(nameOf(of, Party.Role.ISSUER))),
    ISSUER_ACCOUNT(
            "the issuer's account, to which shares return", (of, row) -> row.text(accountOf(of, Party.Role.ISSUER)));

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // none of them keeps anything
    private final BiConsumer<AgreementResult, CsvBuffer> cell;

    AgreedTerm(String words, BiConsumer<AgreementResult, CsvBuffer> cell) {
        this.words = words;
        this.cell = cell;
    }

    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How people call it. */
    public String words() {
        return words;
    }

    /** The input file that says it. */
    public String source() {
        return switch (this) {
            case SELLER_NAME, SELLER_ACCOUNT, ISSUER_NAME, ISSUER_ACCOUNT -> "parties.csv";
            default -> "agreements.csv";
        };
    }

    /** The header of the file. */
    static String columns() {
        return "agreement_id," + Arrays.stream(values()).map(AgreedTerm::column).collect(Collectors.joining(","));
    }

    /** Writes the terms of an agreement. */
    static void write(AgreementResult dossier, CsvBuffer row) {
        row.text(dossier.agreementId());
        for (AgreedTerm term : values()) {
            term.cell.accept(dossier, row);
        }
        row.endRow();
    }

    private static String nameOf(AgreementResult dossier, Party.Role role) {
        for (Party party : dossier.escrow().registers().parties()) {
            if (party.role() == role) {
                return party.name();
            }
        }
        return "";
    }

    private static String accountOf(AgreementResult dossier, Party.Role role) {
        for (Party party : dossier.escrow().registers().parties()) {
            if (party.role() == role) {
                return party.account();
            }
        }
        return "";
    }
}
