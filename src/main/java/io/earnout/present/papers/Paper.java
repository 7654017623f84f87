package io.earnout.present.papers;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.util.Map;

/**
 * A paper that is due, ready to be printed.
 *
 * @param terms a digest of the terms to be signed
 * @param shown the parameters of its template
 */
record Paper(DraftedDocument document, String terms, Map<String, Object> shown) {

    /** The templates, compiled to classes; the text they show is escaped. */
    private static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(null, ContentType.Html, null, "io.earnout.templates");

    byte[] print() throws IOException {
        StringOutput xhtml = new StringOutput(16_384);
        TEMPLATES.render("documents/" + document.kind().inFileNames() + ".jte", shown, xhtml);
        PaperLabel label = new PaperLabel(
                document.kind().title() + " " + document.number(),
                document.number(),
                document.version(),
                document.supersedes(),
                terms);
        return PdfPrinter.print(xhtml.toString(), label);
    }
}
