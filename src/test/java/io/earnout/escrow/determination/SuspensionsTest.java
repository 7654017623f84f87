package io.earnout.escrow.determination;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.EscrowFixture.standing;
import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Disputes and notices of a breach (EA 3.3, SPA 8.1): what they hold, and what lifts them. */
class SuspensionsTest {

    @ParameterizedTest(name = "{0} since 2027-01-10, lifted on {1} by {2}: {3} on 2027-01-20, because {4}")
    @CsvSource(delimiter = '|', textBlock = """
            DISPUTE |            |            | HELD        |                    | nothing lifted it
            DISPUTE | 2027-01-15 | SETTLEMENT | TO_INSTRUCT |                    | all parties signed the settlement
            DISPUTE | 2027-01-15 | RULING     | TO_INSTRUCT |                    | the ruling is effective
            DISPUTE | 2027-01-20 | RULING     | TO_INSTRUCT |                    | the day of the lifting is free already
            DISPUTE | 2027-01-21 | RULING     | HELD        |                    | that is not known yet
            DISPUTE | 2027-01-15 | WITHDRAWAL | HELD        | LIFTING_INCOMPLETE | a dispute is not withdrawn (EA 3.3)
            DISPUTE | 2027-01-15 |            | HELD        | LIFTING_INCOMPLETE | nobody knows how
            DISPUTE |            | SETTLEMENT | HELD        | LIFTING_INCOMPLETE | nobody knows since when
            BREACH  |            |            | HELD        |                    | nothing lifted it
            BREACH  | 2027-01-15 | WITHDRAWAL | TO_INSTRUCT |                    | the issuer took its notice back
            BREACH  | 2027-01-15 | SETTLEMENT | TO_INSTRUCT |                    | it was settled
            BREACH  | 2027-01-15 |            | HELD        | LIFTING_INCOMPLETE | nobody knows how
            BREACH  |            | WITHDRAWAL | HELD        | LIFTING_INCOMPLETE | nobody knows since when
            BREACH  | 2027-01-10 | WITHDRAWAL | TO_INSTRUCT |                    | it was taken back on its first day
            """)
    void aSuspensionHoldsUntilItIsLiftedAsTheContractAsks(
            Suspension.Ground ground,
            String liftedOn,
            Suspension.LiftedBy liftedBy,
            ReleaseInstruction.Status status,
            FindingCode found,
            String because) {
        Determination determination = EscrowFixture.of(report(1, "665000000"))
                .suspended(
                        1,
                        ground,
                        "2027-01-10",
                        Optional.empty(),
                        liftedOn == null ? "" : liftedOn,
                        Optional.ofNullable(liftedBy))
                .on("2027-01-20");
        ReleaseInstruction line = line(determination, 1, 1);
        assertEquals(status, line.status(), because);
        boolean held = status == ReleaseInstruction.Status.HELD;
        assertEquals(held ? List.of(ground.gate()) : List.of(), line.reasons(), because);
        assertEquals(
                found == null ? 0 : 1,
                found(determination, FindingCode.LIFTING_INCOMPLETE).size(),
                because);
        assertEquals(held ? 1 : 0, found(determination, ground.gate()).size(), because);
    }

    @ParameterizedTest(name = "a notice about year {0} holds the lines {1}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 1/1 2/1         | what year 2 restores is of the tranche in dispute
            2 | 2/1 2/2         | the instruction of year 2 is one paper
            3 |                 | year 3 has no line yet
            0 | 1/1 2/1 2/2     | all years
            """)
    void aSuspensionHoldsTheInstructionOfItsYearAndEveryLineOfItsTranche(int year, String held, String because) {
        Determination determination = EscrowFixture.of(report(1, "598500000"), report(2, "805200000"))
                .dispute(year, "2028-01-12")
                .on("2028-01-20");
        assertEquals(
                held == null ? List.of() : List.of(held.split(" ")),
                determination.instructions().stream()
                        .filter(line -> !line.held().isNone())
                        .map(line ->
                                line.assessmentYear() + "/" + line.tranche().number())
                        .toList(),
                because);
        assertEquals(
                new Shares(5_850_000),
                determination
                        .position()
                        .held()
                        .plus(determination.position().releasable())
                        .roundedDown(),
                "what is held stays computed");
    }

    @ParameterizedTest(name = "year {0}, {1} in dispute by {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
            1 | 300000  | SELLER | the seller claims 300,000 beyond the 2,700,000 computed; undisputed are 2,700,000 of the tranche of 3,000,000
            1 | 300001  | SELLER | the seller claims 300,001 beyond the 2,700,000 computed; undisputed are 2,700,000 of the tranche of 3,000,000
            1 | 300000  | ISSUER | the issuer disputes 300,000 of the 2,700,000 computed; undisputed are 2,400,000 of the tranche of 3,000,000
            1 | 2700001 | ISSUER | the issuer disputes 2,700,001 of the 2,700,000 computed; undisputed are 0 of the tranche of 3,000,000
            1 | 300000  |        | 300,000 are in dispute, 2,700,000 computed; disputed_by is not given, so at least 2,400,000 of the tranche of 3,000,000 are undisputed
            2 | 5       | ISSUER | the issuer disputes 5 of the 0 computed; undisputed are 0 of the tranche of 3,000,000
            0 | 5       |        | 5 are in dispute, 2,700,000 computed; disputed_by is not given, so at least 2,699,995 of all 15,000,000 are undisputed
            0 | 5       | SELLER | the seller claims 5 beyond the 2,700,000 computed; undisputed are 2,700,000 of all 15,000,000
            """)
    void theSideThatDisputesSaysWhichSharesAreUndisputed(
            int year, long shares, Suspension.DisputedBy by, String message) {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .suspended(
                        year,
                        Suspension.Ground.DISPUTE,
                        "2027-01-12",
                        Optional.of(new Shares(shares)),
                        Optional.ofNullable(by),
                        "",
                        Optional.empty())
                .on("2027-01-20");
        Finding dispute = found(determination, FindingCode.DISPUTED).get(0);
        assertTrue(dispute.message().endsWith("; " + message), dispute.message());
        assertEquals(year, dispute.year());
        assertEquals(
                by == Suspension.DisputedBy.SELLER && year == 1 && shares > 300_000 ? 1 : 0,
                found(determination, FindingCode.DISPUTED_BEYOND_TRANCHE).size());
    }

    @Test
    void ofEveryDisputeTheLowerFigureIsUndisputedWhereItIsNotSaidWhoDisputes() {
        for (long computed = 0; computed <= 12; computed++) {
            for (long shares = 1; shares <= 15; shares++) {
                Shares seller = dispute(shares, Optional.of(Suspension.DisputedBy.SELLER))
                        .undisputedOf(new Shares(computed));
                Shares issuer = dispute(shares, Optional.of(Suspension.DisputedBy.ISSUER))
                        .undisputedOf(new Shares(computed));
                assertEquals(computed, seller.count());
                assertEquals(Math.max(0, computed - shares), issuer.count());
                assertEquals(
                        issuer.compareTo(seller) < 0 ? issuer : seller,
                        dispute(shares, Optional.empty()).undisputedOf(new Shares(computed)));
            }
        }
    }

    private static Suspension dispute(long shares, Optional<Suspension.DisputedBy> by) {
        return new Suspension(
                1,
                Suspension.Ground.DISPUTE,
                LocalDate.of(2027, 1, 12),
                "notice",
                Optional.of(new Shares(shares)),
                by,
                Optional.empty(),
                Optional.empty(),
                "",
                Source.NONE);
    }

    @Test
    void disputeAndBreachAreBothNamed() {
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .dispute(1, "2027-01-12")
                .breach(0, "2027-01-13")
                .on("2027-01-20");
        assertEquals("2700000 = 0 + 0 + 2700000 + 0 HELD DISPUTED;SUSPENDED", standing(line(determination, 1, 1)));
        assertEquals(List.of(FindingCode.DISPUTED, FindingCode.SUSPENDED), codes(determination, Severity.ERROR));
    }

    @Test
    void whatWasInstructedBeforeTheNoticeIsHeldAndItsPaperStaysRight() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000").received("2027-01-11"));
        fixture.paper(1, fixture.on("2027-01-12").instructions().get(0).instructionId(), 3_000_000, "2027-01-13")
                .suspended(
                        1,
                        Suspension.Ground.BREACH,
                        "2027-01-14",
                        Optional.empty(),
                        "2027-01-18",
                        Optional.of(Suspension.LiftedBy.WITHDRAWAL));
        assertEquals("3000000 = 0 + 3000000 + 0 + 0 INSTRUCTED", standing(line(fixture.on("2027-01-13"), 1, 1)));
        Determination during = fixture.on("2027-01-15");
        assertEquals("3000000 = 0 + 0 + 3000000 + 0 HELD SUSPENDED", standing(line(during, 1, 1)));
        assertEquals(List.of(FindingCode.SUSPENDED), codes(during, Severity.ERROR), "nobody has to sign anew");
        assertEquals("3000000 = 0 + 3000000 + 0 + 0 INSTRUCTED", standing(line(fixture.on("2027-01-18"), 1, 1)));
    }

    @Test
    void aTransferDuringASuspensionIsCountedAndAskedAbout() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000").received("2027-01-11"));
        fixture.paper(1, fixture.on("2027-01-12").instructions().get(0).instructionId(), 3_000_000, "2027-01-13")
                .breach(1, "2027-01-14")
                .release(1, 1, 3_000_000, "2027-01-14");
        Determination determination = fixture.on("2027-01-20");
        assertEquals("3000000 = 3000000 + 0 + 0 + 0 CONFIRMED", standing(line(determination, 1, 1)));
        assertEquals(
                List.of(FindingCode.SUSPENDED, FindingCode.TRANSFER_WHILE_SUSPENDED),
                codes(determination, Severity.ERROR));
    }
}
