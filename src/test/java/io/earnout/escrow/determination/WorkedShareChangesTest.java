package io.earnout.escrow.determination;

import static io.earnout.escrow.WorkedCases.list;
import static io.earnout.escrow.WorkedCases.number;
import static io.earnout.escrow.WorkedCases.object;
import static io.earnout.escrow.WorkedCases.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.WorkedCases;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.ShareChange.Rounding;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.Kaixin;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The worked share changes: what is entitled stays in signed shares, what moves is counted in the shares of its day. */
class WorkedShareChangesTest {

    @TestFactory
    Stream<DynamicTest> everyWorkedShareChangeGivesTheAgreedQuantities() {
        List<Map<?, ?>> changes = WorkedCases.part("share_changes");
        assertEquals(4, changes.size(), "none is left out");
        return changes.stream()
                .map(worked ->
                        DynamicTest.dynamicTest(text(worked, "id") + " " + text(worked, "title"), () -> runs(worked)));
    }

    private static void runs(Map<?, ?> worked) {
        EscrowFixture fixture = EscrowFixture.of();
        for (Map<?, ?> change : list(worked, "share_changes")) {
            fixture.shareChange(
                    text(change, "effective_on"),
                    number(change, "old_shares"),
                    number(change, "new_shares"),
                    Stream.of(Rounding.values())
                            .filter(rounding -> rounding.term().equals(text(change, "rounding")))
                            .findFirst()
                            .orElseThrow());
        }
        Map<?, ?> revenues = object(worked, "audited_revenue");
        int reported = 0;
        for (Map<?, ?> run : list(worked, "runs")) {
            String asOf = text(run, "as_of");
            int reports = ((List<?>) Objects.requireNonNull(run.get("reports"))).size();
            for (; reported < reports; reported++) {
                int year = reported + 1;
                String ends = Kaixin.START.plusYears(year).plusDays(40).toString();
                fixture.reports(InputFiles.report(year, text(revenues, Integer.toString(year)))
                        .dated(ends)
                        .received(ends));
            }
            Determination determination = fixture.on(asOf);
            assertRun(run, determination, text(worked, "id") + " as of " + asOf);
            Optional.of(text(run, "moved_on"))
                    .filter(day -> !day.isEmpty())
                    .ifPresent(day -> fixture.carryOut(determination, day));
        }
    }

    private static void assertRun(Map<?, ?> run, Determination determination, String at) {
        List<Map<?, ?>> lines = list(run, "lines");
        assertEquals(lines.size(), determination.instructions().size(), at);
        for (int i = 0; i < lines.size(); i++) {
            Map<?, ?> expected = lines.get(i);
            ReleaseInstruction line = determination.instructions().get(i);
            String of = at + ", line " + line.assessmentYear() + " of tranche "
                    + line.tranche().number();
            assertEquals(number(expected, "year"), line.assessmentYear(), of);
            assertEquals(number(expected, "tranche"), line.tranche().number(), of);
            assertEquals(number(expected, "entitled"), line.entitled().count(), of);
            assertEquals(text(expected, "confirmed"), line.confirmed().exact().toString(), of);
            assertEquals(number(expected, "quantity"), line.quantity().count(), of);
            assertEquals(
                    text(run, "factor"), line.ofTheDay().orElseThrow().factor().toString(), of);
            if (line.quantity().isNone()) {
                assertEquals(ReleaseInstruction.Status.CONFIRMED, line.status(), of);
            }
        }
        assertEquals(
                text(run, "agent_balance"),
                Long.toString(determination
                        .position()
                        .inAccount()
                        .orElseThrow()
                        .balance()
                        .count()),
                at);
        assertEquals(List.of(), EscrowFixture.codes(determination, Severity.ERROR), at);
    }
}
