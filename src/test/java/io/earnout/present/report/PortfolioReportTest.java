package io.earnout.present.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.present.overview.MostPressing;
import io.earnout.terms.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A portfolio that is too large for one page gets a summary, and a page for each of the most pressing agreements. */
final class PortfolioReportTest {

    private static final int AGREEMENTS = MostPressing.ALL_OF + 61;

    @TempDir
    private static Path folder = Path.of("");

    private static ReportedRun run = new ReportedRun(Path.of(""));

    @BeforeAll
    static void settlesAPortfolio() throws IOException {
        run = ReportedRun.of(LargePortfolio.writeTo(folder.resolve("in"), AGREEMENTS), folder.resolve("out"));
    }

    @Test
    void thereAreNoMorePagesThanTheShelfHasRoom() throws IOException {
        assertEquals(MostPressing.ROOM, pages().size());
    }

    @Test
    void everyLinkOfTheSummaryLeadsToAPageAndEveryPageIsLinked() throws IOException {
        List<String> links = Pattern.compile("href=\"(agreements/[^\"]*)\"")
                .matcher(run.html())
                .results()
                .map(link -> link.group(1))
                .sorted()
                .toList();
        assertEquals(
                pages().stream().map(page -> "agreements/" + page.getFileName()).toList(), links);
    }

    @Test
    void thePagesSayWhatTheFilesSay() throws IOException {
        Map<String, String> cells = run.cells();
        Map<String, String> figures = new TreeMap<>(ShownFigures.in(run.html()));
        for (Path page : pages()) {
            String html = Files.readString(page, StandardCharsets.UTF_8);
            ReportFiguresTest.assertNothingFromElsewhere(html);
            figures.putAll(ShownFigures.in(html));
        }
        figures.forEach((cell, shown) -> assertEquals(cells.get(cell), shown, cell));
        assertTrue(figures.size() > 40 * MostPressing.ROOM, "the pages have their figures");
    }

    @Test
    void theSummaryHasTheTotalsOfAllAgreements() throws IOException {
        String html = run.html();
        for (String column : List.of("consideration_shares", "deducted", "unassessed", "lowest_entitlement")) {
            long sum = run.rows("positions.csv").stream()
                    .mapToLong(row -> Long.parseLong(row.getOrDefault(column, "")))
                    .sum();
            assertTrue(ShownFigures.text(html).contains(Figures.grouped(Long.toString(sum))), column + " is " + sum);
        }
        assertFalse(html.contains("<article"), "no agreement is told in the summary");
    }

    private static List<Path> pages() throws IOException {
        try (Stream<Path> pages = Files.list(run.folder().resolve(ReportPage.FOLDER))) {
            return pages.sorted().toList();
        }
    }
}
