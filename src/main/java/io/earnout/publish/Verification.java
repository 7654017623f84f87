package io.earnout.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks that published runs are unchanged: every file that was published is there, to the byte, and no other; the folder is
 * named after the input that its manifest lists; and the previous run is there as well.
 */
public final class Verification {

    private final Path outputFolder;

    /** The published runs by the SHA-256 of their manifests: each manifest names that of the previous run. */
    private final Map<String, Path> chain = new HashMap<>();

    /** Of the runs in an output folder. */
    public Verification(Path outputFolder) throws IOException {
        this.outputFolder = outputFolder;
        for (Path run : runs()) {
            Path manifest = run.resolve(Manifest.FILE_NAME);
            if (Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
                chain.put(Sha256.of(manifest), run);
            }
        }
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

    /** The same in the order in which they were published, each after the one before it. */
    public List<Path> runsAsPublished() throws IOException {
        Map<Path, Integer> before = new HashMap<>();
        for (Path run : runs()) {
            before.put(run, runsBefore(run));
        }
        return before.keySet().stream()
                .sorted(Comparator.comparing((Path run) -> before.getOrDefault(run, 0))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    private int runsBefore(Path run) throws IOException {
        int count = 0;
        Set<Path> seen = new HashSet<>(Set.of(run));
        Optional<Path> before = isManifestUnchanged(run) ? runBefore(run) : Optional.empty();
        while (before.isPresent() && seen.add(before.get())) {
            count++;
            before = isManifestUnchanged(before.get()) ? runBefore(before.get()) : Optional.empty();
        }
        return count;
    }

    private static boolean isNameOfARun(String name) {
        return name.matches("-?[0-9]{4,}-[0-9]{2}-[0-9]{2}-[0-9a-f]{12}");
    }

    /** How a run differs from what was published; nothing if it is unchanged. */
    public List<String> differences(Path run) throws IOException {
        Optional<String> anotherVersion = ManifestFile.writtenByAnotherVersion(run);
        if (anotherVersion.isPresent()) {
            return List.of(Manifest.FILE_NAME + " " + anotherVersion.get()
                    + ", or was changed: verify the run with the version that wrote it");
        }
        List<String> differences = new ArrayList<>(ManifestFile.differencesIn(run));
        if (isManifestUnchanged(run)) {
            differences.addAll(ManifestFile.addedTo(run));
            Manifest manifest = ManifestFile.read(run);
            identity(run, manifest, differences);
            if (!manifest.previous().isEmpty() && runBefore(run).isEmpty()) {
                differences.add("the previous run is missing or was changed: no run has a manifest with the SHA-256 "
                        + manifest.previous());
            }
        }
        return differences;
    }

    /** Whether the manifest of a run is as it was written, so that the run can be computed again by what it says. */
    public static boolean isManifestUnchanged(Path run) throws IOException {
        Path manifest = run.resolve(Manifest.FILE_NAME);
        return Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)
                && ManifestChecksum.fits(Files.readAllBytes(manifest))
                && ManifestFile.writtenByAnotherVersion(run).isEmpty();
    }

    /** The folder's name, the digest and the inputs belong together. */
    private static void identity(Path run, Manifest manifest, List<String> differences) {
        RunIdentity written = manifest.identity();
        RunIdentity recomputed = RunIdentity.of(written.inputs(), written.day(), written.version());
        if (!recomputed.digest().equals(written.digest())) {
            differences.add(Manifest.FILE_NAME + ": input_digest is not that of the inputs it lists");
        }
        if (!run.getFileName().toString().equals(recomputed.folderName())) {
            differences.add("the folder is not named after its input: it should be " + recomputed.folderName());
        }
    }

    /** The run that was published before a run; nothing for the first, or if it is missing or was changed. */
    public Optional<Path> runBefore(Path run) throws IOException {
        return Optional.ofNullable(chain.get(ManifestFile.read(run).previous()));
    }

    /**
     * How two folders differ, file by file, with the first byte that differs.
     *
     * @param published what was published
     * @param recomputed the result of the same input today
     */
    public static List<String> firstDifferences(Path published, Path recomputed) throws IOException {
        Set<String> ofPublished = ControlSums.filesIn(published);
        Set<String> names = ControlSums.filesIn(recomputed);
        names.addAll(ofPublished);
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            Path one = published.resolve(name);
            Path other = recomputed.resolve(name);
            if (ofPublished.contains(name) && Files.isRegularFile(other)) {
                long at = Files.mismatch(one, other);
                if (at >= 0) {
                    differences.add(name + " differs first at byte " + (at + 1) + ", line " + lineOf(one, at)
                            + ": published " + byteAt(one, at) + ", recomputed " + byteAt(other, at));
                }
            }
        }
        return differences;
    }

    private static String byteAt(Path file, long at) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            in.skipNBytes(Math.min(at, Files.size(file)));
            int read = in.read();
            if (read < 0) {
                return "the end of the file";
            }
            return read > ' ' && read < 0x7F ? "\"" + (char) read + "\"" : String.format("0x%02x", read);
        }
    }

    private static long lineOf(Path file, long at) throws IOException {
        long line = 1;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] buffer = new byte[64 * 1024];
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
}
