package io.earnout.settlement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.OffsetLimit;
import io.earnout.terms.Readings;
import io.earnout.terms.Shares;
import java.util.EnumMap;
import java.util.Map;

/** What holds for any settlement whatsoever. */
final class Invariants {

    private Invariants() {}

    static void hold(Settlement settlement) {
        sharesAreConservedAfterEveryMovement(settlement);
        for (AssessmentYear year : settlement.agreement().years()) {
            aTrancheIsEarnedOrWithheldOrDeducted(settlement, year);
        }
        for (Credit credit : settlement.credits()) {
            aCreditIsUsedOnceAndBackwards(settlement, credit);
        }
        noMoreRevenueIsLaidThanTheShortfall(settlement);
    }

    private static void sharesAreConservedAfterEveryMovement(Settlement settlement) {
        Map<Account, long[]> accounts = new EnumMap<>(Account.class);
        int years = settlement.agreement().years().size();
        for (Account account : Account.values()) {
            accounts.put(account, new long[years + 1]);
        }
        long[] unassessed = accounts.getOrDefault(Account.UNASSESSED, new long[0]);
        for (AssessmentYear year : settlement.agreement().years()) {
            unassessed[year.number()] = year.tranche().count();
        }
        for (Movement movement : settlement.movements()) {
            long[] from = accounts.getOrDefault(movement.from(), new long[0]);
            long[] to = accounts.getOrDefault(movement.to(), new long[0]);
            from[movement.trancheYear()] -= movement.shares().count();
            to[movement.trancheYear()] += movement.shares().count();
            assertTrue(from[movement.trancheYear()] >= 0, () -> "an account is overdrawn by " + movement);
        }
        long all = 0;
        for (Account account : Account.values()) {
            long inAccount = 0;
            for (AssessmentYear year : settlement.agreement().years()) {
                long inTranche = accounts.getOrDefault(account, new long[0])[year.number()];
                inAccount += inTranche;
                assertEquals(new Shares(inTranche), settlement.balance(year, account));
            }
            assertEquals(new Shares(inAccount), settlement.balance(account));
            all += inAccount;
        }
        assertEquals(settlement.agreement().considerationShares().count(), all);
        assertEquals(settlement.entitled(), settlement.balance(Account.RELEASABLE));
    }

    private static void aTrancheIsEarnedOrWithheldOrDeducted(Settlement settlement, AssessmentYear year) {
        Shares tranche = settlement
                .balance(year, Account.RELEASABLE)
                .plus(settlement.balance(year, Account.WITHHELD))
                .plus(settlement.balance(year, Account.DEDUCTED))
                .plus(settlement.balance(year, Account.UNASSESSED));
        assertEquals(year.tranche(), tranche);
        Shares restored = settlement.restoredInto(year);
        settlement
                .assessment(year.number())
                .ifPresentOrElse(
                        assessment -> {
                            assertEquals(year.tranche(), assessment.earned().plus(assessment.deducted()));
                            assertTrue(restored.compareTo(assessment.deducted()) <= 0, "restored beyond the deduction");
                            assertEquals(
                                    assessment.deducted(),
                                    settlement.balance(year, Account.DEDUCTED).plus(restored));
                            assertEquals(Shares.NONE, settlement.balance(year, Account.UNASSESSED));
                        },
                        () -> assertEquals(year.tranche(), settlement.balance(year, Account.UNASSESSED)));
    }

    private static void aCreditIsUsedOnceAndBackwards(Settlement settlement, Credit credit) {
        assertTrue(credit.used().compareTo(credit.amount()) <= 0, "more is laid than the credit");
        long whole = 0;
        for (Restoration restoration : credit.restorations()) {
            assertTrue(restoration.year().number() < credit.year().year().number(), "an offset goes forward");
            whole += restoration.shares().count();
        }
        boolean forward = settlement.agreement().offsetDirection() == OffsetDirection.FORWARD;
        assertTrue(forward || credit.reductions().isEmpty(), "an offset goes forward");
        assertTrue(!forward || credit.restorations().isEmpty(), "an offset goes backward");
        for (Reduction reduction : credit.reductions()) {
            assertTrue(reduction.year().number() > credit.year().year().number(), "an offset goes backward");
        }
        assertEquals(
                new Shares(whole),
                new Shares(settlement.movements().stream()
                        .filter(m -> m.from() == Account.DEDUCTED
                                && m.assessmentYear() == credit.year().year().number())
                        .mapToLong(m -> m.shares().count())
                        .sum()));
    }

    private static void noMoreRevenueIsLaidThanTheShortfall(Settlement settlement) {
        for (Assessment assessment : settlement.assessments()) {
            ExactMoney laid = ExactMoney.ZERO;
            for (Credit credit : settlement.credits()) {
                for (Restoration restoration : credit.restorations()) {
                    if (restoration.year().equals(assessment.year())) {
                        laid = laid.plus(restoration.laid());
                    }
                }
                for (Reduction reduction : credit.reductions()) {
                    laid = reduction.year().equals(assessment.year()) ? laid.plus(reduction.laid()) : laid;
                }
            }
            ExactMoney shortfall = ExactMoney.of(assessment.shortfall());
            ExactMoney open = settlement.openShortfall(assessment.year().number());
            if (settlement.readings().offsetLimit() == OffsetLimit.BOTH) {
                assertEquals(shortfall, open.plus(laid), "what is open and what is laid is the shortfall");
            }
            assertEquals(shortfall.minus(shortfall.min(laid)), open);
        }
    }

    /** Earned and restored, and withheld, before any rounding. */
    static ExactShares exactTotal(Settlement settlement) {
        ExactShares total = ExactShares.NONE;
        for (Assessment assessment : settlement.assessments()) {
            total = total.plus(ExactShares.of(assessment.year().tranche()).minus(assessment.deductible()));
        }
        for (Credit credit : settlement.credits()) {
            for (Restoration restoration : credit.restorations()) {
                total = total.plus(restoration.exact());
            }
        }
        return total;
    }

    /** The same in whole shares. */
    static long wholeTotal(Settlement settlement) {
        return settlement.entitled().plus(settlement.balance(Account.WITHHELD)).count();
    }

    static boolean isOfTheSpaFormula(Readings readings) {
        boolean halfOrFull =
                readings.excessCredit() == ExcessCredit.HALF || readings.excessCredit() == ExcessCredit.FULL;
        return halfOrFull && readings.missedTarget().releasesTheRest();
    }
}
