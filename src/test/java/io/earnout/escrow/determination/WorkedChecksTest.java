package io.earnout.escrow.determination;

import static io.earnout.escrow.EscrowFixture.codes;
import static io.earnout.escrow.EscrowFixture.found;
import static io.earnout.escrow.EscrowFixture.line;
import static io.earnout.escrow.EscrowFixture.standing;
import static io.earnout.escrow.InputFiles.report;
import static io.earnout.escrow.WorkedCases.number;
import static io.earnout.escrow.WorkedCases.object;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.WorkedCases;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.Suspension;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Shares;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The worked checks on what gates a release, by their numbers in the contract's cases. */
class WorkedChecksTest {

    @Test
    void v12WhatIsSuspendedForBreachStaysComputedAndIsHeld() {
        Map<?, ?> expected = expected("V12");
        Determination determination = EscrowFixture.of(report(1, "665000000"), report(2, "732000000"))
                .breach(2, "2028-01-05")
                .on("2028-01-20");
        ReleaseInstruction second = line(determination, 2, 2);
        assertEquals(number(expected, "computed_release"), second.entitled().count());
        assertEquals(
                number(expected, "instructed"),
                second.toInstruct().plus(second.instructed()).wholeCount());
        assertEquals(number(expected, "held_suspended"), second.held().wholeCount());
        assertEquals(List.of(FindingCode.SUSPENDED), second.reasons());
        assertEquals(
                new Shares(3_000_000),
                line(determination, 1, 1).toInstruct().roundedDown(),
                "the notice is about year 2 alone");
        assertEquals(
                List.of(FindingCode.SUSPENDED, FindingCode.RELEASE_LATE),
                codes(determination, Severity.ERROR),
                "year 1 was to be released by 2027-01-29 and is not even instructed");
    }

    @Test
    void v13ADisputeHoldsAllOfTheYearAndTellsDisputedSharesFromUndisputedOnes() {
        Map<?, ?> expected = expected("V13");
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .suspended(
                        1,
                        Suspension.Ground.DISPUTE,
                        "2027-01-15",
                        Optional.of(new Shares(number(expected, "disputed"))),
                        Optional.of(Suspension.DisputedBy.SELLER),
                        "",
                        Optional.empty())
                .on("2027-01-20");
        ReleaseInstruction first = line(determination, 1, 1);
        assertEquals(number(expected, "computed_release"), first.entitled().count());
        assertEquals(number(expected, "instructed"), first.toInstruct().wholeCount());
        assertEquals(first.entitled(), first.held().roundedDown());
        assertTrue(found(determination, FindingCode.DISPUTED)
                .get(0)
                .message()
                .endsWith("the seller claims " + new Shares(number(expected, "disputed")) + " beyond the 2,700,000"
                        + " computed; undisputed are " + new Shares(number(expected, "undisputed_floor"))
                        + " of the tranche of 3,000,000"));
    }

    @Test
    void v14AnAgreementOfAllFourReplacesTheQuantityAndLeavesTheShortfallAsItIs() {
        Map<?, ?> expected = expected("V14");
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreedShares(1, 2_800_000, "2027-01-15")
                .on("2027-01-20");
        ReleaseInstruction first = line(determination, 1, 1);
        assertEquals(number(expected, "instructed"), first.toInstruct().wholeCount());
        assertEquals(
                number(expected, "formula_release"),
                first.toInstruct().wholeCount() - first.adjustment().orElseThrow());
        assertEquals(
                number(expected, "deducted_after_override"), first.deducted().count());
        assertEquals(
                ExactMoney.of(Kaixin.rmb("66500000")),
                determination.years().get(0).openShortfall());
        assertEquals(
                1,
                found(determination, FindingCode.ADJUSTED_BY_ALL_PARTIES).size(),
                "which the cases call OVERRIDE_5_3");
        assertEquals(List.of(), codes(determination, Severity.ERROR));
    }

    @Test
    void v15WithoutTheAgentsSignatureItChangesNothingAndTheYearIsHeld() {
        Map<?, ?> expected = expected("V15");
        Determination determination = EscrowFixture.of(report(1, "598500000"))
                .agreed(1, Optional.of(2_800_000L), "", "2027-01-15", "issuer;purchaser;seller")
                .on("2027-01-20");
        ReleaseInstruction first = line(determination, 1, 1);
        assertEquals(number(expected, "instructed"), first.held().wholeCount(), "the formula's quantity, held");
        assertEquals("2700000 = 0 + 0 + 2700000 + 0 HELD ADJUSTMENT_UNDECIDED", standing(first));
        assertEquals(Optional.empty(), first.adjustment());
        assertTrue(found(determination, FindingCode.ADJUSTMENT_UNDECIDED)
                .get(0)
                .message()
                .contains("escrow-agent"));
    }

    @Test
    void v16AReportThatComesOnDayNinetyIsLateAndForfeitsNothing() {
        Map<?, ?> expected = expected("V16");
        String received = WorkedCases.text(object(WorkedCases.named("checks", "V16"), "input"), "report_received");
        Determination determination = EscrowFixture.of(
                        report(1, "665000000").dated("2027-02-25").received(received))
                .on("2027-03-01");
        assertEquals(
                number(expected, "release"),
                line(determination, 1, 1).toInstruct().wholeCount());
        assertEquals(1, found(determination, FindingCode.REPORT_LATE).size());
        assertEquals(
                List.of(FindingCode.RELEASE_LATE),
                codes(determination, Severity.ERROR),
                "from the receipt on the issuer is late with the instruction (SPA 8.2)");
    }

    private static Map<?, ?> expected(String id) {
        return object(WorkedCases.named("checks", id), "expected");
    }
}
