package io.earnout.present.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the report says is what the files say, nothing is missing, and nothing comes from elsewhere. */
final class ReportFiguresTest {

    /** What the report shows of every row, where the cell isn't empty. */
    private static final Map<String, List<String>> SHOWN = Map.of(
            "reconciliation-report.csv",
                    List.of(
                            "assessment_year",
                            "starts_on",
                            "ends_on",
                            "state",
                            "target_revenue",
                            "audited_revenue",
                            "shortfall_revenue",
                            "excess_revenue",
                            "credit_revenue",
                            "credit_used_revenue",
                            "open_shortfall_revenue",
                            "tranche_shares",
                            "deducted_shares",
                            "earned_shares",
                            "restored_into_shares",
                            "outstanding_deducted_shares",
                            "entitled_shares",
                            "confirmed_released_shares",
                            "over_released_shares",
                            "confirmed_returned_shares",
                            "unassessed_shares"),
            "release-instructions.csv",
                    List.of(
                            "status",
                            "adjustment_shares",
                            "revenue_offset",
                            "entitled_shares",
                            "confirmed_shares",
                            "instructed_shares",
                            "held_shares",
                            "shares_to_instruct",
                            "release_due_on",
                            "documents_complete_on",
                            "transfer_due_on"),
            "cancellation-list.csv",
                    List.of(
                            "deducted_shares",
                            "restored_shares",
                            "shares_to_cancel",
                            "confirmed_returned",
                            "status",
                            "restorable_at_most",
                            "cancelled_at_least"),
            "positions.csv",
                    List.of(
                            "consideration_shares",
                            "confirmed_released",
                            "releasable",
                            "held",
                            "deducted",
                            "unassessed",
                            "confirmed_returned",
                            "check",
                            "lowest_entitlement",
                            "highest_entitlement",
                            "fees_due",
                            "dividends_due"),
            "readings.csv", List.of("entitled_shares", "difference"),
            "delays.csv", List.of("first_day", "last_day", "days", "late_shares", "penalty"),
            "deadlines.csv", List.of("due_on", "send_by", "days_left"));

    private static final Pattern TAG = Pattern.compile("<[a-zA-Z!/](?:[^>\"]|\"[^\"]*\")*>");

    private static final Pattern FROM_ELSEWHERE = Pattern.compile(
            "(?i)<(script|link|iframe|object|embed|img|base|form)\\b|\\ssrc=|\\shref=\"(?!#|documents/|agreements/|\\.\\./)"
                    + "|\\son[a-z]+=|http-equiv|\\bstyle=");

    static List<String> inputs() throws IOException {
        List<String> inputs = new ArrayList<>();
        inputs.add("input");
        CaseFolders.names().forEach(name -> inputs.add(CaseFolders.input(name).toString()));
        return inputs;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("inputs")
    void theReportSaysWhatTheFilesSayAndNothingComesFromElsewhere(String input) throws IOException {
        ReportedRun run = ReportedRun.shared(Path.of(input));
        String html = run.html();

        assertAll(
                () -> assertShows(run.cells(), ShownFigures.in(html)),
                () -> assertNothingFromElsewhere(html),
                () -> assertTrue(html.contains("Confidential (SPA 9)"), "marked"),
                () -> assertTheLastStandingIsTheSumOfTheYears(run, html));
    }

    static void assertShows(Map<String, String> cells, Map<String, String> figures) {
        List<String> wrong = new ArrayList<>();
        figures.forEach((cell, shown) -> {
            if (!shown.equals(cells.get(cell))) {
                wrong.add(cell + " is " + cells.get(cell) + " and is shown as " + shown);
            }
        });
        cells.forEach((cell, value) -> {
            List<String> shown = SHOWN.getOrDefault(cell.substring(0, cell.indexOf('|')), List.of());
            boolean expected = shown.contains(cell.substring(cell.lastIndexOf('|') + 1)) && !value.isEmpty();
            if (expected && !figures.containsKey(cell)) {
                wrong.add(cell + " is " + value + " and isn't shown");
            }
        });
        // alike readings are told in a sentence
        wrong.removeIf(what -> what.startsWith("readings.csv") && what.endsWith("|difference is 0 and isn't shown"));
        assertEquals(List.of(), wrong);
    }

    static void assertNothingFromElsewhere(String html) {
        List<String> suspicious = TAG.matcher(html)
                .results()
                .map(result -> result.group())
                .filter(tag -> FROM_ELSEWHERE.matcher(tag).find())
                .toList();
        assertEquals(List.of(), suspicious);
        String css = html.substring(html.indexOf("<style>"), html.indexOf("</style>"));
        assertTrue(!css.contains("url(") && !css.contains("@import"), "the style stands in the page");
        List<String> ids = Pattern.compile("\\sid=\"([^\"]*)\"")
                .matcher(html)
                .results()
                .map(result -> result.group(1))
                .toList();
        assertEquals(ids.size(), new TreeSet<>(ids).size(), "an id names one thing");
    }

    /** How the movements of all years leave the shares is what the rows of the years say. */
    private static void assertTheLastStandingIsTheSumOfTheYears(ReportedRun run, String html) throws IOException {
        String[] parts = html.split("<article ", -1);
        List<Map<String, String>> years = run.rows("reconciliation-report.csv");
        List<String> ids = years.stream()
                .map(row -> row.getOrDefault("agreement_id", ""))
                .distinct()
                .toList();
        for (int i = 0; i < ids.size(); i++) {
            String part = parts[i + 1];
            if (part.contains("After the result of")) {
                String table = part.substring(part.indexOf("After the result of"));
                table = table.substring(0, table.indexOf("</table>"));
                String last = table.substring(table.lastIndexOf("<tr>")).replaceAll("\\s+", "");
                String[] cells = ShownFigures.text(last.replace("</td>", "|").replace(",", ""))
                        .split("\\|", -1);
                assertEquals(sum(years, ids.get(i), "entitled_shares"), Long.parseLong(cells[1]), "entitled");
                assertEquals(
                        sum(years, ids.get(i), "outstanding_deducted_shares"), Long.parseLong(cells[3]), "deducted");
                assertEquals(sum(years, ids.get(i), "unassessed_shares"), Long.parseLong(cells[4]), "unassessed");
            }
        }
    }

    private static long sum(List<Map<String, String>> rows, String id, String column) {
        return rows.stream()
                .filter(row -> id.equals(row.get("agreement_id")))
                .map(row -> row.getOrDefault(column, ""))
                .filter(cell -> !cell.isEmpty())
                .mapToLong(Long::parseLong)
                .sum();
    }
}
