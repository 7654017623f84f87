package io.earnout.batch;

import io.earnout.publish.FilePermissions;
import io.earnout.publish.Publication;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;

/** One run at a time works in an output folder: a lock of the operating system, which ends with its process. */
public final class RunLock implements AutoCloseable {

    private final Path outputFolder;
    private final FileChannel channel;
    private final boolean held;

    /** The file that is locked, whatever its name; nothing where the file system can't tell files apart. */
    private final Optional<Object> locked;

    private RunLock(Path outputFolder, FileChannel channel, boolean held) throws IOException {
        this.outputFolder = outputFolder;
        this.channel = channel;
        this.held = held;
        this.locked = held ? whichFile(outputFolder) : Optional.empty();
    }

    /**
     * Tries to take the lock; whether it did is {@link #isHeld()}. Makes the output folder if it isn't there.
     *
     * @throws IOException if nothing can be written there
     */
    public static RunLock take(Path output) throws IOException {
        Path outputFolder = absolute(output);
        FilePermissions.createFolders(outputFolder);
        Path file = file(outputFolder);
        FilePermissions.refuseLink(file);
        FileChannel channel = FilePermissions.openForLock(file);
        try {
            return new RunLock(outputFolder, channel, channel.tryLock() != null);
        } catch (OverlappingFileLockException e) {
            // another run in this very process: held all the same
            return new RunLock(outputFolder, channel, false);
        } catch (IOException e) {
            channel.close();
            throw Publication.notHere(file, "locks no files", e);
        }
    }

    private static Path file(Path outputFolder) {
        return outputFolder.resolve(".lock");
    }

    private static Optional<Object> whichFile(Path outputFolder) throws IOException {
        return Optional.ofNullable(
                Files.readAttributes(file(outputFolder), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                        .fileKey());
    }

    private static Path absolute(Path output) {
        return output.toAbsolutePath().normalize();
    }

    /** Whether this run holds the lock; otherwise another one does. */
    public boolean isHeld() {
        return held;
    }

    /**
     * Proves that no other run can have begun meanwhile: the locked file is the one that others would lock.
     *
     * @throws FileSystemException if it was taken away, or another is in its place
     */
    void proveStillHeld() throws IOException {
        boolean there;
        try {
            there = whichFile(outputFolder).equals(locked);
        } catch (NoSuchFileException takenAway) {
            there = false;
        }
        if (!held || !there) {
            throw new FileSystemException(
                    file(outputFolder).toString(),
                    null,
                    "was taken away while the run worked, and another may have begun; nothing was published: run again");
        }
    }

    /** Whether another run has begun in the output folder, after this one's lock was taken away. */
    public boolean isAnothersNow() throws IOException {
        try {
            return !whichFile(outputFolder).equals(locked);
        } catch (NoSuchFileException nobodysYet) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
