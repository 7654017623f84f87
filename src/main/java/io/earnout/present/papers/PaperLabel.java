package io.earnout.present.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * What the file of a paper says of itself, so that the next run can go on from it.
 *
 * @param supersedes what it takes the place of, the latest first
 * @param terms a digest of what it would have somebody sign; another one under the same number is another version
 */
record PaperLabel(String title, String number, int version, List<String> supersedes, String terms) {

    private static final String SUPERSEDES = "Supersedes";
    private static final String TERMS = "Terms";

    void write(PDDocumentInformation information) {
        information.setCustomMetadataValue(SUPERSEDES, String.join("\n", supersedes));
        information.setCustomMetadataValue(TERMS, terms);
    }

    /** What the paper superseded, and its terms; nothing of either where the file can't be read. */
    static PaperLabel read(Path file, String number, int version) {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDDocumentInformation information = document.getDocumentInformation();
            return new PaperLabel(
                    text(information.getTitle()),
                    number,
                    version,
                    text(information.getCustomMetadataValue(SUPERSEDES))
                            .lines()
                            .filter(line -> !line.isEmpty())
                            .toList(),
                    text(information.getCustomMetadataValue(TERMS)));
        } catch (IOException e) {
            return new PaperLabel("", number, version, List.of(), "");
        }
    }

    private static String text(@SuppressWarnings("NullAway") String value) {
        return value == null ? "" : value;
    }
}
