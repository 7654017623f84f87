package io.earnout.escrow.record;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.finding.FindingCode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApprovedFirmsTest {

    private static final LocalDate DAY = LocalDate.of(2027, 1, 15);

    @Test
    void withoutAListEveryFirmIsTakenAsApproved() {
        assertEquals(Optional.empty(), ApprovedFirms.NO_LIST.objectionTo("Anyone", DAY));
    }

    @Test
    void anEmptyListApprovesNobody() {
        assertEquals(
                Optional.of(FindingCode.FIRM_NOT_APPROVED),
                new ApprovedFirms(true, List.of()).objectionTo("Anyone", DAY));
    }

    @ParameterizedTest(name = "approved {0} until {1}, and {2} until {3}: {4}, because {5}")
    @CsvSource(delimiter = '|', textBlock = """
            2026-01-01 | 2026-06-01 | 2027-01-15 |            |                     | approved again on the report date
            2027-01-15 |            | 2026-01-01 | 2026-06-01 |                     | in either order
            2026-01-01 | 2027-01-16 | 2027-06-01 |            |                     | the first one still holds
            2026-01-01 | 2027-01-15 | 2026-02-01 | 2027-01-01 | FIRM_WITHDRAWN      | both were withdrawn
            2027-01-16 |            | 2027-02-01 |            | FIRM_APPROVED_LATER | both come too late
            """)
    void oneApprovalThatHoldsOnTheReportDateIsEnough(
            LocalDate firstOn,
            LocalDate firstUntil,
            LocalDate secondOn,
            LocalDate secondUntil,
            FindingCode objection,
            String because) {
        ApprovedFirms firms = new ApprovedFirms(
                true,
                List.of(
                        new ApprovedFirms.Approval("Another", LocalDate.of(2020, 1, 1), Optional.empty()),
                        new ApprovedFirms.Approval("CPA", firstOn, Optional.ofNullable(firstUntil)),
                        new ApprovedFirms.Approval("CPA", secondOn, Optional.ofNullable(secondUntil)),
                        new ApprovedFirms.Approval("A third", LocalDate.of(2020, 1, 1), Optional.empty())));
        assertEquals(Optional.ofNullable(objection), firms.objectionTo("CPA", DAY), because);
    }
}
