package io.earnout.present.workbook;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Adjustment;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.SharePrices;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.record.Transfer;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.OffsetDirection;
import io.earnout.terms.Readings;
import io.earnout.terms.ReadingsTest;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * An agreement with its reports by chance: of any size, with equal or odd tranches, missing years, shares agreed on,
 * transfers, and disputes.
 */
final class RandomAgreement {

    static final LocalDate AS_OF = Kaixin.START.plusYears(AssessmentYear.MOST + 1L);

    private static final List<Readings> READINGS = ReadingsTest.all();

    private final Random random;
    private final String id;
    private final OffsetDirection direction;
    private final int count;
    private final long mostFen;
    private final long mostShares;

    private RandomAgreement(long seed, int mostYears) {
        random = new Random(seed * 7919L + 13);
        id = "RANDOM-" + seed;
        direction = seed % 7 == 2
                ? OffsetDirection.FORWARD
                : seed % 14 == 5 ? OffsetDirection.NONE : OffsetDirection.BACKWARD;
        count = 1 + random.nextInt(mostYears);
        switch (random.nextInt(5)) {
            case 0 -> {
                mostFen = 12;
                mostShares = 9;
            }
            case 1 -> {
                mostFen = 5_000;
                mostShares = 1_000;
            }
            case 2 -> {
                mostFen = 999_999_999_999_999L;
                mostShares = 1_000_000_000_000L / count;
            }
            default -> {
                mostFen = 100_000_000_000L;
                mostShares = 5_000_000;
            }
        }
    }

    static AgreementResult result(long seed, int mostYears) {
        return new RandomAgreement(seed, mostYears).result();
    }

    private AgreementResult result() {
        Readings readings = random.nextInt(3) == 0 ? Readings.DEFAULT : READINGS.get(random.nextInt(READINGS.size()));
        List<AssessmentYear> years = years();
        if (!direction.admits(readings.missedTarget())) {
            readings = Readings.DEFAULT;
        }
        Agreement agreement = Kaixin.agreement(
                id,
                new Agreement.ReadingsOnRecord(readings, Optional.of(LocalDate.of(2025, 12, 2)), "supplement no. 1"),
                direction,
                years);
        List<Report> reports = reports(years);
        List<Adjustment> adjustments = adjustments(years);
        AgreementResult untouched = result(agreement, reports, adjustments, AS_OF);
        return random.nextInt(3) == 0
                ? untouched
                : result(agreement, reports, adjustments, transfers(untouched), disputes(), AS_OF);
    }

    /** Of any line in part, in whole or too much, for the line's own assessment year or for another one, in any order. */
    private List<Transfer> transfers(AgreementResult untouched) {
        List<Transfer> transfers = new ArrayList<>();
        for (ReleaseInstruction line : untouched.determination().instructions()) {
            for (int moved = random.nextInt(3); moved > 0; moved--) {
                long due = line.entitled().count();
                long shares = switch (random.nextInt(4)) {
                    case 0 -> due;
                    case 1 -> due + upTo(due + 3);
                    default -> 1 + upTo(due + 1);
                };
                transfers.add(new Transfer(
                        random.nextBoolean() ? line.assessmentYear() : 1 + random.nextInt(count),
                        line.tranche().number(),
                        random.nextInt(12) == 0 ? Transfer.Kind.RETURN : Transfer.Kind.RELEASE,
                        Shares.of(Math.max(1, shares)),
                        AS_OF.minusDays(1 + random.nextInt(200)),
                        "",
                        "T-" + transfers.size(),
                        new Source("transfers.csv", transfers.size() + 2)));
            }
        }
        return transfers;
    }

    private List<Suspension> disputes() {
        return random.nextInt(4) > 0
                ? List.of()
                : List.of(new Suspension(
                        1 + random.nextInt(count),
                        Suspension.Ground.DISPUTE,
                        AS_OF.minusDays(30),
                        "notice",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        new Source("suspensions.csv", 2)));
    }

    static AgreementResult result(
            Agreement agreement, List<Report> reports, List<Adjustment> adjustments, LocalDate asOf) {
        return result(agreement, reports, adjustments, List.of(), List.of(), asOf);
    }

    private static AgreementResult result(
            Agreement agreement,
            List<Report> reports,
            List<Adjustment> adjustments,
            List<Transfer> transfers,
            List<Suspension> suspensions,
            LocalDate asOf) {
        EscrowFile escrow = new EscrowFile(
                agreement,
                reports,
                ApprovedFirms.NO_LIST,
                new Registers(
                        List.of(), transfers, suspensions, adjustments, SharePrices.NONE, List.of(), true, List.of()),
                Rejected.NOTHING,
                BusinessCalendar.WEEKENDS_ALONE);
        Review review = Review.of(escrow, asOf);
        Determination determination = Determination.of(review);
        return new AgreementResult(review, determination, determination.findings());
    }

    private List<AssessmentYear> years() {
        int slope = random.nextInt(5);
        boolean equalTranches = random.nextBoolean();
        boolean round = random.nextBoolean();
        long target = target(round);
        long tranche = 1 + upTo(mostShares);
        List<AssessmentYear> years = new ArrayList<>();
        for (int number = 1; number <= count; number++) {
            years.add(Kaixin.year(number, new Money(target), new Shares(tranche)));
            target = switch (slope) {
                case 0 -> target;
                case 1, 4 -> Math.min(target + target / 10 + 1, 999_999_999_999_999L);
                case 2 -> Math.max(target - target / 10 - 1, 1);
                default -> target(round);
            };
            tranche = equalTranches ? tranche : 1 + upTo(mostShares);
        }
        return years;
    }

    private long target(boolean round) {
        return round && mostFen > 1_000_000_000 ? 100_000_000L * (1 + upTo(mostFen / 100_000_000)) : 1 + upTo(mostFen);
    }

    private List<Report> reports(List<AssessmentYear> years) {
        boolean gaps = random.nextInt(5) == 0;
        List<Report> reports = new ArrayList<>();
        for (AssessmentYear year : years) {
            long minorUnits = revenue(year.target().minorUnits());
            if (!gaps || random.nextInt(6) > 0) {
                reports.add(report(year, minorUnits));
            }
        }
        return reports;
    }

    static Report report(AssessmentYear year, long minorUnits) {
        return new Report(
                year.number(),
                new Money(minorUnits),
                "CNY",
                "RPT-" + year.number(),
                "Sound & Fair CPA",
                year.period().endsOn().plusDays(40),
                Optional.empty(),
                Report.UNQUALIFIED,
                "",
                true,
                new Source("audited-revenue.csv", year.number() + 1));
    }

    private long revenue(long target) {
        long minorUnits = switch (random.nextInt(10)) {
            case 0 -> target;
            case 1 -> target - 1;
            case 2 -> target + 1;
            case 3 -> random.nextInt(4) == 0 ? 0 : upTo(target);
            case 4 -> target - target / 20 * random.nextInt(20);
            case 5 -> target + target / 20 * random.nextInt(20);
            case 6, 7 -> target + upTo(target);
            case 8 -> target + target / 2 + random.nextInt(3) - 1;
            default -> target - Math.min(target, upTo(target / 10 + 2));
        };
        return Math.max(0, Math.min(minorUnits, 999_999_999_999_999L));
    }

    private List<Adjustment> adjustments(List<AssessmentYear> years) {
        List<Adjustment> adjustments = new ArrayList<>();
        boolean some = random.nextInt(4) == 0;
        for (AssessmentYear year : years) {
            long shares = upTo(year.tranche().count() + 1);
            if (some && random.nextInt(3) == 0) {
                adjustments.add(new Adjustment(
                        year.number(),
                        Optional.of(Shares.of(shares)),
                        Optional.empty(),
                        LocalDate.of(2026, 1, 5),
                        EnumSet.allOf(Adjustment.Signatory.class),
                        "issuer;purchaser;seller;escrow-agent",
                        "supplement",
                        new Source("adjustments.csv", year.number() + 1)));
            }
        }
        return adjustments;
    }

    /** From 0 to below the bound. */
    private long upTo(long bound) {
        return Math.floorMod(random.nextLong(), bound);
    }
}
