package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExcessCredit;
import io.earnout.terms.Money;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * The forward offset a second time, in whole numbers alone: revenue in half fen, and one running balance of what earlier years
 * left. It knows no credits, only the balance.
 */
final class NaiveForward {

    final long[] deducted;
    final long[] halfFenApplied;
    final long halfFenLeft;

    NaiveForward(List<AssessmentYear> years, ExcessCredit credit, List<Optional<Money>> revenues) {
        deducted = new long[years.size()];
        halfFenApplied = new long[years.size()];
        long balance = 0;
        boolean missing = false;
        for (int i = 0; i < years.size(); i++) {
            if (revenues.get(i).isEmpty()) {
                missing = true;
                continue;
            }
            long target = years.get(i).target().minorUnits();
            long revenue = revenues.get(i).get().minorUnits();
            if (revenue >= target) {
                balance += halfFen(credit, revenue, target);
                continue;
            }
            long shortfall = 2 * (target - revenue);
            long applied = missing ? 0 : Math.min(shortfall, balance);
            balance -= applied;
            halfFenApplied[i] = applied;
            BigInteger shares = BigInteger.valueOf(shortfall - applied)
                    .multiply(BigInteger.valueOf(years.get(i).tranche().count()));
            BigInteger[] quotient = shares.divideAndRemainder(BigInteger.valueOf(2 * target));
            deducted[i] = quotient[0].longValueExact() + quotient[1].signum();
        }
        halfFenLeft = balance;
    }

    private static long halfFen(ExcessCredit credit, long revenue, long target) {
        long excess = revenue - target;
        boolean above150 = 2 * revenue > 3 * target;
        return switch (credit) {
            case HALF -> excess;
            case FULL -> 2 * excess;
            case ABOVE_150 -> above150 ? 2 * excess : 0;
            case BEYOND_150 -> Math.max(0, 2 * revenue - 3 * target);
            case HALF_ABOVE_150 -> above150 ? excess : 0;
        };
    }
}
