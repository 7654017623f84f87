package io.earnout.job;

import io.earnout.output.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** One run at a time in an output folder: a lock of the operating system, which dies with its holder. */
public final class RunLock implements AutoCloseable {

    private final Path outputFolder;
    private final FileChannel channel;
    private final boolean held;

    private RunLock(Path outputFolder, FileChannel channel, boolean held) {
        this.outputFolder = outputFolder;
        this.channel = channel;
        this.held = held;
    }

    /**
     * Tries to take the lock; whether it did is {@link #isHeld()}. Makes the output folder if it isn't there.
     *
     * @throws IOException if nothing can be written there
     */
    public static RunLock take(Path output) throws IOException {
        Path outputFolder = absolute(output);
        OwnerOnly.createFolders(outputFolder);
        Path file = outputFolder.resolve(".lock");
        OwnerOnly.refuseLink(file);
        FileChannel channel = OwnerOnly.openForLock(file);
        try {
            return new RunLock(outputFolder, channel, channel.tryLock() != null);
        } catch (OverlappingFileLockException e) {
            // another run in this very process: held all the same
            return new RunLock(outputFolder, channel, false);
        }
    }

    private static Path absolute(Path output) {
        return output.toAbsolutePath().normalize();
    }

    /** Whether this run holds the lock; otherwise another one does. */
    public boolean isHeld() {
        return held;
    }

    /** Whether it is the lock of that folder. */
    boolean isOf(Path output) {
        return outputFolder.equals(absolute(output));
    }

    /** What a run says that comes second. */
    public static String inWords(Path output) {
        return "another run is at work in " + output + ": try again when it has ended";
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
