package io.earnout.escrow.determination;

import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.Settlement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Kaixin;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * What the cancellation list says can still be restored, against all that the years to come might bring: nothing exceeds it.
 */
class RestorableAtMostTest {

    private static final LocalDate AFTER_ALL = LocalDate.of(2031, 3, 1);
    private static final int AGREEMENTS = 300;

    /** In percent of the target of the year. */
    private static final int[] REVENUES = {40, 95, 100, 103, 131, 190, 900};

    @Test
    void noRevenueOfTheYearsToComeRestoresMore() {
        int reached = 0;
        for (int seed = 0; seed < AGREEMENTS; seed++) {
            Random random = new Random(seed);
            int count = 2 + random.nextInt(4);
            List<AssessmentYear> years = years(random, count);
            int assessed = Math.max(1, count - 1 - random.nextInt(3));
            EscrowFixture fixture = EscrowFixture.of(years)
                    .read(ReadingsTest.all()
                            .get(random.nextInt(ReadingsTest.all().size())));
            for (int year = 1; year <= assessed; year++) {
                fixture.reports(report(year, share(years, year, 30 + random.nextInt(120))));
            }
            Determination now = fixture.on(AFTER_ALL);
            Map<Integer, Long> most = new TreeMap<>();
            follow(fixture, years, assessed + 1, most);
            for (CancellationNotice notice : now.cancellations()) {
                long outcome = most.getOrDefault(notice.tranche().number(), 0L)
                        - notice.restored().count();
                String at = "seed " + seed + ", tranche " + notice.tranche().number();
                assertTrue(outcome <= notice.restorable().wholeCount(), () -> at + ": " + outcome + " of " + notice);
                assertTrue(
                        notice.restorable().compareTo(ExactShares.of(notice.toCancel())) <= 0,
                        () -> at + ": more than is to cancel");
                reached += outcome > 0 && outcome == notice.restorable().wholeCount() ? 1 : 0;
            }
        }
        assertTrue(reached > AGREEMENTS / 3, "the bound is reached, not only kept: " + reached);
    }

    /** Every year to come with every revenue; the most that was ever restored into each tranche. */
    private static void follow(EscrowFixture fixture, List<AssessmentYear> years, int next, Map<Integer, Long> most) {
        if (next > years.size()) {
            Settlement outcome =
                    Review.of(fixture.asKnownOn(AFTER_ALL), AFTER_ALL).settled();
            for (AssessmentYear year : years) {
                most.merge(year.number(), outcome.restoredInto(year).count(), Math::max);
            }
            return;
        }
        for (int percent : REVENUES) {
            follow(fixture.copy().reports(report(next, share(years, next, percent))), years, next + 1, most);
        }
    }

    /** Targets that rise, as they do in the contract, or go up and down. */
    private static List<AssessmentYear> years(Random random, int count) {
        List<AssessmentYear> years = new ArrayList<>();
        boolean rising = random.nextBoolean();
        int target = 1_000;
        for (int number = 1; number <= count; number++) {
            target = rising ? target + random.nextInt(200) : 500 + random.nextInt(1_000);
            years.add(Kaixin.year(number, Kaixin.rmb(Integer.toString(target)), new Shares(1 + random.nextInt(3_000))));
        }
        return years;
    }

    private static String share(List<AssessmentYear> years, int year, int percent) {
        long minorUnits = years.get(year - 1).target().minorUnits() / 100 * percent;
        return minorUnits / 100 + "." + (minorUnits % 100 < 10 ? "0" : "") + minorUnits % 100;
    }

    @Test
    void onceAllYearsAreAssessedNothingIsRestorable() {
        Determination determination = EscrowFixture.of(
                        report(1, "598500000"), report(2, "732000000"), report(3, "805000000"))
                .reports(report(4, "885000000"), report(5, "974000000"))
                .on(AFTER_ALL);
        assertEquals(
                Shares.NONE, determination.cancellations().get(0).restorable().roundedDown());
        assertEquals(
                new Shares(300_000),
                determination.cancellations().get(0).certain().roundedDown());
    }

    /** A credit that waits for an earlier year's report can still restore: it belongs to what is restorable at most. */
    @Test
    void aWaitingCreditIsPartOfWhatIsRestorable() {
        EscrowFixture fixture = EscrowFixture.of(
                report(2, "658800000"), report(3, "885500000"), report(4, "885000000"), report(5, "974000000"));
        CancellationNotice before = fixture.on("2031-03-01").cancellations().get(0);
        CancellationNotice after = fixture.reports(report(1, "665000000").dated("2031-03-02"))
                .on("2031-03-03")
                .cancellations()
                .get(0);
        assertEquals(new Shares(150_000), after.toCancel());
        assertTrue(before.certain().compareTo(ExactShares.of(after.toCancel())) <= 0, before::toString);
    }

    /** A year to come can itself fall short and, beside the older one, make the last share that is dealt out go to it. */
    @Test
    void aCreditCanDealOutOneShareMoreBesideAYearStillToCome() {
        List<AssessmentYear> years = List.of(
                Kaixin.year(1, Kaixin.rmb("81"), new Shares(1000)),
                Kaixin.year(2, Kaixin.rmb("99"), new Shares(1000)),
                Kaixin.year(3, Kaixin.rmb("82"), new Shares(1000)),
                Kaixin.year(4, Kaixin.rmb("120"), new Shares(1000)));
        EscrowFixture fixture = EscrowFixture.of(years).reports(report(1, "76"));
        long restorable =
                fixture.on("2031-03-01").cancellations().get(0).restorable().wholeCount();
        long restored = fixture.reports(report(2, "67"), report(3, "136"), report(4, "900"))
                .on("2031-03-01")
                .years()
                .get(0)
                .restoredInto()
                .count();
        // the exact share at the best rate is 60.97...
        assertEquals(61, restored);
        assertEquals(62, restorable, "all that is deducted");
    }
}
