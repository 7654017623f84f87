package io.earnout.publish;

import io.earnout.output.OutputFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Publishes a staged run: reads every file back from the disk, adds its shares up again, compares the sums with each other
 * and with what the input check counted, writes the manifest, and only then moves the folder into place, whole.
 */
public final class Publication {

    public static final String LATEST = "latest";

    private final Path outputFolder;
    private final RunIdentity identity;

    public Publication(Path outputFolder, RunIdentity identity) {
        this.outputFolder = outputFolder;
        this.identity = identity;
    }

    /**
     * Proves, before any work is done, that the file system of the output folder can do what publishing needs: force folders to
     * the disk, and make links.
     *
     * @throws FileSystemException if it can't
     */
    public static void proveFileSystem(Path outputFolder) throws IOException {
        try {
            force(outputFolder);
        } catch (IOException e) {
            throw notHere(outputFolder, "forces no folders to the disk", e);
        }
        try {
            Files.delete(newLink(outputFolder, LATEST));
        } catch (IOException | UnsupportedOperationException e) {
            throw notHere(outputFolder, "makes no symbolic links", e);
        }
    }

    /** Explains which operation a file system doesn't support. */
    public static FileSystemException notHere(Path path, String failing, Exception cause) {
        String why = cause instanceof FileSystemException onDisk && onDisk.getReason() != null
                ? onDisk.getReason()
                : String.valueOf(cause.getMessage());
        FileSystemException notHere = new FileSystemException(
                path.toString(),
                null,
                "the file system here " + failing + " (" + why + "): choose an output folder on another disk");
        notHere.addSuppressed(cause);
        return notHere;
    }

    /** A run that is proven and forced to the disk, and not yet published. */
    public final class Proven {

        private final Path staged;

        private Proven(Path staged) {
            this.staged = staged;
        }

        /** Moves it into place, whole. */
        public void publish() throws IOException {
            // what can fail on a full disk comes before the run is visible
            Path link = newLink();
            try {
                Files.move(staged, outputFolder.resolve(identity.folderName()), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException notMoved) {
                Files.deleteIfExists(link);
                throw notMoved;
            }
            force(outputFolder);
            replaceLatestBy(link);
        }
    }

    /**
     * Proves a run and writes its manifest.
     *
     * @param staged the folder that the run was written into, on the same file system as the output folder
     * @param needsAPerson whether something is held, overdue or in conflict
     * @param sums over what was written
     * @param totals the staged CSV files as they were read back
     * @throws FileSystemException if what is read back is not what was written
     * @throws IllegalStateException if the files contradict each other or what was expected
     */
    public Proven prove(
            Path staged, ExpectedCounts expected, boolean needsAPerson, ControlSums sums, ControlTotals totals)
            throws IOException {
        refuseToReplaceWhatIsNoLink();
        List<Manifest.FileEntry> outputs = new ArrayList<>();
        for (OutputFile file : OutputFile.values()) {
            ReadBack read = totals.of(file);
            sums.prove(file.fileName(), read.crc(), read.bytes());
            sums.proveLength(staged.resolve(file.fileName()));
            outputs.add(
                    new Manifest.FileEntry(file.fileName(), sums.sha256(file.fileName()), Optional.of(read.rows())));
        }
        totals.prove(expected);
        sums.provenForPeople(staged)
                .forEach((name, sha256) -> outputs.add(new Manifest.FileEntry(name, sha256, Optional.empty())));
        Manifest manifest = new Manifest(
                identity,
                inputs(expected),
                expected.readings(),
                Optional.of(needsAPerson),
                outputs,
                totals.totals(),
                previousManifest());
        ManifestFile.write(manifest, staged);
        try (Stream<Path> all = Files.walk(staged)) {
            // a folder after what is in it
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                force(path);
            }
        }
        return new Proven(staged);
    }

    private List<Manifest.FileEntry> inputs(ExpectedCounts expected) {
        List<Manifest.FileEntry> inputs = new ArrayList<>();
        identity.inputs()
                .forEach((name, sha256) -> inputs.add(new Manifest.FileEntry(
                        name, sha256, Optional.ofNullable(expected.inputRows().get(name)))));
        return inputs;
    }

    /** Lets {@code latest} point to this run's folder. */
    public void pointLatestHere() throws IOException {
        Path latest = outputFolder.resolve(LATEST);
        if (!Files.isSymbolicLink(latest) || !Files.readSymbolicLink(latest).equals(Path.of(identity.folderName()))) {
            replaceLatestBy(newLink());
        }
    }

    /** A link to this run's folder that only needs to be renamed; it replaces one that a killed run left. */
    private Path newLink() throws IOException {
        return newLink(outputFolder, identity.folderName());
    }

    private static Path newLink(Path outputFolder, String target) throws IOException {
        Path link = outputFolder.resolve("." + LATEST + ".new");
        Files.deleteIfExists(link);
        return Files.createSymbolicLink(link, Path.of(target));
    }

    private void replaceLatestBy(Path link) throws IOException {
        Path latest = outputFolder.resolve(LATEST);
        try {
            Files.move(link, latest, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(link, latest, StandardCopyOption.REPLACE_EXISTING);
        }
        force(outputFolder);
    }

    private void refuseToReplaceWhatIsNoLink() throws IOException {
        Path latest = outputFolder.resolve(LATEST);
        if (Files.exists(latest, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(latest)) {
            throw new FileSystemException(latest.toString(), null, "is not a link created by a run; move it away");
        }
    }

    /** The folder of the previous run; nothing for the first. */
    public Optional<Path> previousRun() {
        Path latest = outputFolder.resolve(LATEST);
        return Files.isDirectory(latest) ? Optional.of(latest) : Optional.empty();
    }

    private String previousManifest() throws IOException {
        Path manifest = outputFolder.resolve(LATEST).resolve(Manifest.FILE_NAME);
        return Files.isRegularFile(manifest) ? Sha256.of(manifest) : "";
    }

    private static void force(Path path) throws IOException {
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
