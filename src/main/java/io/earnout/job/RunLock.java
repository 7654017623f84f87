package io.earnout.job;

import io.earnout.output.OwnerOnly;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;

/** One run at a time in an output folder: a lock of the operating system, which dies with its holder. */
final class RunLock implements AutoCloseable {

    static final String FILE = ".lock";

    private final FileChannel channel;
    private final boolean held;

    private RunLock(FileChannel channel, boolean held) {
        this.channel = channel;
        this.held = held;
    }

    /** Tries to take the lock; whether it did is {@link #isHeld()}. */
    static RunLock take(Path outputFolder) throws IOException {
        Path file = outputFolder.resolve(FILE);
        OwnerOnly.refuseLink(file);
        FileChannel channel = OwnerOnly.openForLock(file);
        try {
            return new RunLock(channel, channel.tryLock() != null);
        } catch (OverlappingFileLockException e) {
            // another run in this very process: held all the same
            return new RunLock(channel, false);
        }
    }

    /** Whether this run holds the lock; otherwise another one does. */
    boolean isHeld() {
        return held;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
