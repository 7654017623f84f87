package io.earnout.escrow.determination;

import static io.earnout.escrow.InputFiles.report;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.record.Party;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.escrow.review.Review;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What people look at of an agreement: which numbers a paper has had, and what is pressing. */
@DisplayName("A dossier")
class AgreementResultTest {

    private static AgreementResult on(EscrowFixture fixture, String day) {
        LocalDate asOf = LocalDate.parse(day);
        Review review = Review.of(fixture.asKnownOn(asOf), asOf);
        Determination determination = Determination.of(review);
        return new AgreementResult(review, determination, determination.findings());
    }

    private static EscrowFixture restatedTwice() {
        return EscrowFixture.of(
                report(1, "612000000").id("R1").dated("2027-01-05"),
                report(1, "598500000").id("R1-A").dated("2027-03-01").supersedes("R1"),
                report(1, "612000000").id("R1-B").dated("2027-04-01").supersedes("R1-A"));
    }

    private static String number(EscrowFixture fixture, String day) {
        return fixture.on(day).instructions().get(0).instructionId();
    }

    private static List<String> numbers(EscrowFixture fixture, String day, int year) {
        AgreementResult result = on(fixture, day);
        return result.determination().toSign().stream()
                .filter(instruction -> instruction.year() == year)
                .findFirst()
                .map(result::instructionNumbers)
                .orElse(List.of());
    }

    @Test
    void namesAllNumbersThatAnInstructionHasHadTheFirstFirst() {
        EscrowFixture fixture = restatedTwice();
        List<String> numbers = numbers(fixture, "2027-05-01", 1);
        assertEquals(
                List.of(number(fixture, "2027-01-20"), number(fixture, "2027-03-20"), number(fixture, "2027-05-01")),
                numbers);
        assertEquals(3, numbers.stream().distinct().count(), "a number holds the report too");
    }

    @Test
    void knowsNoNumberOfTheFuture() {
        assertEquals(1, numbers(restatedTwice(), "2027-01-20", 1).size());
        assertEquals(2, numbers(restatedTwice(), "2027-03-01", 1).size());
    }

    @Test
    void hasNoNumberWhileNothingIsReported() {
        assertEquals(List.of(), numbers(EscrowFixture.of(), "2027-01-20", 1));
        assertEquals(List.of(), numbers(restatedTwice(), "2027-05-01", 2));
    }

    @Test
    void givesAnAgreedQuantityAnotherNumber() {
        EscrowFixture fixture =
                EscrowFixture.of(report(1, "612000000").dated("2027-01-05")).agreedShares(1, 2_000_000, "2027-02-01");
        assertEquals(2, numbers(fixture, "2027-03-01", 1).size());
    }

    @Test
    void endsWithTheNumberInForce() {
        for (String day : List.of("2027-01-20", "2027-03-20", "2027-05-01")) {
            List<String> numbers = numbers(restatedTwice(), day, 1);
            assertEquals(number(restatedTwice(), day), numbers.get(numbers.size() - 1), day);
        }
    }

    @Test
    void waitsForSomebodyWhileThereIsSomethingToSignOrToDecide() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000").dated("2027-01-05"));
        assertEquals(3_000_000, on(fixture, "2027-01-20").sharesToDecide());
        assertFalse(on(fixture, "2027-01-08").needsAPerson(), "its documents can still come in time");
        fixture.dispute(1, "2027-01-10");
        assertTrue(on(fixture, "2027-01-20").needsAPerson());
        assertEquals(3_000_000, on(fixture, "2027-01-20").sharesToDecide());
        assertFalse(on(EscrowFixture.of(), "2026-06-01").hasSomethingToDecide());
    }

    @Test
    void isInOrderWhateverTheOrderInWhichItComes() {
        AgreementResult held =
                on(EscrowFixture.of(report(1, "66500000").dated("2027-01-05")).dispute(1, "2027-01-07"), "2027-01-08");
        AgreementResult toSign = on(EscrowFixture.of(report(1, "665000000").dated("2027-01-05")), "2027-01-08");
        AgreementResult toSignLess = on(EscrowFixture.of(report(1, "532000000").dated("2027-01-05")), "2027-01-08");
        List<AgreementResult> shuffled = new ArrayList<>(List.of(toSignLess, held, toSign));
        shuffled.sort(AgreementResult.MOST_PRESSING_FIRST);
        assertEquals(List.of(held, toSign, toSignLess), shuffled, "what needs a person comes first, then the larger");
    }

    @Test
    void losesNothingThatPeopleSeeWithoutTheCloses() {
        EscrowFixture fixture =
                EscrowFixture.of(report(1, "665000000").dated("2027-01-05")).close("2027-01-04", "1.25");
        AgreementResult full = on(fixture, "2027-04-20");
        AgreementResult light = full.withoutPrices();
        assertEquals(full.determination(), light.determination());
        assertEquals(full.findings(), light.findings());
        InstructionToSign instruction = full.determination().toSign().get(0);
        assertEquals(full.instructionNumbers(instruction), light.instructionNumbers(instruction));
    }

    @Test
    void findsEachRoleUnderTheNameOfTheAgreement() {
        var parties = EscrowFixture.of().agreement().parties();
        assertEquals(
                List.of(
                        parties.issuer(),
                        parties.purchaser(),
                        parties.seller(),
                        parties.escrowAgent(),
                        parties.targetCompany(),
                        ""), // the agreement names no transfer agent
                Stream.of(Party.Role.values()).map(role -> role.nameIn(parties)).toList());
    }

    @Test
    void countsHeldSharesOfADispute() {
        EscrowFixture fixture = EscrowFixture.of(report(1, "665000000").dated("2027-01-05"))
                .suspended(
                        1,
                        Suspension.Ground.DISPUTE,
                        "2027-01-10",
                        Optional.of(Shares.of(1_000_000)),
                        "",
                        Optional.empty());
        assertEquals(3_000_000, on(fixture, "2027-01-20").sharesToDecide());
    }
}
