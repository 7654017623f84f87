package io.earnout.present.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The report in a browser: it asks for nothing, says no error, no text overflows, and its figures are those of the files. */
final class ReportInABrowserTest {

    /** A4 less its margins, in the browser's points. */
    private static final int SHEET = 695;

    @TempDir
    private Path folder = Path.of("");

    private Optional<Browser> browser = Optional.empty();

    @BeforeEach
    void findsABrowser() {
        browser = Browser.find(folder.resolve("profile"));
        assumeTrue(browser.isPresent(), "left out: no Chromium on this machine, see .ci/run");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "input",
                "src/test/resources/cases/one-year/input",
                "src/test/resources/cases/forty-years/input",
                "src/test/resources/cases/largest-figures/input",
                "src/test/resources/cases/nothing-earned-at-all/input",
                "src/test/resources/cases/confirmed-and-nothing-due/input",
                "src/test/resources/cases/countdown-before-any-report/input",
                "src/test/resources/cases/quoted-and-chinese-names/input",
                "src/test/resources/cases/other-readings-agreed/input",
                "hostile"
            })
    void nothingOverflowsNothingIsAskedForAndTheFiguresAreThoseOfTheFiles(String input) throws Exception {
        ReportedRun run = input.equals("hostile")
                ? ReportedRun.of(HostileNames.writeTo(folder.resolve("in")), folder.resolve("out"))
                : ReportedRun.shared(Path.of(input));
        String html = run.html();

        Browser.Seen seen = browser.orElseThrow()
                .open(List.of(
                        page("wide.html", Probe.into(html), 1280),
                        page("narrow.html", Probe.into(html), 800),
                        page("printed.html", Probe.intoPrinted(html), SHEET)));

        String wide = seen.html().get(0);
        String narrow = seen.html().get(1);
        String printed = seen.html().get(2);
        assertAll(
                () -> assertEquals(List.of(), Probe.said(wide), "1280 points wide"),
                () -> assertEquals(List.of(), Probe.said(narrow), "800 points wide"),
                () -> assertEquals(List.of(), Probe.said(printed), "on A4"),
                () -> assertEquals(List.of(), seen.console()),
                () -> assertEquals(ShownFigures.in(html), ShownFigures.in(wide)),
                () -> ReportFiguresTest.assertShows(run.cells(), ShownFigures.in(wide)));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"input", "src/test/resources/cases/forty-years/input"})
    void everyPrintedPageIsMarked(String input) throws Exception {
        ReportedRun run = ReportedRun.shared(Path.of(input));
        Path pdf = folder.resolve("report.pdf");

        browser.orElseThrow().print(run.report(), pdf);

        boolean projection = run.html().contains("class=\"projection\"");
        List<Integer> unmarked = new ArrayList<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                String text = textOf(document, page);
                if (!text.contains("Confidential (SPA 9)") || (projection && !text.contains("PROJECTION"))) {
                    unmarked.add(page);
                }
            }
            assertTrue(document.getNumberOfPages() > 1, "there is more than a page");
        }
        assertEquals(List.of(), unmarked);
    }

    private static String textOf(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private Browser.Page page(String name, String html, int width) throws IOException {
        return new Browser.Page(Files.writeString(folder.resolve(name), html, StandardCharsets.UTF_8), width);
    }
}
