package io.earnout.present.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PagePosition;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.util.XRLog;
import io.earnout.publish.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdfwriter.COSWriter;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * Prints a page of XHTML as PDF, the same bytes on every day and every machine: no date, a fixed id, and nothing compressed,
 * since compressors differ from one platform to the next. It asks no network and opens no other file.
 */
final class PdfPrinter {

    private static final String PRODUCER = "earn-out escrow job";
    private static final int REGULAR = 400;
    private static final Pattern ANNEX = Pattern.compile("annex");

    static {
        // its log is of no use to those who run the job
        XRLog.setLoggingEnabled(false);
    }

    private PdfPrinter() {}

    /**
     * Prints a paper, its structure tagged, so that it can be read aloud.
     *
     * @param xhtml well-formed
     * @param label the properties of the file
     * @return how many pages its first part takes: what comes before the element with the id {@code annex}; all of it where there
     *     is none
     */
    static int print(String xhtml, PaperLabel label, OutputStream out) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            PDType0Font font = PDType0Font.load(document, Typeface.font(), true);
            builder.useFont(new PDFontSupplier(font), Typeface.FAMILY, REGULAR, FontStyle.NORMAL, true);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useUnicodeLineBreaker(new LineBreaks());
            builder.useUnicodeCharacterBreaker(new CharacterBreaks());
            builder.withHtmlContent(xhtml, null);
            builder.withProducer(PRODUCER);
            // otherwise it looks for the fonts of this machine
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            builder.usePdfUaAccessibility(true);
            builder.toStream(OutputStream.nullOutputStream());
            int firstPart;
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
                List<PagePosition<Box>> annex = renderer.findPagePositionsByID(ANNEX);
                firstPart = annex.isEmpty()
                        ? document.getNumberOfPages()
                        : annex.get(0).getPageNo();
                FormFields.add(document, renderer.findPagePositionsByID(FormFields.PLACES));
            }
            document.setDocumentInformation(information(label));
            document.getDocumentCatalog().setLanguage("en");
            // without a colour profile it is no PDF/A, and shall not say so
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.METADATA);
            document.setDocumentId(idOf(xhtml));
            // the letters that are used, before the streams are made plain: to save would do both again
            font.subset();
            font.getCOSObject().setItem(COSName.TO_UNICODE, stream(document, UnicodeMap.of(xhtml)));
            makePlain(document.getDocument().getTrailer(), new HashSet<>());
            new COSWriter(out, CompressParameters.NO_COMPRESSION).write(document);
            return firstPart;
        }
    }

    private static PDDocumentInformation information(PaperLabel label) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(label.title());
        information.setSubject(label.number() + ", version " + label.version());
        information.setProducer(PRODUCER);
        label.write(information);
        return information;
    }

    private static long idOf(String xhtml) {
        String digest = Sha256.of(xhtml.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.wrap(HexFormat.of().parseHex(digest)).getLong();
    }

    /** Leaves all streams of an object as they are, without compression. */
    private static void makePlain(COSBase object, Set<COSBase> done) throws IOException {
        if (object instanceof COSObject reference) {
            makePlain(reference.getObject(), done);
        } else if (object instanceof COSArray array && done.add(array)) {
            for (COSBase element : array) {
                makePlain(element, done);
            }
        } else if (object instanceof COSDictionary dictionary && done.add(dictionary)) {
            if (dictionary instanceof COSStream stream && stream.getItem(COSName.FILTER) != null) {
                write(stream.createInputStream().readAllBytes(), stream);
            }
            for (COSBase value : dictionary.getValues()) {
                makePlain(value, done);
            }
        }
    }

    private static COSStream stream(PDDocument document, byte[] content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        write(content, stream);
        return stream;
    }

    private static void write(byte[] content, COSStream stream) throws IOException {
        stream.removeItem(COSName.FILTER);
        stream.removeItem(COSName.DECODE_PARMS);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content);
        }
    }
}
