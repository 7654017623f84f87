package io.earnout.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.springframework.boot.json.JsonParseException;

/**
 * The proof of a run, afterwards: every file that was published is there, to the byte, and nothing else; the manifest is as
 * it was written, names the input that the folder is named after, and the run before it is there as well.
 */
public final class Verification {

    private static final int BUFFER = 64 * 1024;

    private final Path outputFolder;
    private final RunChain chain;

    /** Of the runs in an output folder. */
    public Verification(Path outputFolder) throws IOException {
        this.outputFolder = outputFolder;
        this.chain = new RunChain(runs());
    }

    /** The folders of all published runs, in the order of their names. */
    public List<Path> runs() throws IOException {
        if (!Files.isDirectory(outputFolder)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(outputFolder)) {
            return folders.filter(folder -> Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
                    .filter(folder -> isNameOfARun(folder.getFileName().toString()))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isNameOfARun(String name) {
        return name.matches("-?[0-9]{4,}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}");
    }

    /** Whether the manifest of a run can be gone by: it is there and as it was written, or all but one byte of it is. */
    public static boolean isProven(Path run) throws IOException {
        return written(run).isPresent();
    }

    /**
     * What the manifest of a run said when it was written.
     *
     * @throws IllegalArgumentException if that can't be told, see {@link #isProven}
     */
    public static Map<String, Object> manifest(Path run) throws IOException {
        return Manifest.read(
                written(run).orElseThrow(() -> new IllegalArgumentException("no proven manifest: " + run)));
    }

    /** By which newer version a run was written, in words; nothing if by none, or if its manifest only says so by a byte. */
    public static Optional<String> writtenByNewerVersion(Path run) throws IOException {
        Path manifest = run.resolve(Manifest.FILE_NAME);
        Optional<byte[]> written = written(run);
        boolean isOneByteOtherwise =
                written.isPresent() && Arrays.mismatch(written.get(), Files.readAllBytes(manifest)) >= 0;
        return isOneByteOtherwise ? Optional.empty() : Manifest.writtenByNewerVersion(run);
    }

    private static Optional<byte[]> written(Path run) throws IOException {
        Path manifest = run.resolve(Manifest.FILE_NAME);
        if (!Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
            return Optional.empty();
        }
        byte[] bytes = Files.readAllBytes(manifest);
        return ManifestChecksum.fits(bytes) ? Optional.of(bytes) : ManifestChecksum.whole(bytes);
    }

    /** What is to be known of the proof of a run whose manifest has no seal of its own; nothing if it has one. */
    public Optional<String> withoutSeal(Path run) throws IOException {
        Optional<String> older = Manifest.writtenByOlderVersion(run);
        if (older.isEmpty() || ManifestChecksum.isOn(Files.readAllBytes(run.resolve(Manifest.FILE_NAME)))) {
            return Optional.empty();
        }
        Optional<Path> proof = chain.sealedRunAfter(run);
        return Optional.of("it " + older.get() + ", whose manifest carries no seal of its own; "
                + (proof.isPresent()
                        ? "the manifest is proven by the chain that ends in the seal of "
                                + proof.get().getFileName()
                        : "no sealed run after it proves the manifest, so that what else the manifest says can't be"
                                + " proven"));
    }

    /** What one run is not as it was published; nothing if all of it is. */
    public List<String> differences(Path run) throws IOException {
        Path file = run.resolve(Manifest.FILE_NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(Manifest.FILE_NAME + " is missing");
        }
        byte[] now = Files.readAllBytes(file);
        boolean isOlder = Manifest.writtenByOlderVersion(run).isPresent() && !ManifestChecksum.isOn(now);
        Optional<byte[]> written = isOlder ? Optional.of(now) : written(run);
        if (written.isEmpty()) {
            return List.of(Manifest.FILE_NAME + " is not as it was written: its seal does not fit");
        }
        List<String> differences = new ArrayList<>();
        int at = Arrays.mismatch(written.get(), now);
        if (at >= 0) {
            differences.add(Manifest.FILE_NAME + " is not as it was written"
                    + where(file, at, shown(written.get()[at] & 0xFF)));
        }
        try {
            Map<String, Object> manifest = Manifest.read(written.get());
            identity(run, manifest, differences);
            chain(manifest, differences);
            files(run, manifest, differences);
            if (isOlder) {
                rows(run, manifest, differences);
            }
        } catch (JsonParseException e) {
            differences.add(Manifest.FILE_NAME + " can't be read");
        }
        return differences;
    }

    /** The folder's name, the digest and the inputs belong together. */
    private static void identity(Path run, Map<String, Object> manifest, List<String> differences) {
        Map<String, String> inputs = new TreeMap<>();
        for (Map<?, ?> input : files(manifest, "inputs")) {
            inputs.put(text(input, "file"), text(input, "sha256"));
        }
        try {
            RunIdentity identity = RunIdentity.of(inputs, Manifest.day(manifest), text(manifest, "program_version"));
            if (!identity.digest().equals(text(manifest, "input_digest"))) {
                differences.add(Manifest.FILE_NAME + ": input_digest is not that of the inputs it lists");
            }
            if (!run.getFileName().toString().equals(identity.folderName())) {
                differences.add("the folder is not named after its input: it should be " + identity.folderName());
            }
        } catch (DateTimeParseException e) {
            differences.add(Manifest.FILE_NAME + ": as_of is no date");
        }
    }

    private void chain(Map<String, Object> manifest, List<String> differences) {
        String previous = Manifest.previous(manifest);
        if (!previous.isEmpty() && chain.runWith(previous).isEmpty()) {
            differences.add("the run before it, whose manifest has the SHA-256 " + previous
                    + ", is not among the published runs, or not as it was");
        }
    }

    private static void files(Path run, Map<String, Object> manifest, List<String> differences) throws IOException {
        Set<String> listed = new TreeSet<>();
        for (Map<?, ?> output : files(manifest, "outputs")) {
            String name = text(output, "file");
            listed.add(name);
            Path path = inside(run, name);
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                differences.add(name + " is missing");
            } else {
                FileDigest now = FileDigest.of(path);
                String sha256 = text(output, "sha256");
                if (!now.sha256().equals(sha256)) {
                    differences.add(name + " is not as it was published"
                            + whatIsOtherwise(path, now.sums(), sha256, text(output, Manifest.SUMS)));
                }
            }
        }
        for (String name : names(run)) {
            if (!name.equals(Manifest.FILE_NAME) && !listed.contains(name)) {
                differences.add(name + " was added");
            }
        }
    }

    /** In what a file is otherwise than published: the byte, if it is one; nothing if the manifest has no sums. */
    private static String whatIsOtherwise(Path file, ByteSums now, String sha256, String sumsInHex) throws IOException {
        Optional<ByteSums> published = ByteSums.ofHex(sumsInHex);
        if (published.isEmpty()) {
            return "";
        }
        Optional<ByteSums.OtherByte> one = published.get().oneByteBefore(now, file);
        if (one.isPresent() && Sha256.of(file, one.get().at(), one.get().was()).equals(sha256)) {
            return where(file, one.get().at(), shown(one.get().was()));
        }
        return now.bytes() == published.get().bytes()
                ? ": more than one byte is otherwise"
                : ": it has " + now.bytes() + " bytes, published were "
                        + published.get().bytes();
    }

    private static String where(Path file, long at, String published) throws IOException {
        return ": byte " + (at + 1) + ", line " + lineOf(file, at) + ": published " + published + ", now "
                + byteAt(file, at);
    }

    /** The file of that name in the run's folder; the folder itself, which is no file, for a name that is none of its files. */
    private static Path inside(Path run, String name) {
        try {
            Path path = run.resolve(name).normalize();
            return path.startsWith(run) ? path : run;
        } catch (InvalidPathException e) {
            return run;
        }
    }

    /** The counts of rows, where no seal proves what the manifest says of them. */
    private static void rows(Path run, Map<String, Object> manifest, List<String> differences) throws IOException {
        for (Map<?, ?> output : files(manifest, "outputs")) {
            String name = text(output, "file");
            Path file = inside(run, name);
            if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                long rows = rowsOf(file);
                if (!String.valueOf(rows).equals(String.valueOf(output.get("rows")))) {
                    differences.add(Manifest.FILE_NAME + " counts " + output.get("rows") + " rows of " + name
                            + ", which has " + rows);
                }
            }
        }
    }

    /** How many rows a CSV file has below its header. */
    private static long rowsOf(Path file) throws IOException {
        long rows = -1;
        boolean quoted = false;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                for (int i = 0; i < read; i++) {
                    quoted ^= buffer[i] == '"';
                    rows += buffer[i] == '\n' && !quoted ? 1 : 0;
                }
            }
        }
        return rows;
    }

    /** The run that was published before a run; nothing for the first, or if it isn't there. */
    public Optional<Path> runBefore(Path run) throws IOException {
        return chain.runWith(Manifest.previous(manifest(run)));
    }

    /**
     * In what two folders differ, file by file: the first byte of each file that is otherwise, with what stands there.
     *
     * @param published what was published
     * @param recomputed what the same input gives now
     */
    public static List<String> firstDifferences(Path published, Path recomputed) throws IOException {
        Set<String> names = new TreeSet<>(names(published));
        names.addAll(names(recomputed));
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Path one = published.resolve(name);
            Path other = recomputed.resolve(name);
            if (!Files.isRegularFile(one, LinkOption.NOFOLLOW_LINKS)) {
                differences.add(name + " is missing");
            } else if (!Files.isRegularFile(other, LinkOption.NOFOLLOW_LINKS)) {
                differences.add(name + " was added");
            } else {
                firstDifference(one, other).ifPresent(where -> differences.add(name + " differs first at " + where));
            }
        }
        return differences;
    }

    private static Set<String> names(Path folder) throws IOException {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> all = Files.walk(folder)) {
            all.filter(path -> !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(
                            path -> names.add(folder.relativize(path).toString().replace('\\', '/')));
        }
        return names;
    }

    private static Optional<String> firstDifference(Path published, Path recomputed) throws IOException {
        long at = Files.mismatch(published, recomputed);
        if (at < 0) {
            return Optional.empty();
        }
        return Optional.of("byte " + (at + 1) + ", line " + lineOf(published, at) + ": published "
                + byteAt(published, at) + ", recomputed " + byteAt(recomputed, at));
    }

    private static String byteAt(Path file, long at) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(at, Files.size(file)));
            int read = in.read();
            return read < 0 ? "nothing more" : shown(read);
        }
    }

    private static String shown(int read) {
        return read > ' ' && read < 0x7F ? "\"" + (char) read + "\"" : String.format("0x%02x", read);
    }

    private static long lineOf(Path file, long at) throws IOException {
        long line = 1;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            long left = at;
            for (int read = in.read(buffer); read > 0 && left > 0; read = in.read(buffer)) {
                for (int i = 0; i < Math.min(read, left); i++) {
                    line += buffer[i] == '\n' ? 1 : 0;
                }
                left -= read;
            }
        }
        return line;
    }

    private static List<Map<?, ?>> files(Map<?, ?> manifest, String key) {
        List<Map<?, ?>> files = new ArrayList<>();
        if (manifest.get(key) instanceof List<?> entries) {
            for (Object entry : entries) {
                if (entry instanceof Map<?, ?> file) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static String text(Map<?, ?> of, String key) {
        return of.get(key) instanceof String text ? text : "";
    }
}
