package io.earnout.escrow.determination;

import io.earnout.escrow.delay.MinorUnits;
import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.finding.Found;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.record.Dividend;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.release.CountedTransfer;
import io.earnout.escrow.release.EscrowLedger;
import io.earnout.escrow.release.EscrowOnDay;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Account;
import io.earnout.terms.Agreement;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The money around the shares, as a memo that is never netted against them: the escrow fee (EA 4.4) and the dividends on the
 * shares in escrow (SPA 3.2, EA 1.3).
 *
 * @param fees all fees so far, in cents; nothing while the deposit is not on record
 * @param dividends all dividends on shares in escrow so far, in cents; nothing where they can't be added up, or while the
 *     deposit is not on record
 * @param nextFeeOn the day on which the next escrow year begins; nothing if there will be none
 */
record MoneyMemo(Optional<BigInteger> fees, Optional<BigInteger> dividends, Optional<LocalDate> nextFeeOn) {

    /** $5,000 a year (EA 4.4); who pays it is not said. */
    private static final BigInteger FEE_IN_CENTS = BigInteger.valueOf(500_000);

    private static final Found<Optional<BigInteger>> NO_DIVIDENDS =
            new Found<>(Optional.of(BigInteger.ZERO), List.of());

    static Found<MoneyMemo> of(EscrowOnDay escrow) {
        Review review = escrow.review();
        Found<Optional<BigInteger>> dividends = dividends(escrow);
        Optional<LocalDate> deposited = review.escrow().agreement().depositedOn();
        Optional<LocalDate> ended = endOf(escrow.ledger(), escrow.transfers());
        LocalDate last = ended.orElse(review.asOf());
        Optional<Integer> yearsBegun = deposited.map(day -> yearsBegun(day, last));
        MoneyMemo memo = new MoneyMemo(
                yearsBegun.map(years -> BigInteger.valueOf(years).multiply(FEE_IN_CENTS)),
                dividends.value(),
                ended.isPresent()
                        ? Optional.empty()
                        : yearsBegun.map(years -> deposited.orElseThrow().plusYears(years)));
        return new Found<>(memo, dividends.findings());
    }

    /**
     * How many escrow years have begun by a day. Each begins on the day of the deposit, or on the last of February where a
     * leap day is missing.
     */
    private static int yearsBegun(LocalDate deposited, LocalDate day) {
        int years = day.getYear() - deposited.getYear();
        return deposited.plusYears(years).isAfter(day) ? years : years + 1;
    }

    /** The day of the last transfer, once nothing is left in escrow (EA 2). */
    private static Optional<LocalDate> endOf(EscrowLedger ledger, List<CountedTransfer> transfers) {
        for (Account account : Account.values()) {
            boolean out = account == Account.RELEASED || account == Account.RETURNED;
            if (!out && ledger.balance(account) > 0) {
                return Optional.empty();
            }
        }
        return transfers.stream().map(CountedTransfer::confirmedOn).max(LocalDate::compareTo);
    }

    private static Found<Optional<BigInteger>> dividends(EscrowOnDay escrow) {
        Review review = escrow.review();
        Registers registers = review.escrow().registers();
        if (registers.dividends().isEmpty() && registers.dividendsTrusted()) {
            return NO_DIVIDENDS;
        }
        Agreement agreement = review.escrow().agreement();
        Findings findings = new Findings(agreement.id());
        if (agreement.depositedOn().isEmpty() && !registers.dividends().isEmpty()) {
            registers.dividends().forEach(dividend -> findNoDeposit(dividend, findings));
            return new Found<>(Optional.empty(), findings.all());
        }
        BigInteger millionths = BigInteger.ZERO;
        Set<String> currencies = new TreeSet<>();
        for (Dividend dividend : registers.dividends()) {
            boolean deposited = !agreement.depositedOn().orElseThrow().isAfter(dividend.recordDate());
            long inEscrow = deposited
                    ? escrow.accountOn(dividend.recordDate()).balance().count()
                    : 0;
            BigInteger amount = MinorUnits.millionths(inEscrow, dividend.perShare());
            millionths = millionths.add(amount);
            currencies.add(dividend.currency());
            findings.find(
                    FindingCode.DIVIDEND,
                    0,
                    dividend.source(),
                    Field.RECORD_DATE,
                    dividend.recordDate().toString(),
                    dividend.perShare() + " " + dividend.currency() + " x " + Shares.of(inEscrow)
                            + " shares in escrow = " + MinorUnits.grouped(MinorUnits.ofMillionths(amount)) + " "
                            + dividend.currency() + " to the seller, who also has the votes of these shares",
                    "");
        }
        if (currencies.size() > 1) {
            findings.find(
                    FindingCode.DIVIDENDS_IN_TWO_CURRENCIES,
                    0,
                    "dividends are declared in " + String.join(" and ", currencies) + ": they are not added up",
                    "see the note on each dividend");
        }
        boolean canBeAddedUp = registers.dividendsTrusted() && currencies.size() < 2;
        return new Found<>(
                canBeAddedUp ? Optional.of(MinorUnits.ofMillionths(millionths)) : Optional.empty(), findings.all());
    }

    private static void findNoDeposit(Dividend dividend, Findings findings) {
        findings.find(
                FindingCode.DIVIDEND,
                0,
                dividend.source(),
                Field.RECORD_DATE,
                dividend.recordDate().toString(),
                dividend.perShare() + " " + dividend.currency() + " a share: no deposit is on record, so the shares in"
                        + " escrow on this day are not known and no dividend is computed",
                "fill in " + Field.DEPOSITED_ON + " in " + Records.AGREEMENTS);
    }
}
