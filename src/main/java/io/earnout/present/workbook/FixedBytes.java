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

/** Makes the same calculation the same bytes: the library stores the time at which it wrote each part of the file. */
final class FixedBytes {

    /** The earliest time that the format knows. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

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
                    in.transferTo(out);
                }
                out.closeEntry();
            }
        }
        out.finish();
    }
}
