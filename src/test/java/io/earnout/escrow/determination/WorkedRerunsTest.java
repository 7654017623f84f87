package io.earnout.escrow.determination;

import static io.earnout.escrow.WorkedCases.byYear;
import static io.earnout.escrow.WorkedCases.number;
import static io.earnout.escrow.WorkedCases.object;
import static io.earnout.escrow.WorkedCases.text;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.escrow.EscrowFixture;
import io.earnout.escrow.InputFiles;
import io.earnout.escrow.WorkedCases;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The worked reruns: what was confirmed in between is never instructed again, and what was released too much is held against
 * what comes.
 */
class WorkedRerunsTest {

    @TestFactory
    Stream<DynamicTest> everyWorkedRerunInstructsTheDifferenceAlone() {
        List<Map<?, ?>> reruns = WorkedCases.part("reruns");
        assertEquals(5, reruns.size(), "no rerun is left out");
        return reruns.stream()
                .map(worked ->
                        DynamicTest.dynamicTest(text(worked, "id") + " " + text(worked, "title"), () -> runs(worked)));
    }

    private static void runs(Map<?, ?> worked) {
        EscrowFixture fixture = EscrowFixture.of();
        Map<Integer, String> figures = new TreeMap<>();
        Map<Integer, String> reportIds = new TreeMap<>();
        int count = 0;
        for (Map<?, ?> run : WorkedCases.list(worked, "runs")) {
            count++;
            Map<?, ?> revenues = object(run, "audited_revenue");
            LocalDate asOf = Kaixin.START.plusYears(revenues.size()).plusDays(60 + 20L * count);
            for (Object key : revenues.keySet()) {
                int year = Integer.parseInt(key.toString());
                String figure = text(revenues, key);
                if (!figure.equals(figures.put(year, figure))) {
                    report(fixture, year, figure, asOf.minusDays(10), reportIds, count);
                }
            }
            Determination determination = fixture.on(asOf);
            compare(object(run, "expected"), determination, "run " + count);
            if (text(run, "transfers_confirmed_afterwards").equals("true")) {
                fixture.carryOut(determination, asOf.plusDays(2).toString());
            }
        }
    }

    private static void report(
            EscrowFixture fixture, int year, String figure, LocalDate day, Map<Integer, String> reportIds, int run) {
        InputFiles.Row row = InputFiles.report(year, figure)
                .id("RPT-" + year + "-" + run)
                .dated(day.toString())
                .received(day.toString())
                .line(10 * run + year);
        String before = reportIds.put(year, "RPT-" + year + "-" + run);
        fixture.reports(before == null ? row : row.supersedes(before));
    }

    private static void compare(Map<?, ?> expected, Determination determination, String run) {
        assertEquals(
                byYear(object(expected, "entitled")),
                ofYears(determination, YearStatement::entitled),
                run + ": entitled, by tranche");
        assertEquals(
                byYear(object(expected, "confirmed_before")),
                ofYears(determination, year -> year.released().roundedDown()),
                run + ": confirmed before");
        Map<Integer, Long> overReleased = byYear(object(expected, "over_released"));
        assertEquals(
                overReleased,
                ofYears(determination, year -> year.overReleased().roundedDown()),
                run + ": over-released");
        long held = number(expected, "held_against_over_release");
        assertEquals(held, determination.position().held().wholeCount(), run + ": held");
        Map<Integer, Long> toInstruct = new TreeMap<>();
        for (ReleaseInstruction line : determination.instructions()) {
            if (!line.toInstruct().isNone()) {
                toInstruct.merge(line.tranche().number(), line.toInstruct().wholeCount(), Long::sum);
            }
        }
        assertEquals(byYear(object(expected, "to_instruct")), toInstruct, run + ": to instruct, by tranche");
        List<FindingCode> errors = new ArrayList<>();
        if (!overReleased.isEmpty()) {
            errors.add(FindingCode.OVER_RELEASED);
        }
        if (held > 0) {
            errors.add(FindingCode.HELD_AGAINST_OVER_RELEASE);
        }
        List<FindingCode> found = new ArrayList<>(EscrowFixture.codes(determination, Severity.ERROR));
        found.remove(FindingCode.RELEASE_LATE); // the runs are made after the sixty days
        assertEquals(errors, found, run + ": what needs a decision");
        assertEquals(0, determination.position().check());
    }

    private static Map<Integer, Long> ofYears(Determination determination, Function<YearStatement, Shares> figure) {
        Map<Integer, Long> byYear = new TreeMap<>();
        for (YearStatement statement : determination.years()) {
            AssessmentYear year = statement.year();
            if (!figure.apply(statement).isNone()) {
                byYear.put(year.number(), figure.apply(statement).count());
            }
        }
        return byYear;
    }
}
