package io.earnout.present.papers;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Map;

/**
 * A paper that is due, ready to be printed.
 *
 * @param terms a digest of what it would have somebody sign
 * @param shown what its template shows
 */
record Paper(PaperFrame frame, String terms, Map<String, Object> shown) {

    /** The templates, which are classes by now; text that they show is escaped. */
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.earnout.templates");

    byte[] print() throws IOException {
        return PdfPrinter.print(
                xhtml(),
                new PaperLabel(
                        frame.title() + " " + frame.number(),
                        frame.number(),
                        frame.version(),
                        frame.supersedes(),
                        terms));
    }

    String xhtml() {
        StringOutput xhtml = new StringOutput(16_384);
        TEMPLATES.render("documents/" + frame.kind().inFileNames() + ".jte", shown, xhtml);
        return xhtml.toString();
    }

    DraftedDocument document() {
        return new DraftedDocument(
                frame.agreementId(),
                frame.assessmentYear(),
                frame.kind(),
                frame.number(),
                frame.version(),
                frame.supersedes(),
                Documents.FOLDER + "/"
                        + EarlierPapers.fileName(frame.agreementId(), frame.number(), frame.kind(), frame.version()));
    }
}
