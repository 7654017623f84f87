package io.earnout.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The manifest in the folder of a run, and the comparison of the folder with it. */
public final class ManifestFile {

    private static final String NAME = Manifest.FILE_NAME;

    private ManifestFile() {}

    static void write(Manifest manifest, Path run) throws IOException {
        try (OutputStream out = FilePermissions.create(run.resolve(NAME))) {
            out.write(ManifestChecksum.on(ManifestJson.write(manifest)).getBytes(StandardCharsets.UTF_8));
        }
    }

    /**
     * Reads the manifest of a published run.
     *
     * @throws UnreadableManifest if it is no manifest of this version
     */
    public static Manifest read(Path run) throws IOException {
        return ManifestJson.read(Files.readAllBytes(run.resolve(NAME)));
    }

    /** Says which other version wrote a run, which this version can't read; nothing if this version can. */
    public static Optional<String> writtenByAnotherVersion(Path run) throws IOException {
        Path file = run.resolve(NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            Manifest.WrittenBy writtenBy = ManifestJson.writtenBy(Files.readAllBytes(file));
            return writtenBy.schema() == 0 || writtenBy.schema() == Manifest.SCHEMA_VERSION
                    ? Optional.empty()
                    : Optional.of(writtenBy.toString());
        } catch (UnreadableManifest damaged) {
            return Optional.empty(); // the proof of the run says so
        }
    }

    /** Which files of a published run are missing or were changed; nothing if all are as they were published. */
    public static List<String> differencesIn(Path run) throws IOException {
        Path file = run.resolve(NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(NAME + " is missing");
        }
        byte[] manifest = Files.readAllBytes(file);
        if (!ManifestChecksum.fits(manifest)) {
            return List.of(NAME + " was changed");
        }
        List<String> differences = new ArrayList<>();
        Set<String> found = ControlSums.filesIn(run);
        for (Manifest.FileEntry output : ManifestJson.read(manifest).outputs()) {
            Path path = run.resolve(output.name());
            if (!found.contains(output.name()) || !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                differences.add(output.name() + " is missing");
            } else if (!Sha256.of(path).equals(output.sha256())) {
                differences.add(output.name() + " was changed");
            }
        }
        return differences;
    }

    /** Which files a published run didn't have. */
    static List<String> addedTo(Path run) throws IOException {
        Set<String> added = ControlSums.filesIn(run);
        added.remove(NAME);
        read(run).outputs().forEach(output -> added.remove(output.name()));
        return added.stream().map(name -> name + " was added").toList();
    }
}
