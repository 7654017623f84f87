package io.earnout.publish;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code manifest.json}: what went into a run and what came out of it, so that both can be proven later.
 *
 * @param identity as-of date, program version and input digest
 * @param inputs the input files
 * @param reading the agreement's reading, where there is one agreement
 * @param outputs every file of the run but the manifest
 * @param totals the control totals of shares
 * @param previous the SHA-256 of the manifest of the run published before; empty for the first
 */
public record Manifest(
        RunIdentity identity,
        List<FileEntry> inputs,
        Optional<String> reading,
        List<FileEntry> outputs,
        Map<String, BigInteger> totals,
        String previous) {

    public static final String FILE_NAME = "manifest.json";

    /** Raised whenever the files of a run change in a way that matters to the run after it. */
    static final int SCHEMA_VERSION = 3;

    /**
     * A file that went in or came out.
     *
     * @param rows where it is a CSV file
     */
    record FileEntry(String name, String sha256, Optional<Long> rows) {}

    /** Which schema a manifest has, and which program version wrote it. */
    record WrittenBy(int schema, String version) {

        @Override
        public String toString() {
            return "was written by another version of this program (" + (version.isEmpty() ? "" : version + ", ")
                    + "manifest schema " + schema + ", not " + SCHEMA_VERSION + ")";
        }
    }

    String toJson() {
        return ManifestChecksum.on(ManifestJson.write(this));
    }

    /**
     * Reads the manifest of a published run.
     *
     * @throws UnreadableManifest if it is no manifest of this version
     */
    public static Manifest of(Path run) throws IOException {
        return ManifestJson.read(Files.readAllBytes(run.resolve(FILE_NAME)));
    }

    /** Says which other version wrote a run, which this version can't read; nothing if this version can. */
    public static Optional<String> writtenByAnotherVersion(Path run) throws IOException {
        Path file = run.resolve(FILE_NAME);
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            WrittenBy writtenBy = ManifestJson.writtenBy(Files.readAllBytes(file));
            return writtenBy.schema() == 0 || writtenBy.schema() == SCHEMA_VERSION
                    ? Optional.empty()
                    : Optional.of(writtenBy.toString());
        } catch (UnreadableManifest damaged) {
            return Optional.empty(); // the proof of the run says so
        }
    }

    /** Which files of a published run are missing or were changed; nothing if all are as they were published. */
    public static List<String> differencesIn(Path run) throws IOException {
        Path file = run.resolve(FILE_NAME);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return List.of(FILE_NAME + " is missing");
        }
        byte[] manifest = Files.readAllBytes(file);
        if (!ManifestChecksum.fits(manifest)) {
            return List.of(FILE_NAME + " was changed");
        }
        List<String> differences = new ArrayList<>();
        Set<String> found = ControlSums.filesIn(run);
        for (FileEntry output : ManifestJson.read(manifest).outputs()) {
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
        added.remove(FILE_NAME);
        of(run).outputs().forEach(output -> added.remove(output.name()));
        return added.stream().map(name -> name + " was added").toList();
    }
}
