package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.escrow.review.YearState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example that a new user runs first shows everything that can become of a year, a release and a cancellation. */
final class ShippedExampleTest {

    @TempDir
    private static Path output = Path.of("");

    private static TestRun run = new TestRun(-1, "", "", Path.of(""));

    @BeforeAll
    static void settlesTheExample() {
        run = TestRun.of(Path.of("input"), output);
    }

    @Test
    void itIsDoneAndTellsThatItNeedsAPerson() {
        assertEquals(2, run.exit(), run.err());
    }

    @Test
    void everyStateOfAYearIsThere() throws IOException {
        assertEquals(names(YearState.values()), values("reconciliation-report.csv", "state"));
    }

    @Test
    void everyStatusOfAReleaseIsThereButThoseOfAnInstructionOnItsWay() throws IOException {
        Set<String> statuses = new TreeSet<>(names(ReleaseInstruction.Status.values()));
        statuses.remove(ReleaseInstruction.Status.AWAITING_SIGNATURE.name());
        statuses.remove(ReleaseInstruction.Status.AWAITING_RECEIPT.name());
        assertEquals(statuses, values("release-instructions.csv", "status"));
    }

    @Test
    void everyStatusOfACancellationIsThere() throws IOException {
        assertEquals(names(CancellationNotice.Status.values()), values("cancellation-list.csv", "status"));
    }

    @Test
    void everyShareIsSomewhere() throws IOException {
        assertEquals(Set.of("0"), values("positions.csv", "check"));
    }

    @Test
    void whatItSaysOfKaixinIsWhatTheReadmeSays() throws IOException {
        assertEquals(Set.of("11670000"), kaixin("positions.csv", "confirmed_released"));
        assertEquals(Set.of("3150000"), kaixin("positions.csv", "releasable"));
        assertEquals(Set.of("180000"), kaixin("positions.csv", "deducted"));
        assertEquals(Set.of("9270000"), kaixin("positions.csv", "lowest_entitlement"));
        assertEquals(Set.of("15000000"), kaixin("positions.csv", "highest_entitlement"));
    }

    /** The holidays that are shipped are those of the years that were published, and no others. */
    @Test
    void holidaysAreShippedForPublishedYearsAlone() throws IOException {
        Set<String> years = new TreeSet<>();
        Csv.rows(Files.readString(Path.of("input/holidays.csv")))
                .forEach(row -> years.add(
                        Csv.cell(row, "calendar") + " " + Csv.cell(row, "date").substring(0, 4)));
        assertEquals(Set.of("CN 2025", "CN 2026", "US 2025", "US 2026"), years);
        assertTrue(values("deadlines.csv", "basis").contains("PROVISIONAL"));
    }

    private static Set<String> names(Enum<?>[] constants) {
        Set<String> names = new TreeSet<>();
        Stream.of(constants).forEach(constant -> names.add(constant.name()));
        return names;
    }

    private static Set<String> values(String file, String column) throws IOException {
        Set<String> values = new TreeSet<>();
        Csv.rows(run.text(file)).forEach(row -> values.add(Csv.cell(row, column)));
        return values;
    }

    private static Set<String> kaixin(String file, String column) throws IOException {
        Set<String> values = new TreeSet<>();
        Csv.rows(run.text(file)).stream()
                .filter(row -> Csv.cell(row, "agreement_id").equals("KAIXIN-2025"))
                .forEach(row -> values.add(Csv.cell(row, column)));
        return values;
    }
}
