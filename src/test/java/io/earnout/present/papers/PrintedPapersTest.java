package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.CaseFolders;
import io.earnout.publish.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How papers look: their wording, which is reviewed as a fixture and written anew by {@code mvn test
 * -Dtest=PrintedPapersTest -Ddocuments.update=true}, names in every script, blanks, and the same bytes everywhere.
 */
@DisplayName("A printed paper")
final class PrintedPapersTest {

    private static final Path FIXTURES = Path.of("src/test/resources/documents");
    private static final boolean UPDATE = Boolean.getBoolean("documents.update");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void isWordedAsReviewed() throws IOException {
        PaperRun run = PaperRun.of(chinese(), folder.resolve("output"));
        PaperRun ended = PaperRun.shared(CaseFolders.input("final-cancellation"));
        for (PaperKind kind : PaperKind.values()) {
            boolean isOfTheEnd = kind == PaperKind.CANCELLATION_LIST || kind == PaperKind.RETURN_INSTRUCTION;
            String text = isOfTheEnd ? ended.text(ended.paper("", kind)) : run.text(run.paper("__-2025-", kind));
            assertFixture(kind.inFileNames() + ".txt", text);
        }
    }

    @Test
    void hasTheSameBytesOnEveryMachine() throws IOException {
        PaperRun run = PaperRun.of(chinese(), folder.resolve("output"));
        StringBuilder digests = new StringBuilder();
        for (Map.Entry<String, byte[]> paper : run.allBytes().entrySet()) {
            digests.append(Sha256.of(paper.getValue()))
                    .append("  ")
                    .append(paper.getKey())
                    .append('\n');
        }
        assertFixture("SHA256SUMS", digests.toString());
    }

    @Test
    void hasTheSameBytesInEveryRun() throws IOException {
        Path input = chinese();
        Map<String, byte[]> once = PaperRun.of(input, folder.resolve("once")).allBytes();
        Map<String, byte[]> again = PaperRun.of(input, folder.resolve("again")).allBytes();
        assertEquals(once.keySet(), again.keySet());
        once.forEach((paper, bytes) -> assertArrayEquals(bytes, again.getOrDefault(paper, new byte[0]), paper));
    }

    @Test
    void saysWhatItIsAndNothingOfTheDayOnWhichItWasPrinted() throws IOException {
        PaperRun run = PaperRun.of(chinese(), folder.resolve("output"));
        for (byte[] paper : run.allBytes().values()) {
            try (PDDocument document = Loader.loadPDF(paper)) {
                assertEquals("en", document.getDocumentCatalog().getLanguage());
                assertTrue(document.getDocumentInformation().getTitle().contains("\u5f00\u4fe1-2025"));
                assertEquals(null, document.getDocumentInformation().getCreationDate());
                assertEquals(null, document.getDocumentInformation().getModificationDate());
            }
        }
    }

    @Test
    void marksEveryPage() throws IOException {
        PaperRun run = PaperRun.of(chinese(), folder.resolve("output"), LocalDate.of(2027, 1, 1));
        for (String paper : run.papers()) {
            try (PDDocument document = Loader.loadPDF(run.bytes(paper))) {
                int pages = document.getNumberOfPages();
                for (int page = 1; page <= pages; page++) {
                    PDFTextStripper stripper = new PDFTextStripper();
                    stripper.setSortByPosition(true);
                    stripper.setStartPage(page);
                    stripper.setEndPage(page);
                    String text = stripper.getText(document);
                    assertTrue(text.contains("CONFIDENTIAL (SPA 9)"), text);
                    assertTrue(text.contains("PROJECTION"), text);
                    assertTrue(text.contains("\u5f00\u4fe1-2025"), text);
                    assertTrue(text.contains(", version 1"), text);
                    assertTrue(text.contains("page " + page + " of " + pages), text);
                }
            }
        }
    }

    @Test
    void leavesABlankForWhatIsNotOnRecord() throws IOException {
        PaperRun run = PaperRun.shared(CaseFolders.input("one-fen-short"));
        String text = run.flowing(run.paper("KAIXIN-2025-AY1-", PaperKind.CALCULATION_STATEMENT));
        for (String what : List.of("address", "contact")) {
            assertTrue(text.contains("____________ (" + what + ": not on record)"), what + ": " + text);
        }
    }

    @Test
    void holdsLongNamesAndMarkupAsTextWithinItsMargins() throws IOException {
        Path input = chinese();
        String words = "<b>Very & long</b> ".repeat(16).trim();
        Files.writeString(
                input.resolve("parties.csv"),
                "agreement_id,role,name,address,registration,account,contact\n"
                        + "\u5f00\u4fe1-2025,issuer," + words + "," + "\u957f".repeat(300) + "," + "X".repeat(300)
                        + ",,\n"
                        + "\u5f00\u4fe1-2025,seller,<script>alert(1)</script>,," + "9".repeat(300) + ","
                        + "a@".repeat(150)
                        + ",\n"
                        + "\u5f00\u4fe1-2025,escrow-agent," + "W".repeat(300) + ",,,]]>&amp;,\n");
        PaperRun run = PaperRun.of(input, folder.resolve("output"));
        for (String paper : run.papers()) {
            assertWithinMargins(run.bytes(paper), paper);
        }
        String text;
        try (PDDocument document = Loader.loadPDF(run.bytes(run.paper("__-2025-", PaperKind.JOINT_INSTRUCTION)))) {
            text = new PDFTextStripper().getText(document);
        }
        assertTrue(text.contains("<script>alert(1)</script>"), text);
        assertTrue(text.contains("]]>&amp;"), text);
        assertTrue(text.contains("<b>Very & long</b>"), text);
    }

    private static void assertWithinMargins(byte[] paper, String name) throws IOException {
        try (PDDocument document = Loader.loadPDF(paper)) {
            PDFTextStripper stripper = new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    float right = text.getXDirAdj() + text.getWidthDirAdj();
                    float bottom = text.getYDirAdj();
                    assertTrue(
                            text.getXDirAdj() > 50 && right < text.getPageWidth() - 50,
                            () -> name + ": " + text.getUnicode() + " at " + right);
                    assertTrue(
                            bottom > 20 && bottom < text.getPageHeight() - 20,
                            () -> name + ": " + text.getUnicode() + " at height " + bottom);
                }
            };
            stripper.getText(document);
        }
    }

    @Test
    void isNotDraftedOfAnAgreementWithTextThatNoFontShows() throws IOException {
        Path input = Inputs.copy(CaseFolders.input("several-agreements-shuffled"), folder.resolve("input"));
        PaperRun sound = PaperRun.of(input, folder.resolve("sound"));
        String agreement = sound.rows("positions.csv").get(0).getOrDefault("agreement_id", "");
        Files.writeString(
                input.resolve("parties.csv"),
                "agreement_id,role,name,address,registration,account,contact\n" + Inputs.quoted(agreement)
                        + ",seller,\ud83d\ude00,,,,\n");

        PaperRun run = PaperRun.of(input, folder.resolve("output"));

        assertEquals(2, run.exit());
        assertTrue(run.err().contains("parties.csv:2: name: \"\u2039U+1F600\u203A\" can't be printed"), run.err());
        assertTrue(sound.papers().stream().anyMatch(paper -> paper.startsWith(agreement)));
        assertEquals(
                sound.papers().stream()
                        .filter(paper -> !paper.startsWith(agreement))
                        .toList(),
                run.papers());
        assertFalse(run.papers().isEmpty());
    }

    /** One agreement with names and addresses in Chinese, some of which are not on record. */
    private Path chinese() throws IOException {
        Path input = Inputs.copy(CaseFolders.input("quoted-and-chinese-names"), folder.resolve("input"));
        Files.copy(FIXTURES.resolve("parties.csv"), input.resolve("parties.csv"));
        for (String file :
                List.of("agreements.csv", "assessment-years.csv", "audited-revenue.csv", "approved-firms.csv")) {
            // of the other agreement nothing is to be seen here
            String text = Files.readString(input.resolve(file));
            int other = text.indexOf("\"A, \"\"the first\"\"\"");
            Files.writeString(input.resolve(file), other < 0 ? text : text.substring(0, other));
        }
        return input;
    }

    private static void assertFixture(String name, String text) throws IOException {
        Path fixture = FIXTURES.resolve(name);
        if (UPDATE) {
            Files.writeString(fixture, text);
        }
        assertEquals(Files.exists(fixture) ? Files.readString(fixture, StandardCharsets.UTF_8) : "", text);
    }
}
