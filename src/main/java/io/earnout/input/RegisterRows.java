package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.Amendment;
import io.earnout.escrow.record.Dividend;
import io.earnout.escrow.record.JointInstruction;
import io.earnout.escrow.record.Party;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.record.SharePrices;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.record.Transfer;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Texts;
import io.earnout.terms.Agreement;
import io.earnout.terms.PerShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * The sound rows of one agreement's registers. Prices and dividends decide on no share: an invalid row of them leaves their
 * figures out, and holds nothing.
 */
final class RegisterRows {

    private final Row row;
    private final List<JointInstruction> instructions = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Suspension> suspensions = new ArrayList<>();
    private final List<Adjustment> adjustments = new ArrayList<>();
    private final List<Amendment> amendments = new ArrayList<>();
    private final List<ShareChange> shareChanges = new ArrayList<>();
    private final NavigableMap<LocalDate, PerShare> closes = new TreeMap<>();
    private final Map<LocalDate, Dividend> dividends = new TreeMap<>();
    private final Map<Party.Role, Party> parties = new EnumMap<>(Party.Role.class);
    private final Set<Party.Role> contradicted = EnumSet.noneOf(Party.Role.class);
    private String priceCurrency = "";
    private boolean pricesTrusted = true;
    private boolean dividendsTrusted = true;

    RegisterRows(Row row) {
        this.row = row;
    }

    void clear() {
        instructions.clear();
        transfers.clear();
        suspensions.clear();
        adjustments.clear();
        shareChanges.clear();
        amendments.clear();
        closes.clear();
        dividends.clear();
        parties.clear();
        contradicted.clear();
        priceCurrency = "";
        pricesTrusted = true;
        dividendsTrusted = true;
    }

    /** Whether the row tells of a later day. */
    static boolean isAfter(Format format, Row row, LocalDate asOf) {
        return switch (format) {
            case JOINT_INSTRUCTIONS -> JointInstructionsFile.isAfter(row, asOf);
            case TRANSFERS -> TransfersFile.isAfter(row, asOf);
            case SUSPENSIONS -> SuspensionsFile.isAfter(row, asOf);
            case ADJUSTMENTS -> AdjustmentsFile.isAfter(row, asOf);
            case AMENDMENTS -> AmendmentsFile.isAfter(row, asOf);
            case SHARE_PRICES -> SharePricesFile.isAfter(row, asOf);
            case DIVIDENDS -> DividendsFile.isAfter(row, asOf);
            // a change that is resolved is known before its day
            case PARTIES, SHARE_CHANGES -> false;
            default -> throw new IllegalArgumentException("no register: " + format);
        };
    }

    /** Takes the row if it is sound. */
    void take(Format format, Agreement agreement) {
        int years = agreement.years().size();
        switch (format) {
            case JOINT_INSTRUCTIONS -> JointInstructionsFile.read(row, years).ifPresent(instructions::add);
            case TRANSFERS -> TransfersFile.read(row, years).ifPresent(transfers::add);
            case SUSPENSIONS -> SuspensionsFile.read(row).ifPresent(this::takeSuspension);
            case ADJUSTMENTS -> AdjustmentsFile.read(row, agreement.years()).ifPresent(this::takeAdjustment);
            case AMENDMENTS -> AmendmentsFile.read(row, agreement.signedOn()).ifPresent(this::takeAmendment);
            case SHARE_CHANGES -> ShareChangesFile.read(row).ifPresent(change -> takeShareChange(change, agreement));
            case SHARE_PRICES -> takePrice(SharePricesFile.read(row));
            case DIVIDENDS -> takeDividend(DividendsFile.read(row), agreement);
            case PARTIES -> PartiesFile.read(row).ifPresent(party -> takeParty(party, agreement.parties()));
            default -> throw new IllegalArgumentException("no register: " + format);
        }
    }

    private void takeSuspension(Suspension suspension) {
        if (suspensions.stream().anyMatch(suspension::saysTheSameAs)) {
            row.note(FindingCode.ROW_TWICE, SuspensionsFile.FROM, "is listed already and is ignored", "");
        } else {
            suspensions.add(suspension);
        }
    }

    private void takeAdjustment(Adjustment adjustment) {
        if (adjustments.stream().anyMatch(adjustment::saysTheSameAs)) {
            row.note(FindingCode.ROW_TWICE, AdjustmentsFile.AGREED_ON, "is listed already and is ignored", "");
        } else {
            adjustments.add(adjustment);
        }
    }

    private void takeAmendment(Amendment amendment) {
        if (amendments.stream().anyMatch(amendment::saysTheSameAs)) {
            row.note(FindingCode.ROW_TWICE, AmendmentsFile.AGREED_ON, "is listed already and is ignored", "");
        } else {
            amendments.add(amendment);
        }
    }

    private void takeShareChange(ShareChange change, Agreement agreement) {
        ShareChange before = shareChanges.isEmpty() ? null : shareChanges.get(shareChanges.size() - 1);
        if (shareChanges.stream().anyMatch(change::saysTheSameAs)) {
            row.note(FindingCode.ROW_TWICE, ShareChangesFile.EFFECTIVE_ON, "is listed already and is ignored", "");
            return;
        }
        if (before != null && before.effectiveOn().equals(change.effectiveOn())) {
            row.reject(
                    FindingCode.SHARE_CHANGE_TWICE,
                    ShareChangesFile.EFFECTIVE_ON,
                    "is the day of a second change, the other is " + before.ratio() + " (" + before.source()
                            + "): the whole agreement is held",
                    "correct the day, write both changes as one ratio, or delete the row that is wrong");
        } else if (before != null && change.effectiveOn().isBefore(before.effectiveOn())) {
            row.reject(
                    FindingCode.SHARE_CHANGE_OUT_OF_ORDER,
                    ShareChangesFile.EFFECTIVE_ON,
                    "lies before the day of the change in the row before it, " + before.effectiveOn()
                            + ": the whole agreement is held",
                    "correct the year, or put the rows in the order of their days");
        } else {
            shareChanges.add(change);
            if (!ShareChanges.of(shareChanges, agreement.signedOn()).canCount(agreement.considerationShares())) {
                shareChanges.remove(shareChanges.size() - 1);
                row.reject(
                        FindingCode.SHARE_CHANGE_TOO_FINE,
                        ShareChangesFile.NEW_SHARES,
                        "makes shares too small to be counted exactly, together with the changes before it: the whole"
                                + " agreement is held",
                        "check the ratio");
            }
        }
    }

    private void takePrice(SharePricesFile.Close close) {
        PerShare before = closes.get(close.day());
        if (row.isSound() && !priceCurrency.isEmpty() && !priceCurrency.equals(close.currency())) {
            row.reject(
                    FindingCode.PRICES_IN_TWO_CURRENCIES,
                    SharePricesFile.CURRENCY,
                    "is another currency than that of the closes before, " + priceCurrency
                            + ": no market value is computed",
                    "give all closes of an agreement in one currency");
        } else if (row.isSound() && before != null && !before.equals(close.price())) {
            row.reject(
                    FindingCode.PRICE_TWICE,
                    SharePricesFile.CLOSE,
                    "is the second close of " + close.day() + ", the other is " + before
                            + ": no market value is computed",
                    "delete the row that is wrong");
        } else if (row.isSound() && before != null) {
            row.note(FindingCode.ROW_TWICE, SharePricesFile.DATE, "is listed already and is ignored", "");
        }
        if (row.isSound()) {
            closes.put(close.day(), close.price());
            priceCurrency = close.currency();
        } else {
            pricesTrusted = false;
        }
    }

    private void takeDividend(Dividend dividend, Agreement agreement) {
        LocalDate begun = agreement.depositedOn().orElse(agreement.signedOn());
        Dividend before = dividends.get(dividend.recordDate());
        if (row.isSound() && dividend.recordDate().isBefore(begun)) {
            row.reject(
                    FindingCode.RECORD_DATE_BEFORE_ESCROW,
                    DividendsFile.RECORD_DATE,
                    "lies before the escrow began, on " + begun,
                    "correct it, or take the row out");
        } else if (row.isSound()
                && before != null
                && before.perShare().equals(dividend.perShare())
                && before.currency().equals(dividend.currency())) {
            row.note(FindingCode.ROW_TWICE, DividendsFile.RECORD_DATE, "is listed already and is ignored", "");
        } else if (row.isSound() && before != null) {
            row.reject(
                    FindingCode.DIVIDEND_TWICE,
                    DividendsFile.PER_SHARE,
                    "is a second dividend of the same record date, the other is " + before.perShare() + " "
                            + before.currency() + ": dividends are not added up",
                    "add the two up in one row, or delete the row that is wrong");
        }
        if (row.isSound()) {
            dividends.putIfAbsent(dividend.recordDate(), dividend);
        } else {
            dividendsTrusted = false;
        }
    }

    private void takeParty(Party party, Agreement.Parties signed) {
        Party before = parties.get(party.role());
        if (before != null && before.texts().equals(party.texts())) {
            row.note(FindingCode.ROW_TWICE, PartiesFile.ROLE, "is listed already and is ignored", "");
        } else if (before != null) {
            contradicted.add(party.role());
            row.reject(
                    FindingCode.PARTY_TWICE,
                    PartiesFile.ROLE,
                    "contradicts " + before.source() + ": the documents leave a blank",
                    "delete the row that is wrong");
        } else {
            parties.put(party.role(), party);
            String name = party.role().nameIn(signed);
            if (!party.name().isEmpty() && !name.isEmpty() && !party.name().equals(name)) {
                row.note(
                        FindingCode.PARTY_NAME_DIFFERS,
                        PartiesFile.NAME,
                        "is \"" + Texts.shown(name) + "\" in agreements.csv: the documents give both names",
                        "");
            }
        }
    }

    /** What was taken, whatever the order of the rows. */
    Registers registers(Agreement agreement) {
        if (isEmpty()) {
            return Registers.NONE;
        }
        return new Registers(
                List.copyOf(instructions),
                List.copyOf(transfers),
                suspensions.stream()
                        .sorted(Comparator.comparing(Suspension::source))
                        .toList(),
                List.copyOf(adjustments),
                pricesTrusted ? new SharePrices(priceCurrency, new TreeMap<>(closes), true) : SharePrices.AT_FAULT,
                List.copyOf(dividends.values()),
                dividendsTrusted,
                parties.values().stream()
                        .filter(party -> !contradicted.contains(party.role()))
                        .toList(),
                ShareChanges.of(shareChanges, agreement.signedOn()),
                List.copyOf(amendments));
    }

    private boolean isEmpty() {
        return instructions.isEmpty()
                && transfers.isEmpty()
                && suspensions.isEmpty()
                && adjustments.isEmpty()
                && shareChanges.isEmpty()
                && amendments.isEmpty()
                && closes.isEmpty()
                && dividends.isEmpty()
                && parties.isEmpty()
                && pricesTrusted
                && dividendsTrusted;
    }
}
