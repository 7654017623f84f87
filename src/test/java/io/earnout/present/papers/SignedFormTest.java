package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureElement;
import org.apache.pdfbox.pdmodel.documentinterchange.logicalstructure.PDStructureNode;
import org.apache.pdfbox.pdmodel.interactive.form.PDAcroForm;
import org.apache.pdfbox.pdmodel.interactive.form.PDField;
import org.apache.pdfbox.pdmodel.interactive.form.PDTextField;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The joint written instruction that is signed: one page, read back as those who sign and send it do. */
@DisplayName("The instruction to sign")
final class SignedFormTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 1, 20);

    private static final List<String> ALWAYS = List.of(
            "issuer_name",
            "issuer_title",
            "issuer_date",
            "purchaser_name",
            "purchaser_title",
            "purchaser_date",
            "agent_name",
            "agent_date");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasAnAnchorForEachSignatureOnItsOnePage() throws IOException {
        try (PDDocument document = instruction(fourTranches("", ""))) {
            for (String anchor : List.of("\\s_issuer\\", "\\s_purchaser\\", "\\s_agent\\")) {
                assertEquals(2, page(document, 1).split(Pattern.quote(anchor), -1).length, anchor);
                assertFalse(page(document, 2).contains(anchor), anchor);
            }
            assertTrue(page(document, 2).contains("Annex A"), page(document, 2));
        }
    }

    @Test
    void hasAFieldForWhatIsToBeFilledIn() throws IOException {
        try (PDDocument document = instruction(fourTranches("", ""))) {
            List<String> names = names(document);
            TreeSet<String> expected = new TreeSet<>(ALWAYS);
            expected.addAll(List.of("escrow_account", "seller_account"));
            assertEquals(expected, new TreeSet<>(names));
            assertEquals("escrow_account", names.get(0), "as they are read");
            for (PDField field : form(document).getFields()) {
                assertFalse(field.getAlternateFieldName().isBlank());
                assertTrue(field.getWidgets().get(0).getStructParent() > 0, "is a part of the structure");
                ((PDTextField) field).setValue("filled in");
            }
        }
        String accounts = "FOUR-2020,seller,,,,SEC-1,\nFOUR-2020,escrow-agent,,,,ESC-1,\n";
        try (PDDocument document = instruction(fourTranches("", accounts))) {
            assertEquals(new TreeSet<>(ALWAYS), new TreeSet<>(names(document)), "what is on record is printed");
            assertTrue(page(document, 1).contains("SEC-1"));
            assertTrue(page(document, 1).contains("ESC-1"));
        }
    }

    @Test
    void isTagged() throws IOException {
        try (PDDocument document = instruction(fourTranches("", ""))) {
            assertTrue(document.getDocumentCatalog().getMarkInfo().isMarked());
            List<String> types = new ArrayList<>();
            types(document.getDocumentCatalog().getStructureTreeRoot(), types);
            for (String type : List.of("H1", "H2", "P", "Table", "TR", "TH", "TD", "Form")) {
                assertTrue(types.contains(type), type + " is not among " + types);
            }
            assertEquals(
                    names(document).size(),
                    types.stream().filter("Form"::equals).count());
        }
    }

    @Test
    void namesFourRestoredTranchesInFiguresAndWordsOfBothLanguages() throws IOException {
        try (PDDocument document = instruction(fourTranches("", ""))) {
            String text = page(document, 1);
            for (String words : List.of(
                    "restoration of deducted shares of year 4",
                    "one hundred thousand \u58f9\u62fe\u4e07\u80a1",
                    "1,400,000",
                    "in words: one million four hundred thousand",
                    "\u58f9\u4f70\u8086\u62fe\u4e07\u80a1",
                    "\u5171\u540c\u4e66\u9762\u6307\u4ee4",
                    "The English text prevails.")) {
                assertTrue(text.contains(words), words + " is not in " + text);
            }
        }
    }

    @Test
    void holdsNothingThatIsNotToBeSigned() throws IOException {
        try (PDDocument document = instruction(fourTranches("", ""))) {
            String text = new PDFTextStripper().getText(document);
            for (String other :
                    List.of(".csv", "DRAFT", "OPEN", "TO CHECK", "SHA-256", "excess credit", "oldest-first")) {
                assertFalse(text.contains(other), other + " is in " + text);
            }
        }
    }

    @Test
    void fitsOnOnePageWithTheLongestNames() throws IOException {
        StringBuilder parties = new StringBuilder();
        for (String role :
                List.of("issuer", "purchaser", "seller", "escrow-agent", "target-company", "transfer-agent")) {
            parties.append("FOUR-2020,")
                    .append(role)
                    .append((',' + "\u957f".repeat(300)).repeat(5))
                    .append('\n');
        }
        PaperRun run = PaperRun.of(fourTranches("W".repeat(300), parties.toString()), folder.resolve("long"), TODAY);
        for (PaperKind kind :
                List.of(PaperKind.JOINT_INSTRUCTION, PaperKind.TRANSFER_AGENT_LETTER, PaperKind.SUMMARY)) {
            for (String paper : run.papers()) {
                if (paper.contains(kind.inFileNames())) {
                    try (PDDocument document = Loader.loadPDF(run.bytes(paper))) {
                        int annexes = kind == PaperKind.JOINT_INSTRUCTION ? 1 : 0;
                        assertEquals(1 + annexes, document.getNumberOfPages(), paper);
                        assertTrue(annexes == 0 || page(document, 1).contains("\\s_agent\\"), paper);
                    }
                }
            }
        }
    }

    @Test
    void fitsOnOnePageInAnAgreementOfFortyYears() throws IOException {
        PaperRun run = PaperRun.shared(CaseFolders.input("forty-years"));
        for (String paper : run.papers()) {
            try (PDDocument document = Loader.loadPDF(run.bytes(paper))) {
                if (paper.contains("-joint-instruction-")) {
                    assertTrue(page(document, 1).contains("\\s_agent\\"), paper);
                    assertTrue(page(document, 2).contains("Annex A"), paper);
                }
                assertTrue(!paper.contains("summary") || document.getNumberOfPages() == 1, paper);
            }
        }
    }

    @Test
    void isNotDraftedWhereAHalfSignedOneIsOnMoreSharesThanTheResultLeaves() throws IOException {
        Path input = fourTranches("", "");
        PaperRun before = PaperRun.of(input, folder.resolve("output"), TODAY);
        String paper = before.paper("FOUR-2020-AY1-", PaperKind.JOINT_INSTRUCTION);
        String number = paper.substring(0, paper.indexOf("-joint"));
        Files.writeString(
                input.resolve("joint-instructions.csv"),
                "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,signed_by_purchaser_on,received_on\n"
                        + "FOUR-2020,1," + number + ",900000,2021-01-13,,\n");
        Inputs.replace(input.resolve("audited-revenue.csv"), "FOUR-2020,1,90000000", "FOUR-2020,1,89000000");
        PaperRun after = PaperRun.of(input, folder.resolve("output"), TODAY);
        assertEquals(
                List.of(),
                after.papers().stream()
                        .filter(name -> name.startsWith("FOUR-2020-AY1-") && name.contains("-joint-instruction-"))
                        .toList());
        String checklist = after.flowing(after.paper(number, PaperKind.CHECKLIST));
        assertTrue(checklist.contains("OPEN 900,000 shares are more than computed"), checklist);
    }

    /** The instruction of year 5, which restores shares of the four years before. */
    private PDDocument instruction(Path input) throws IOException {
        PaperRun run = PaperRun.of(input, folder.resolve("output"), TODAY);
        return Loader.loadPDF(run.bytes(run.paper("FOUR-2020-AY5-", PaperKind.JOINT_INSTRUCTION)));
    }

    private Path fourTranches(String longName, String parties) throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        String name = longName.isEmpty() ? "\u5f00\u4fe1\u63a7\u80a1" : longName;
        Files.writeString(
                input.resolve("agreements.csv"),
                "agreement_id,consideration_shares,currency,issuer,purchaser,seller,escrow_agent,target_company,"
                        + "signed_on,deposited_on,share_class\nFOUR-2020,5000000,CNY"
                        + (',' + name).repeat(5) + ",2019-12-15,2019-12-20," + name + '\n');
        StringBuilder years =
                new StringBuilder("agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares\n");
        StringBuilder reports = new StringBuilder(
                "agreement_id,assessment_year,audited_revenue,report_id,firm,report_date,received_on\n");
        for (int year = 1; year <= 5; year++) {
            years.append(String.format(
                    Locale.ROOT, "FOUR-2020,%d,%2$d-01-01,%2$d-12-31,100000000,1000000%n", year, 2019 + year));
            reports.append(String.format(
                    Locale.ROOT,
                    "FOUR-2020,%d,%d,R-%1$d,%s,%4$d-01-10,%4$d-01-12%n",
                    year,
                    year < 5 ? 90_000_000 : 187_654_321,
                    name,
                    2020 + year));
        }
        Files.writeString(input.resolve("assessment-years.csv"), years);
        Files.writeString(input.resolve("audited-revenue.csv"), reports);
        Files.writeString(
                input.resolve("parties.csv"),
                "agreement_id,role,name,address,registration,account,contact\n" + parties);
        return input;
    }

    private static String page(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    private static PDAcroForm form(PDDocument document) {
        return document.getDocumentCatalog().getAcroForm();
    }

    private static List<String> names(PDDocument document) {
        return form(document).getFields().stream()
                .map(PDField::getFullyQualifiedName)
                .toList();
    }

    private static void types(PDStructureNode node, List<String> types) {
        for (Object kid : node.getKids()) {
            if (kid instanceof PDStructureElement element) {
                types.add(element.getCOSObject().getNameAsString(COSName.S));
                types(element, types);
            }
        }
    }
}
