package io.earnout.present.workbook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Makes the same calculation the same bytes: the library notes the time at which it wrote. Asks every program that opens the
 * workbook to work it out anew.
 */
final class FixedBytes {

    /** The earliest that the format can say. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    private static final String PROPERTIES = "docProps/core.xml";
    private static final String BOOK = "xl/workbook.xml";
    private static final String END_OF_BOOK = "</workbook>";
    private static final String CALCULATE = "<calcPr calcId=\"191029\" fullCalcOnLoad=\"1\"/>";

    private FixedBytes() {}

    /** Copies a workbook. */
    static void copy(Path from, OutputStream to) throws IOException {
        ZipOutputStream out = new ZipOutputStream(to, StandardCharsets.UTF_8);
        try (ZipFile book = new ZipFile(from.toFile(), StandardCharsets.UTF_8)) {
            List<? extends ZipEntry> parts = book.stream()
                    .sorted(Comparator.comparing(ZipEntry::getName))
                    .toList();
            for (ZipEntry part : parts) {
                ZipEntry copied = new ZipEntry(part.getName());
                copied.setTimeLocal(ALWAYS);
                out.putNextEntry(copied);
                try (InputStream in = book.getInputStream(part)) {
                    copy(part.getName(), in, out);
                }
                out.closeEntry();
            }
        }
        out.finish();
    }

    private static void copy(String part, InputStream in, OutputStream out) throws IOException {
        switch (part) {
            case PROPERTIES ->
                out.write(text(in).replaceAll("<dcterms:created.*</dcterms:created>", "")
                        .getBytes(StandardCharsets.UTF_8));
            case BOOK ->
                out.write(text(in).replace(END_OF_BOOK, CALCULATE + END_OF_BOOK).getBytes(StandardCharsets.UTF_8));
            default -> in.transferTo(out);
        }
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
}
