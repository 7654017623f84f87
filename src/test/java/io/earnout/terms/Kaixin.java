package io.earnout.terms;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The agreement that the rules were written for, and agreements of other sizes, for the tests. */
public final class Kaixin {

    public static final String ID = "KAIXIN";

    /** The first day of the first assessment year (SPA 1.4). */
    public static final LocalDate START = LocalDate.of(2025, 12, 1);

    /** The default, but for a missed target that blocks the release (EA 3.1(a) read literally). */
    public static final Readings BLOCK = new Readings(
            ExcessCredit.HALF,
            ConversionTarget.EXCESS_YEAR,
            OffsetLimit.BOTH,
            OffsetOrder.OLDEST_FIRST,
            MissedTarget.BLOCK);

    private static final List<String> TARGETS =
            List.of("665000000", "732000000", "805000000", "885000000", "974000000");

    private Kaixin() {}

    public static Agreement agreement() {
        return agreement(Readings.DEFAULT);
    }

    public static Agreement agreement(Readings readings) {
        return agreement(
                new Agreement.ReadingsOnRecord(readings, Optional.of(LocalDate.of(2025, 12, 2)), "supplement no. 1"));
    }

    public static Agreement agreement(Agreement.ReadingsOnRecord readings) {
        return agreement(ID, readings, years());
    }

    /** An agreement about the tranches of the given years. */
    public static Agreement agreement(String id, Agreement.ReadingsOnRecord readings, List<AssessmentYear> years) {
        long shares = 0;
        for (AssessmentYear year : years) {
            shares += year.tranche().count();
        }
        return agreement(id, new Shares(shares), readings, years);
    }

    /** An agreement about the tranches of the given years, whose offset has a direction. */
    public static Agreement agreement(
            String id,
            Agreement.ReadingsOnRecord readings,
            OffsetDirection offsetDirection,
            List<AssessmentYear> years) {
        Agreement like = agreement(id, readings, years);
        return new Agreement(
                id,
                like.considerationShares(),
                like.shareClass(),
                like.currency(),
                like.parties(),
                like.signedOn(),
                like.depositedOn(),
                like.expiration(),
                readings,
                offsetDirection,
                like.businessCalendar(),
                years);
    }

    public static Agreement agreement(
            String id, Shares considerationShares, Agreement.ReadingsOnRecord readings, List<AssessmentYear> years) {
        return new Agreement(
                id,
                considerationShares,
                "Class A ordinary",
                "CNY",
                new Agreement.Parties("Kaixin Holdings", "subsidiary", "Fangle Lai", "AUTOA2A, LTD.", ""),
                LocalDate.of(2025, 12, 2),
                Optional.empty(),
                new Agreement.Expiration(Optional.empty(), ""),
                readings,
                OffsetDirection.BACKWARD,
                "PRC",
                years);
    }

    /** The default reading, which needs no document. */
    public static Agreement.ReadingsOnRecord defaultOnRecord() {
        return new Agreement.ReadingsOnRecord(Readings.DEFAULT, Optional.empty(), "");
    }

    /** Five years with SPA 4.1's targets and one fifth of 15,000,000 shares each (SPA 5.1). */
    public static List<AssessmentYear> years() {
        List<AssessmentYear> years = new ArrayList<>();
        for (String target : TARGETS) {
            years.add(year(years.size() + 1, rmb(target), new Shares(3_000_000)));
        }
        return years;
    }

    /** A year from 1 December to 30 November. */
    public static AssessmentYear year(int number, Money target, Shares tranche) {
        LocalDate startsOn = START.plusYears(number - 1L);
        return new AssessmentYear(
                number, new Period(startsOn, startsOn.plusYears(1).minusDays(1)), target, tranche);
    }

    /** An amount of yuan, with decimals or not. */
    public static Money rmb(String yuan) {
        return new Money(new BigDecimal(yuan).movePointRight(2).longValueExact());
    }
}
