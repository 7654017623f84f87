package io.earnout.present.workbook;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.Report;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Kaixin;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

@DisplayName("The workbook")
class WorkbookTest {

    private static final String NAME = "=HYPERLINK(\"http://a\")<script>&\u202E\uD83D\uDE00";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasACoverASheetForEachAgreementAndTheSources() throws Exception {
        Map<String, Document> parts = parts(write("run", List.of(kaixin("K-1"), kaixin("K/2"))));

        List<String> names = new ArrayList<>();
        for (Element sheet : elements(parts, "xl/workbook.xml", "sheet")) {
            names.add(sheet.getAttribute("name"));
        }
        assertEquals(List.of("Cover", "K-1", "K_2", "Sources"), names);
        assertEquals(
                "true",
                elements(parts, "xl/workbook.xml", "calcPr").get(0).getAttribute("fullCalcOnLoad"),
                "a program that can calculate does not rely on the stored values");
    }

    @Test
    void takesWhatAFileSaysForTextWhateverItLooksLike() throws Exception {
        Map<String, Document> parts = parts(write("run", List.of(kaixin(NAME))));

        for (String part : parts.keySet()) {
            if (part.startsWith("xl/worksheets/")) {
                for (Element formula : elements(parts, part, "f")) {
                    assertFalse(formula.getTextContent().contains("HYPERLINK(\""), formula.getTextContent());
                }
            }
        }
        assertTrue(texts(parts).contains(NAME), "the id is there as it is, as text");
    }

    @Test
    void isTheSameBytesEachTime() throws IOException {
        List<AgreementResult> results = List.of(kaixin("K-1"), RandomAgreement.result(7, 6));

        assertArrayEquals(Files.readAllBytes(write("once", results)), Files.readAllBytes(write("again", results)));
    }

    @Test
    void isItsOwnersAloneAndLeavesNothingElse() throws IOException {
        Path file = write("run", List.of(kaixin("K-1")));

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)), "SPA 9");
        try (var left = Files.list(folder.resolve("run"))) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void isMarkedConfidentialAndAProjectionOnEverySheet() throws Exception {
        Map<String, Document> parts = parts(write("run", List.of(kaixin("K-1"))));

        long marks = texts(parts).stream()
                .filter(text -> text.startsWith("Confidential (SPA 9). PROJECTION"))
                .count();
        assertEquals(3, marks, "one on each sheet");
        for (int sheet = 1; sheet <= 3; sheet++) {
            String header = elements(parts, "xl/worksheets/sheet" + sheet + ".xml", "oddHeader")
                    .get(0)
                    .getTextContent();
            assertTrue(header.endsWith("Confidential (SPA 9). PROJECTION. As of 2031-02-10"), header);
        }
    }

    @Test
    void leavesOutWhatASpreadsheetCouldNotOpen() {
        List<AssessmentYear> years = new ArrayList<>();
        for (int year = 1; year <= AssessmentYear.MOST; year++) {
            years.add(Kaixin.year(year, new Money(100_000), new Shares(1000)));
        }

        List<AgreementResult> long40 = Collections.nCopies(5, result("LONG", years, List.of()));
        List<AgreementResult> short5 = Collections.nCopies(200, kaixin("SHORT"));
        int rows = Workbook.agreements(long40).get(0).rows();

        assertEquals(3, Workbook.agreements(long40, 3 * rows + 1).size(), "there is room for three of the five");
        assertEquals(
                200, Workbook.agreements(short5).size(), "as many agreements as are looked at, of five years each");
    }

    private Path write(String run, List<AgreementResult> results) throws IOException {
        return WrittenWorkbook.write(results, folder.resolve(run));
    }

    private static AgreementResult kaixin(String id) {
        List<AssessmentYear> years = Kaixin.years();
        return result(
                id,
                years,
                List.of(
                        RandomAgreement.report(years.get(0), 59_850_000_000L),
                        RandomAgreement.report(years.get(1), 80_520_000_000L)));
    }

    private static AgreementResult result(String id, List<AssessmentYear> years, List<Report> reports) {
        Agreement agreement = Kaixin.agreement(id, Kaixin.defaultOnRecord(), years);
        return RandomAgreement.result(agreement, reports, List.of(), RandomAgreement.AS_OF);
    }

    private static Map<String, Document> parts(Path workbook) throws Exception {
        Map<String, Document> parts = new TreeMap<>();
        try (ZipFile zip = new ZipFile(workbook.toFile(), StandardCharsets.UTF_8)) {
            for (ZipEntry part : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = zip.getInputStream(part)) {
                    parts.put(
                            part.getName(),
                            DocumentBuilderFactory.newInstance()
                                    .newDocumentBuilder()
                                    .parse(in));
                }
            }
        }
        return parts;
    }

    private static List<String> texts(Map<String, Document> parts) {
        return parts.keySet().stream()
                .filter(part -> part.startsWith("xl/worksheets/"))
                .flatMap(part -> elements(parts, part, "t").stream())
                .map(Element::getTextContent)
                .toList();
    }

    private static List<Element> elements(Map<String, Document> parts, String part, String name) {
        Document document = parts.get(part);
        assertTrue(document != null, () -> part + " is not there");
        NodeList found = Objects.requireNonNull(document).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
