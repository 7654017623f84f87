package io.earnout.present.papers;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
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

    /** Most papers are smaller, in bytes. */
    private static final int USUAL = 1 << 18;

    /** How large the letters are, in points, the first that fits where the paper has one page. */
    private static final List<String> SIZES = List.of("9", "8.2", "7.4", "6.6", "5.8", "5", "4.2");

    /**
     * Prints it. What is to be on one page is printed in smaller letters until it is; the smallest are taken where even these
     * don't suffice, so that nothing is lost.
     */
    byte[] print() throws IOException {
        ByteArrayOutputStream printed = new ByteArrayOutputStream(USUAL);
        for (String size : SIZES) {
            StringOutput xhtml = new StringOutput(16_384);
            Map<String, Object> sized = new HashMap<>(shown);
            if (document.kind().isOnOnePage()) {
                sized.put("size", size);
            }
            TEMPLATES.render("documents/" + document.kind().inFileNames() + ".jte", sized, xhtml);
            printed.reset();
            int pages = PdfPrinter.print(xhtml.toString(), label(), printed);
            if (pages == 1 || !document.kind().isOnOnePage()) {
                break;
            }
        }
        return printed.toByteArray();
    }

    private PaperLabel label() {
        return new PaperLabel(
                document.kind().title() + " " + document.number(),
                document.number(),
                document.version(),
                document.supersedes(),
                terms);
    }
}
