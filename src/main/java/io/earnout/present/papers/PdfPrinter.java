package io.earnout.present.papers;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder.PdfAConformance;
import com.openhtmltopdf.util.XRLog;
import io.earnout.publish.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObjectKey;
import org.apache.pdfbox.cos.COSStream;
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

    static {
        // its log is of no use to those who run the job
        XRLog.setLoggingEnabled(false);
    }

    private PdfPrinter() {}

    /**
     * Prints a paper.
     *
     * @param xhtml well-formed
     * @param label the properties of the file
     */
    static byte[] print(String xhtml, PaperLabel label) throws IOException {
        try (PDDocument document = new PDDocument()) {
            PdfRendererBuilder builder = new PdfRendererBuilder();
            builder.usePDDocument(document);
            builder.useFont(
                    new PDFontSupplier(PDType0Font.load(document, Typeface.font(), true)),
                    Typeface.FAMILY,
                    REGULAR,
                    FontStyle.NORMAL,
                    true);
            builder.useExternalResourceAccessControl(
                    (uri, type) -> false, ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
            builder.useUnicodeLineBreaker(new LineBreaks());
            builder.useUnicodeCharacterBreaker(new CharacterBreaks());
            builder.withHtmlContent(xhtml, null);
            builder.withProducer(PRODUCER);
            // otherwise it looks for the fonts of this machine
            builder.usePdfAConformance(PdfAConformance.PDFA_2_U);
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            builder.toStream(printed);
            try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
                renderer.createPDFWithoutClosing();
            }
            document.setDocumentInformation(information(label));
            document.getDocumentCatalog().setLanguage("en");
            // without a colour profile it is no PDF/A, and shall not say so
            document.getDocumentCatalog().getCOSObject().removeItem(COSName.METADATA);
            document.setDocumentId(idOf(xhtml));
            document.save(printed, CompressParameters.NO_COMPRESSION);
            return plain(printed.toByteArray(), xhtml);
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

    /** The same document with its streams as they are. */
    private static byte[] plain(byte[] printed, String xhtml) throws IOException {
        try (PDDocument document = Loader.loadPDF(printed)) {
            for (COSObjectKey key : document.getDocument().getXrefTable().keySet()) {
                COSBase object = document.getDocument().getObjectFromPool(key).getObject();
                if (object instanceof COSDictionary font && font.getItem(COSName.TO_UNICODE) != null) {
                    write(UnicodeMap.of(xhtml), font.getCOSStream(COSName.TO_UNICODE));
                } else if (object instanceof COSStream stream && stream.getItem(COSName.FILTER) != null) {
                    write(stream.createInputStream().readAllBytes(), stream);
                }
            }
            document.setDocumentId(idOf(xhtml));
            ByteArrayOutputStream out = new ByteArrayOutputStream(printed.length * 2);
            document.save(out, CompressParameters.NO_COMPRESSION);
            return out.toByteArray();
        }
    }

    private static void write(byte[] content, COSStream stream) throws IOException {
        stream.removeItem(COSName.FILTER);
        stream.removeItem(COSName.DECODE_PARMS);
        try (OutputStream out = stream.createOutputStream()) {
            out.write(content);
        }
    }
}
