package io.earnout.terms;

import static io.earnout.terms.Kaixin.rmb;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementTest {

    private static final Readings FULL = new Readings(
            ExcessCredit.FULL,
            ConversionTarget.EXCESS_YEAR,
            OffsetLimit.BOTH,
            OffsetOrder.OLDEST_FIRST,
            MissedTarget.REDUCE);

    @Test
    void theKaixinTermsAreFiveFifthsOfFifteenMillionShares() {
        Agreement kaixin = Kaixin.agreement();
        assertEquals(new Shares(15_000_000), kaixin.considerationShares());
        assertEquals(5, kaixin.years().size());
        assertEquals(rmb("885000000"), kaixin.year(4).target());
        assertEquals(LocalDate.of(2026, 11, 30), kaixin.year(1).period().endsOn());
        assertEquals(LocalDate.of(2029, 12, 1), kaixin.year(5).period().startsOn());
    }

    @Test
    void anAgreementNeedsAnIdAndAYear() {
        assertRefused(
                "an agreement needs an id and at least one year: \"\"",
                () -> Kaixin.agreement("", Kaixin.defaultOnRecord(), Kaixin.years()));
        assertRefused(
                "an agreement needs an id and at least one year: \"A\"",
                () -> Kaixin.agreement("A", Kaixin.defaultOnRecord(), List.of()));
    }

    @Test
    void theYearsAreNumberedFromOneWithoutGaps() {
        List<AssessmentYear> years = Kaixin.years();
        assertRefused(
                "A: year 2 is in place 1", () -> Kaixin.agreement("A", Kaixin.defaultOnRecord(), years.subList(1, 5)));
        assertRefused(
                "A: year 3 is in place 2",
                () -> Kaixin.agreement("A", Kaixin.defaultOnRecord(), List.of(years.get(0), years.get(2))));
    }

    @ParameterizedTest(name = "a second year that starts {0} days late is refused")
    @CsvSource({"1", "-1", "365"})
    void aYearStartsTheDayAfterTheOneBeforeEnded(int late) {
        AssessmentYear first = Kaixin.year(1, rmb("1"), new Shares(1));
        LocalDate startsOn = first.period().endsOn().plusDays(1L + late);
        AssessmentYear second =
                new AssessmentYear(2, new Period(startsOn, startsOn.plusYears(1)), rmb("1"), new Shares(1));
        assertRefused(
                "A: year 2 doesn't follow on the year before",
                () -> Kaixin.agreement("A", Kaixin.defaultOnRecord(), List.of(first, second)));
    }

    @ParameterizedTest
    @CsvSource({"14999999", "15000001"})
    void theTranchesAddUpToTheConsiderationShares(long shares) {
        assertRefused(
                "A: tranches of 15000000 against " + new Shares(shares) + " consideration shares",
                () -> Kaixin.agreement("A", new Shares(shares), Kaixin.defaultOnRecord(), Kaixin.years()));
    }

    @Test
    void theYearsOfAnAgreementCannotBeChangedFromOutside() {
        List<AssessmentYear> years = new ArrayList<>(Kaixin.years());
        Agreement agreement = Kaixin.agreement("A", Kaixin.defaultOnRecord(), years);
        years.clear();
        assertEquals(5, agreement.years().size());
    }

    @Test
    void aYearIsNumberedFromOneToFortyAndHasATargetAndATranche() {
        assertEquals(1, Kaixin.year(1, rmb("1"), new Shares(1)).number());
        assertEquals(40, Kaixin.year(40, rmb("1"), new Shares(1)).number());
        assertRefused(
                "an assessment year is numbered from 1 to 40, not 0", () -> Kaixin.year(0, rmb("1"), new Shares(1)));
        assertRefused(
                "an assessment year is numbered from 1 to 40, not 41", () -> Kaixin.year(41, rmb("1"), new Shares(1)));
        assertRefused(
                "year 1 needs a target and a tranche above zero", () -> Kaixin.year(1, Money.ZERO, new Shares(1)));
        assertRefused("year 1 needs a target and a tranche above zero", () -> Kaixin.year(1, rmb("1"), Shares.NONE));
    }

    @Test
    void aPeriodHasEndedTheDayAfterItsLastDay() {
        Period year = Kaixin.agreement().year(1).period();
        assertEquals(false, year.hasEndedBy(LocalDate.of(2026, 11, 29)));
        assertEquals(false, year.hasEndedBy(LocalDate.of(2026, 11, 30)));
        assertEquals(true, year.hasEndedBy(LocalDate.of(2026, 12, 1)));
    }

    @Test
    void aPeriodMayBeOneDayButNotEndBeforeItStarts() {
        LocalDate day = LocalDate.of(2026, 11, 30);
        assertEquals(day, new Period(day, day).endsOn());
        assertRefused(
                "a period that ends on 2026-11-29 can't start on 2026-11-30",
                () -> new Period(day, LocalDate.of(2026, 11, 29)));
    }

    @ParameterizedTest(name = "agreed on {0}, read on {1}: {2}, because {3}")
    @CsvSource(delimiter = '|', textBlock = """
            2027-03-01 | 2027-02-28 | half | it was not agreed yet
            2027-03-01 | 2027-03-01 | full | it was agreed on that day
            2027-03-01 | 2027-03-02 | full | it was agreed before
                       | 2027-02-28 | full | without a date it is taken as chosen from the start
            """)
    void aReadingIsInForceFromTheDayOnWhichItWasAgreed(
            LocalDate agreedOn, LocalDate day, String credit, String because) {
        var onRecord = new Agreement.ReadingsOnRecord(FULL, Optional.ofNullable(agreedOn), "supplement");
        assertEquals(credit, onRecord.inForceOn(day).excessCredit().term(), because);
    }

    @ParameterizedTest(name = "{0}, agreed on {1}: {2}, because {3}")
    @CsvSource(delimiter = '|', textBlock = """
            full | 2027-03-01 | true  | until that day the default is in force
            full |            | false | without a date it is taken as chosen from the start
            half | 2027-03-01 | false | what was agreed on is the default
            half |            | false | there is the default alone
            """)
    void theReadingInForceChangesWhereAnotherThanTheDefaultWasAgreedOn(
            String credit, LocalDate agreedOn, boolean changes, String because) {
        Readings chosen = credit.equals("full") ? FULL : Readings.DEFAULT;
        var onRecord = new Agreement.ReadingsOnRecord(chosen, Optional.ofNullable(agreedOn), "supplement");
        assertEquals(changes, onRecord.everChanges(), because);
    }

    private static void assertRefused(String message, Executable executable) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, executable).getMessage());
    }
}
