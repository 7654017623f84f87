package io.earnout.settlement;

import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The formula of the CSRC's rules on performance compensation, as companies publish it: what is to be compensated in a year is (the
 * cumulative promised figure - the cumulative actual one) / the sum of all promised figures x all shares - the shares already
 * compensated; a year in which that is below zero compensates nothing and takes nothing back.
 */
final class CumulativeFormula {

    private final BigInteger promised;
    private final List<BigInteger> exactNumerators = new ArrayList<>();
    private final List<Long> compensated = new ArrayList<>();
    private final List<Integer> compensating = new ArrayList<>();

    CumulativeFormula(List<AssessmentYear> years, List<Optional<Money>> actual) {
        long allPromised = 0;
        long allShares = 0;
        for (AssessmentYear year : years) {
            allPromised += year.target().minorUnits();
            allShares += year.tranche().count();
        }
        promised = BigInteger.valueOf(allPromised);
        long cumulativePromised = 0;
        long cumulativeActual = 0;
        BigInteger alreadyExact = BigInteger.ZERO;
        long already = 0;
        int paying = 0;
        for (int i = 0; i < years.size(); i++) {
            cumulativePromised += years.get(i).target().minorUnits();
            cumulativeActual += actual.get(i).orElseThrow().minorUnits();
            BigInteger behind = BigInteger.valueOf(Math.max(0, cumulativePromised - cumulativeActual))
                    .multiply(BigInteger.valueOf(allShares));
            BigInteger now = behind.subtract(alreadyExact).max(BigInteger.ZERO);
            alreadyExact = alreadyExact.add(now);
            exactNumerators.add(now);
            long inWholeShares = Math.max(0, roundedUp(behind) - already);
            already += inWholeShares;
            paying += now.signum();
            compensated.add(already);
            compensating.add(paying);
        }
    }

    private long roundedUp(BigInteger numerator) {
        BigInteger[] quotient = numerator.divideAndRemainder(promised);
        return quotient[0].longValueExact() + quotient[1].signum();
    }

    /** What a year compensates if nothing is rounded, as a fraction in lowest terms. */
    String exact(int year) {
        BigInteger numerator = exactNumerators.get(year);
        BigInteger common = numerator.gcd(promised);
        BigInteger denominator = promised.divide(common);
        return numerator.divide(common) + (denominator.equals(BigInteger.ONE) ? "" : "/" + denominator);
    }

    /** The same rounded up. */
    long exactRoundedUp(int year) {
        return roundedUp(exactNumerators.get(year));
    }

    /** The whole shares of all years so far, where each year counts the whole shares of the years before as compensated. */
    long compensatedUntil(int year) {
        return compensated.get(year);
    }

    /** In how many of the years so far something is compensated. */
    int compensatingYears(int year) {
        return compensating.get(year);
    }
}
