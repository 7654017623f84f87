package io.earnout.present.papers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;

/**
 * The properties of the file of a paper, from which the next run continues its versions.
 *
 * @param supersedes the numbers that it replaces, the latest first
 * @param terms a digest of the terms to be signed; other terms under the same number make another version
 */
record PaperLabel(String title, String number, int version, List<String> supersedes, String terms) {

    private static final String SUPERSEDES = "Supersedes";
    private static final String TERMS = "Terms";

    void write(PDDocumentInformation information) {
        information.setCustomMetadataValue(SUPERSEDES, String.join("\n", supersedes));
        information.setCustomMetadataValue(TERMS, terms);
    }

    /** The numbers that the paper superseded, and its terms; both empty where the file can't be read. */
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
