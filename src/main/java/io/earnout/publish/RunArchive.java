package io.earnout.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.LocalDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A published run as one ZIP file for an auditor: its input, the run, the run before it, what verified it, and a list of all
 * checksums. The same run gives the same bytes.
 */
public final class RunArchive {

    /** The list that {@code sha256sum -c} reads. */
    public static final String SUMS = "SHA256SUMS";

    /** The folder of the input in the archive, and that of the runs. */
    public static final String INPUT = "input";

    public static final String RUNS = "runs";

    /** The earliest time that the format knows. */
    private static final LocalDateTime ALWAYS = LocalDateTime.of(1980, 1, 1, 0, 0);

    /** What the archive holds, by name: a file with its checksum, or a text. */
    private final Map<String, Content> contents = new TreeMap<>();

    private sealed interface Content {
        String sha256();
    }

    private record OfFile(Path file, String sha256) implements Content {}

    private record OfText(String text) implements Content {
        byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public String sha256() {
            return Sha256.of(bytes());
        }
    }

    private RunArchive() {}

    /**
     * Of a run that was verified.
     *
     * @param before the run before it, from which {@code changes.csv} was computed
     * @param input the folder with the input of the run
     */
    public static RunArchive of(Path run, Optional<Path> before, Path input) throws IOException {
        RunArchive archive = new RunArchive();
        for (Manifest.FileEntry file : ManifestFile.read(run).inputs()) {
            if (!file.sha256().isEmpty()) {
                archive.contents.put(INPUT + "/" + file.name(), new OfFile(input.resolve(file.name()), file.sha256()));
            }
        }
        archive.addRun(run);
        if (before.isPresent()) {
            archive.addRun(before.get());
        }
        return archive;
    }

    private void addRun(Path run) throws IOException {
        String folder = RUNS + "/" + run.getFileName() + "/";
        Path manifest = run.resolve(Manifest.FILE_NAME);
        contents.put(folder + Manifest.FILE_NAME, new OfFile(manifest, Sha256.of(manifest)));
        for (Manifest.FileEntry file : ManifestFile.read(run).outputs()) {
            contents.put(folder + file.name(), new OfFile(run.resolve(file.name()), file.sha256()));
        }
    }

    /** Adds a text. */
    public void add(String name, String text) {
        contents.put(name, new OfText(text));
    }

    /**
     * Writes the archive as a whole, for its owner alone.
     *
     * @throws FileAlreadyExistsException if there is such a file
     * @throws FileSystemException if a file is not the one that the manifest lists
     */
    public void write(Path zip) throws IOException {
        if (Files.exists(zip)) {
            throw new FileAlreadyExistsException(zip.toString());
        }
        StringBuilder sums = new StringBuilder();
        contents.forEach((name, content) -> sums.append(line(content.sha256(), name)));
        add(SUMS, sums.toString());
        Path written = zip.resolveSibling("." + zip.getFileName() + ".part");
        try {
            try (OutputStream file = new BufferedOutputStream(FilePermissions.create(written));
                    ZipOutputStream out = new ZipOutputStream(file, StandardCharsets.UTF_8)) {
                for (Map.Entry<String, Content> content : contents.entrySet()) {
                    ZipEntry entry = new ZipEntry(content.getKey());
                    entry.setTimeLocal(ALWAYS);
                    out.putNextEntry(entry);
                    copy(content.getValue(), out);
                    out.closeEntry();
                }
            }
            Files.move(written, zip, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /** A line as {@code sha256sum} writes it, which marks a name with a backslash or a line break. */
    private static String line(String sha256, String name) {
        String marked = name.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
        return (marked.equals(name) ? "" : "\\") + sha256 + "  " + marked + "\n";
    }

    private static void copy(Content content, OutputStream out) throws IOException {
        if (content instanceof OfText text) {
            out.write(text.bytes());
            return;
        }
        OfFile of = (OfFile) content;
        MessageDigest sha256 = Sha256.start();
        try (InputStream in = new DigestInputStream(Files.newInputStream(of.file()), sha256)) {
            in.transferTo(out);
        }
        if (!HexFormat.of().formatHex(sha256.digest()).equals(of.sha256())) {
            throw new FileSystemException(of.file().toString(), null, "is not the file that the manifest lists");
        }
    }
}
