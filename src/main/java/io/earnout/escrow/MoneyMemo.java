package io.earnout.escrow;

import io.earnout.settlement.Account;
import io.earnout.terms.Agreement;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The money around the shares, as a memo that is never netted against them: the escrow fee (EA 4.4) and the dividends on the
 * shares in escrow (SPA 3.2, EA 1.3).
 *
 * @param fees all fees so far, in cents; nothing while the deposit is not on record
 * @param dividends all dividends so far, in cents; nothing where they can't be added up
 * @param nextFeeOn the day on which the next escrow year begins; nothing if there will be none
 */
record MoneyMemo(Optional<BigInteger> fees, Optional<BigInteger> dividends, Optional<LocalDate> nextFeeOn) {

    /** $5,000 a year (EA 4.4); who pays it is not said. */
    private static final long FEE_IN_CENTS = 500_000;

    static MoneyMemo of(Review review, EscrowLedger ledger, List<Transfer> transfers, Findings findings) {
        Optional<LocalDate> deposited = review.escrow().agreement().depositedOn();
        Optional<LocalDate> ended = endOf(ledger, transfers);
        LocalDate last = ended.orElse(review.asOf());
        Optional<Long> yearsBegun = deposited.map(day -> ChronoUnit.YEARS.between(day, last) + 1);
        return new MoneyMemo(
                yearsBegun.map(years -> BigInteger.valueOf(years * FEE_IN_CENTS)),
                dividends(review, transfers, findings),
                ended.isPresent()
                        ? Optional.empty()
                        : yearsBegun.map(years -> deposited.orElseThrow().plusYears(years)));
    }

    /** The day of the last transfer, once nothing is left in escrow (EA 2). */
    private static Optional<LocalDate> endOf(EscrowLedger ledger, List<Transfer> transfers) {
        for (Account account : Account.values()) {
            boolean out = account == Account.RELEASED || account == Account.RETURNED;
            if (!out && !ledger.balance(account).isNone()) {
                return Optional.empty();
            }
        }
        return transfers.stream().map(Transfer::confirmedOn).max(LocalDate::compareTo);
    }

    private static Optional<BigInteger> dividends(Review review, List<Transfer> transfers, Findings findings) {
        Registers registers = review.escrow().registers();
        Agreement agreement = review.escrow().agreement();
        BigInteger millionths = BigInteger.ZERO;
        Set<String> currencies = new TreeSet<>();
        for (Dividend dividend : registers.dividends()) {
            long inEscrow = agreement.considerationShares().count();
            for (Transfer transfer : transfers) {
                inEscrow -= transfer.confirmedOn().isAfter(dividend.recordDate())
                        ? 0
                        : transfer.shares().count();
            }
            BigInteger amount = Cents.millionths(inEscrow, dividend.perShare());
            millionths = millionths.add(amount);
            currencies.add(dividend.currency());
            findings.find(
                    Code.DIVIDEND,
                    0,
                    dividend.source(),
                    "record_date",
                    dividend.recordDate().toString(),
                    dividend.perShare() + " " + dividend.currency() + " x " + Shares.of(inEscrow)
                            + " shares in escrow = " + Cents.grouped(Cents.ofMillionths(amount)) + " "
                            + dividend.currency() + " to the seller, who votes these shares as well",
                    "");
        }
        if (currencies.size() > 1) {
            findings.find(
                    Code.DIVIDENDS_IN_TWO_CURRENCIES,
                    0,
                    "dividends are declared in " + String.join(" and ", currencies) + ": they are not added up",
                    "see the note on each dividend");
        }
        return registers.dividendsTrusted() && currencies.size() < 2
                ? Optional.of(Cents.ofMillionths(millionths))
                : Optional.empty();
    }
}
