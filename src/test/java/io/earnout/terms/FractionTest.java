package io.earnout.terms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.Attempts;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FractionTest {

    private static final Fraction HALF = Fraction.of(1, 2);
    private static final Fraction THIRD = Fraction.of(1, 3);

    @Test
    void quotientsAreAddedAndTakenAwayExactly() {
        assertEquals(Fraction.of(5, 6), HALF.plus(THIRD));
        assertEquals(Fraction.of(2, 3), THIRD.plus(THIRD));
        assertEquals(Fraction.of(1, 6), HALF.minus(THIRD));
        assertEquals(Fraction.of(3, 7), Fraction.of(5, 7).minus(Fraction.of(2, 7)));
        assertEquals(Fraction.ZERO, THIRD.minus(Fraction.of(2, 6)));
    }

    @Test
    void quotientsAreMultipliedAndDividedExactly() {
        assertEquals(Fraction.of(1, 6), HALF.times(THIRD));
        assertEquals(Fraction.of(3, 2), HALF.dividedBy(THIRD));
        assertEquals(Fraction.of(7, 6), HALF.scaled(7, 3));
        assertEquals(Fraction.ZERO, HALF.scaled(0, 3));
        assertEquals(Fraction.of(1, 2), HALF.scaled(1, 1));
    }

    @Test
    void aThirdThreeTimesIsOneAndNotAlmostOne() {
        assertEquals(Fraction.of(1), THIRD.plus(THIRD).plus(THIRD));
        assertEquals(1, THIRD.times(Fraction.of(3)).floor());
    }

    @ParameterizedTest(name = "{0} / {1} is {2} and {3}, written {4}")
    @CsvSource(delimiter = '|', textBlock = """
            0  | 5  | 0 | 0    | 0
            1  | 2  | 0 | 1/2  | 1/2
            7  | 1  | 7 | 0    | 7
            22 | 7  | 3 | 1/7  | 22/7
            6  | 4  | 1 | 1/2  | 3/2
            12 | 4  | 3 | 0    | 3
            """)
    void theWholePartIsRoundedDownAndTheRestIsLeft(long above, long below, long whole, String rest, String written) {
        Fraction fraction = Fraction.of(above, below);
        assertEquals(whole, fraction.floor());
        assertEquals(rest, fraction.remainder().toString());
        assertEquals(written, fraction.toString());
    }

    @Test
    void nothingBelowZeroAndNoZeroDivisorIsAQuotient() {
        assertRefused("not a quotient from zero up: -1 / 2", () -> Fraction.of(-1, 2));
        assertRefused("not a quotient from zero up: 1 / 0", () -> Fraction.of(1, 0));
        assertRefused("not a quotient from zero up: 1 / -1", () -> Fraction.of(1, -1));
        assertRefused("not a quotient from zero up: -1 / 1", () -> Fraction.of(-1));
        assertRefused("not a scale: -1 / 2", () -> HALF.scaled(-1, 2));
        assertRefused("not a scale: 1 / 0", () -> HALF.scaled(1, 0));
        assertRefused("1/3 - 1/2 would be below zero", () -> THIRD.minus(HALF));
        assertRefused("1/5 - 2/5 would be below zero", () -> Fraction.of(1, 5).minus(Fraction.of(2, 5)));
    }

    @Test
    void nothingIsDividedByZero() {
        var refusal = assertThrows(ArithmeticException.class, () -> HALF.dividedBy(Fraction.ZERO));
        assertEquals("1/2 divided by zero", refusal.getMessage());
    }

    @Test
    void aWholePartBeyondSixtyThreeBitsIsRefusedAndNotCut() {
        Fraction huge = Fraction.of(Long.MAX_VALUE).plus(Fraction.of(1));
        assertThrows(ArithmeticException.class, huge::floor);
        assertEquals("9223372036854775808", huge.toString());
    }

    @Test
    void quotientsAreOrderedByValueWhateverTheyAreWrittenLike() {
        assertTrue(THIRD.compareTo(HALF) < 0);
        assertTrue(HALF.compareTo(THIRD) > 0);
        assertTrue(Fraction.of(2, 5).compareTo(Fraction.of(3, 5)) < 0);
        assertEquals(0, HALF.compareTo(Fraction.of(3, 6)));
        assertEquals(HALF, Fraction.of(3, 6));
        assertEquals(HALF.hashCode(), Fraction.of(3, 6).hashCode());
        assertEquals(Fraction.of(7, 2).hashCode(), Fraction.of(14, 4).hashCode());
        assertNotEquals(Fraction.of(7, 2).hashCode(), Fraction.of(1, 2).hashCode());
        assertNotEquals(HALF, THIRD);
        assertNotEquals(HALF, (Object) "1/2");
        assertTrue(Fraction.ZERO.isZero());
        assertEquals(false, THIRD.isZero());
    }

    @Test
    void longSumsOfOddQuotientsStayExactAndShort() {
        Fraction there = Fraction.of(1);
        for (int i = 0; i < 200; i++) {
            there = there.times(Fraction.of(1_000_003L + i, 999_983L + i));
        }
        Fraction back = there;
        for (int i = 199; i >= 0; i--) {
            back = back.dividedBy(Fraction.of(1_000_003L + i, 999_983L + i));
        }
        assertEquals(Fraction.of(1), back);
        Fraction sum = Fraction.ZERO;
        for (int i = 0; i < 1000; i++) {
            sum = sum.plus(Fraction.of(1, 7)).plus(Fraction.of(1, 3));
        }
        assertEquals(Fraction.of(10_000, 21), sum);
        assertEquals(BigInteger.valueOf(476), BigInteger.valueOf(sum.floor()));
    }

    /** Figures at the edges of a long, where the way in which a quotient is kept changes. */
    private static final List<Long> EDGES =
            List.of(1L, 3L, 1L << 31, 1L << 32, 3_037_000_499L, 3_037_000_500L, 1L << 62, Long.MAX_VALUE);

    @Test
    void noCalculationOverflowsHoweverLargeTheFigures() {
        List<Fraction> fractions = new ArrayList<>();
        for (long above : EDGES) {
            for (long below : EDGES) {
                fractions.add(Fraction.of(above, below));
            }
        }
        fractions.add(Fraction.ZERO);
        // far beyond a long, above and below
        fractions.add(Fraction.of(Long.MAX_VALUE).times(Fraction.of(Long.MAX_VALUE)));
        fractions.add(Fraction.of(1, Long.MAX_VALUE).times(Fraction.of(3, Long.MAX_VALUE)));
        for (Fraction a : fractions) {
            for (Fraction b : fractions) {
                compareWithBigIntegers(a, b);
            }
        }
    }

    private static void compareWithBigIntegers(Fraction a, Fraction b) {
        BigInteger aboveA = above(a);
        BigInteger belowA = below(a);
        BigInteger aboveB = above(b);
        BigInteger belowB = below(b);
        BigInteger crossA = aboveA.multiply(belowB);
        BigInteger crossB = aboveB.multiply(belowA);
        Supplier<String> at = () -> a + " and " + b;
        assertEquals(crossA.compareTo(crossB), a.compareTo(b), at);
        assertEquals(crossA.equals(crossB), a.equals(b), at);
        assertQuotient(crossA.add(crossB), belowA.multiply(belowB), a.plus(b), at);
        assertQuotient(aboveA.multiply(aboveB), belowA.multiply(belowB), a.times(b), at);
        if (crossA.compareTo(crossB) >= 0) {
            assertQuotient(crossA.subtract(crossB), belowA.multiply(belowB), a.minus(b), at);
        } else {
            assertThrows(IllegalArgumentException.class, () -> a.minus(b), at);
        }
        if (!b.isZero()) {
            assertQuotient(crossA, crossB, a.dividedBy(b), at);
        }
        if (aboveB.bitLength() < Long.SIZE && belowB.bitLength() < Long.SIZE) {
            assertQuotient(
                    aboveA.multiply(aboveB),
                    belowA.multiply(belowB),
                    a.scaled(aboveB.longValueExact(), belowB.longValueExact()),
                    at);
        }
    }

    private static void assertQuotient(BigInteger above, BigInteger below, Fraction actual, Supplier<String> at) {
        BigInteger common = above.gcd(below);
        assertEquals(above.divide(common), above(actual), at);
        assertEquals(below.divide(common), below(actual), at);
        BigInteger[] whole = above.divideAndRemainder(below);
        assertEquals(above.signum() == 0, actual.isZero(), at);
        Fraction rest = actual.remainder();
        BigInteger commonOfRest = whole[1].gcd(below);
        assertEquals(whole[1].divide(commonOfRest), above(rest), at);
        if (whole[0].bitLength() < Long.SIZE) {
            assertEquals(whole[0].longValueExact(), actual.floor(), at);
        } else {
            assertThrows(ArithmeticException.class, actual::floor, at);
        }
    }

    /** Deductions are opened, reduced and closed over years, as Article 5 does it; beside each quotient goes one of big integers. */
    @Test
    @Tag("thorough")
    void whateverBoundsDecideIsWhatTheQuotientsThemselvesWouldDecide() {
        int chains = Attempts.size("quotients", 5_000, 125_000); // eight steps each: a million at full size
        for (int seed = 0; seed < chains; seed++) {
            Random random = new Random(seed);
            long most = 1L << (8 + random.nextInt(40));
            Fraction left = Fraction.of(1 + random.nextLong(most), 1 + random.nextLong(most));
            BigInteger[] exact = {above(left), below(left)};
            for (int step = 0; step < 8; step++) {
                long multiplier = 1 + random.nextLong(most);
                long divisor = 1 + random.nextLong(most);
                Fraction part = left.scaled(multiplier, divisor);
                assertEquals(left, part.scaled(divisor, multiplier));
                BigInteger[] exactPart = {
                    exact[0].multiply(BigInteger.valueOf(multiplier)), exact[1].multiply(BigInteger.valueOf(divisor))
                };
                int order = exact[0].multiply(exactPart[1]).compareTo(exactPart[0].multiply(exact[1]));
                String draw = "seed " + seed + ", step " + step;
                assertEquals(order, left.compareTo(part), draw);
                BigInteger below = exact[1].multiply(exactPart[1]);
                boolean less = order > 0 && random.nextInt(3) > 0;
                left = less ? left.minus(part) : left.plus(part);
                BigInteger one = exact[0].multiply(exactPart[1]);
                BigInteger other = exactPart[0].multiply(exact[1]);
                BigInteger above = less ? one.subtract(other) : one.add(other);
                exact = new BigInteger[] {above, below};
                BigInteger whole = above.divide(below);
                if (whole.bitLength() < Long.SIZE) {
                    assertEquals(whole.longValueExact(), left.floor(), draw);
                    assertEquals(
                            above.remainder(below).signum() == 0,
                            left.remainder().isZero(),
                            draw);
                }
            }
            BigInteger common = exact[0].gcd(exact[1]);
            assertEquals(exact[0].divide(common), above(left), "seed " + seed);
            assertEquals(exact[1].divide(common), below(left), "seed " + seed);
        }
    }

    private static BigInteger above(Fraction fraction) {
        String written = fraction.toString();
        int slash = written.indexOf('/');
        return new BigInteger(slash < 0 ? written : written.substring(0, slash));
    }

    private static BigInteger below(Fraction fraction) {
        String written = fraction.toString();
        int slash = written.indexOf('/');
        return slash < 0 ? BigInteger.ONE : new BigInteger(written.substring(slash + 1));
    }

    private static void assertRefused(String message, org.junit.jupiter.api.function.Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
