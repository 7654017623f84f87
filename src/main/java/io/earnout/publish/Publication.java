package io.earnout.publish;

import io.earnout.output.OutputFile;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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

    /** Says what a file system would have to do, and why it doesn't. */
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

    /**
     * What the input check counted, and what therefore must come out.
     *
     * @param agreements how many agreements are settled
     * @param years how many assessment years they have
     * @param considerationShares how many shares they are about
     * @param readings the reading, where there is one agreement
     */
    public record Expected(
            long agreements,
            long years,
            BigInteger considerationShares,
            Optional<String> readings,
            Map<String, Long> inputRows) {}

    /** A run that is proven and safe on the disk, and not yet where people look. */
    public final class Proven {

        private final Path staged;

        private Proven(Path staged) {
            this.staged = staged;
        }

        /** Moves it into place, whole. */
        public void publish() throws IOException {
            // what can still fail for want of room comes before the run is there for everybody
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
     * @param sums over what was written
     * @throws FileSystemException if what is read back is not what was written
     * @throws IllegalStateException if the files contradict each other or what was expected
     */
    public Proven prove(Path staged, Expected expected, ControlSums sums) throws IOException {
        refuseToReplaceWhatIsNoLink();
        Map<OutputFile, ReadBack> files = readBack(staged);
        for (Map.Entry<OutputFile, ReadBack> file : files.entrySet()) {
            sums.prove(
                    staged.resolve(file.getKey().fileName()),
                    file.getValue().proof().controlSum());
        }
        prove(files, expected);
        Map<String, FileDigest> forPeople = sums.provenForPeople(staged);
        String manifest = Manifest.of(
                identity,
                expected.inputRows(),
                files,
                forPeople,
                totals(files),
                expected.readings(),
                previousManifest());
        try (OutputStream out = FilePermissions.create(staged.resolve(Manifest.FILE_NAME))) {
            out.write(manifest.getBytes(StandardCharsets.UTF_8));
        }
        for (OutputFile file : OutputFile.values()) {
            force(staged.resolve(file.fileName()));
        }
        for (String file : forPeople.keySet()) {
            force(staged.resolve(file));
        }
        force(staged.resolve(Manifest.FILE_NAME));
        try (Stream<Path> all = Files.walk(staged)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                force(folder);
            }
        }
        return new Proven(staged);
    }

    /** Lets {@code latest} point to this run's folder. */
    public void pointLatestHere() throws IOException {
        Path latest = outputFolder.resolve(LATEST);
        if (!Files.isSymbolicLink(latest) || !Files.readSymbolicLink(latest).equals(Path.of(identity.folderName()))) {
            replaceLatestBy(newLink());
        }
    }

    /** A link to this run's folder that only needs to be renamed; one that a killed run left gives way. */
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
            throw new FileSystemException(latest.toString(), null, "is no link that a run made; move it away");
        }
    }

    private static Map<OutputFile, ReadBack> readBack(Path staged) throws IOException {
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Map<OutputFile, Future<ReadBack>> reading = new EnumMap<>(OutputFile.class);
            for (OutputFile file : OutputFile.values()) {
                Callable<ReadBack> read =
                        () -> ReadBack.of(staged.resolve(file.fileName()), file, file.summedColumns());
                reading.put(file, readers.submit(read));
            }
            Map<OutputFile, ReadBack> files = new EnumMap<>(OutputFile.class);
            for (Map.Entry<OutputFile, Future<ReadBack>> read : reading.entrySet()) {
                files.put(read.getKey(), read.getValue().get());
            }
            return files;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the staged files were read back", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalStateException contradiction) {
                throw contradiction;
            }
            throw new IOException("a staged file can't be read back", e);
        } finally {
            readers.shutdownNow();
        }
    }

    private static void prove(Map<OutputFile, ReadBack> files, Expected expected) {
        ReadBack releases = of(OutputFile.RELEASE_INSTRUCTIONS, files);
        ReadBack cancellations = of(OutputFile.CANCELLATION_LIST, files);
        ReadBack years = of(OutputFile.RECONCILIATION_REPORT, files);
        ReadBack positions = of(OutputFile.POSITIONS, files);
        List<String> broken = new ArrayList<>();
        equal("agreements", positions.rows(), expected.agreements(), broken);
        equal("terms", of(OutputFile.TERMS, files).rows(), expected.agreements(), broken);
        equal("assessment years", years.rows(), expected.years(), broken);
        equal("deposited", positions.sum("consideration_shares"), expected.considerationShares(), broken);
        equal("tranches", years.sum("tranche_shares"), expected.considerationShares(), broken);
        equal("conserved", parts(positions), expected.considerationShares(), broken);
        equal("check", positions.sum("check"), BigInteger.ZERO, broken);
        equal(
                "releasable",
                releases.sum("shares_to_instruct").add(releases.sum("instructed_shares")),
                positions.sum("releasable"),
                broken);
        equal("released", years.sum("confirmed_released_shares"), positions.sum("confirmed_released"), broken);
        equal(
                "released and entitled",
                releases.sum("confirmed_shares")
                        .add(years.sum("over_released_shares"))
                        .add(years.sum("undecided_released_shares")),
                positions.sum("confirmed_released"),
                broken);
        equal("returned", years.sum("confirmed_returned_shares"), positions.sum("confirmed_returned"), broken);
        equal("entitled", releases.sum("entitled_shares"), earnedOrRestored(years), broken);
        stillThere(releases, years, positions, broken);
        equal("to cancel", cancellations.sum("shares_to_cancel"), years.sum("outstanding_deducted_shares"), broken);
        equal("ever deducted", cancellations.sum("deducted_shares"), years.sum("deducted_shares"), broken);
        equal("restored", cancellations.sum("restored_shares"), years.sum("restored_into_shares"), broken);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the staged files contradict each other: " + String.join("; ", broken));
        }
    }

    /** What the lines are entitled to, that of the years included whose missed target blocks it: their earned shares are 0. */
    private static BigInteger earnedOrRestored(ReadBack years) {
        return years.sum("tranche_shares")
                .subtract(years.sum("unassessed_shares"))
                .subtract(years.sum("deducted_shares"))
                .add(years.sum("restored_into_shares"));
    }

    /**
     * What is held, deducted and not assessed is in escrow, but for what was released too much or returned: that was taken
     * from it, and nothing else.
     */
    private static void stillThere(ReadBack releases, ReadBack years, ReadBack positions, List<String> broken) {
        BigInteger out = years.sum("over_released_shares")
                .add(years.sum("undecided_released_shares"))
                .add(years.sum("confirmed_returned_shares"));
        BigInteger taken = BigInteger.ZERO;
        Map<String, BigInteger> computed = Map.of(
                "held", releases.sum("held_shares"),
                "deducted", years.sum("outstanding_deducted_shares"),
                "unassessed", years.sum("unassessed_shares"));
        for (Map.Entry<String, BigInteger> part : computed.entrySet()) {
            BigInteger missing = part.getValue().subtract(positions.sum(part.getKey()));
            taken = taken.add(missing);
            if (missing.signum() < 0 || missing.compareTo(out) > 0) {
                broken.add(part.getKey() + " " + part.getValue() + " against " + positions.sum(part.getKey()));
            }
        }
        if (taken.compareTo(out) > 0) {
            broken.add("taken out of escrow " + taken + " against " + out);
        }
    }

    /** Every share is in one of six places. */
    private static BigInteger parts(ReadBack positions) {
        return positions
                .sum("confirmed_released")
                .add(positions.sum("releasable"))
                .add(positions.sum("held"))
                .add(positions.sum("deducted"))
                .add(positions.sum("unassessed"))
                .add(positions.sum("confirmed_returned"));
    }

    private static ReadBack of(OutputFile file, Map<OutputFile, ReadBack> files) {
        ReadBack read = files.get(file);
        if (read == null) {
            throw new IllegalStateException("every file is read back: " + file);
        }
        return read;
    }

    private static void equal(String what, Object one, Object other, List<String> broken) {
        if (!one.equals(other)) {
            broken.add(what + " " + one + " against " + other);
        }
    }

    private static Map<String, BigInteger> totals(Map<OutputFile, ReadBack> files) {
        ReadBack positions = of(OutputFile.POSITIONS, files);
        ReadBack releases = of(OutputFile.RELEASE_INSTRUCTIONS, files);
        Map<String, BigInteger> totals = new LinkedHashMap<>();
        totals.put("agreements", BigInteger.valueOf(positions.rows()));
        totals.put("consideration_shares", positions.sum("consideration_shares"));
        totals.put(
                "entitled_shares", of(OutputFile.RECONCILIATION_REPORT, files).sum("entitled_shares"));
        totals.put("confirmed_released", positions.sum("confirmed_released"));
        totals.put("instructed_shares", releases.sum("instructed_shares"));
        totals.put("shares_to_instruct", releases.sum("shares_to_instruct"));
        totals.put("held_shares", positions.sum("held"));
        totals.put("shares_to_cancel", positions.sum("deducted"));
        totals.put("confirmed_returned", positions.sum("confirmed_returned"));
        totals.put("unassessed_shares", positions.sum("unassessed"));
        totals.put("lowest_entitlement", positions.sum("lowest_entitlement"));
        totals.put("highest_entitlement", positions.sum("highest_entitlement"));
        return totals;
    }

    /** The folder of the run that was published before; nothing for the first. */
    public Optional<Path> previousRun() {
        Path latest = outputFolder.resolve(LATEST);
        return Files.isDirectory(latest) ? Optional.of(latest) : Optional.empty();
    }

    private Optional<String> previousManifest() throws IOException {
        Path manifest = outputFolder.resolve(LATEST).resolve(Manifest.FILE_NAME);
        return Files.isRegularFile(manifest) ? Optional.of(Sha256.of(manifest)) : Optional.empty();
    }

    private static void force(Path path) throws IOException {
        StandardOpenOption how = Files.isDirectory(path) ? StandardOpenOption.READ : StandardOpenOption.WRITE;
        try (FileChannel channel = FileChannel.open(path, how)) {
            channel.force(true);
        }
    }
}
