package io.earnout.job;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Whether another run is at work in an output folder, seen before anything else is looked at: whoever comes second shall
 * leave as fast as Java starts. Whether a run may work is decided by {@link RunLock} alone.
 */
public final class Occupied {

    private Occupied() {}

    /** Whether another run is at work there; false as well if it can't be told yet. */
    public static boolean byAnotherRun(Path outputFolder) {
        try (FileChannel channel = FileChannel.open(
                        outputFolder.resolve(RunLock.FILE), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
                FileLock shared = channel.tryLock(0, Long.MAX_VALUE, true)) {
            return shared == null;
        } catch (IOException e) {
            return false;
        }
    }

    /** Says so. */
    public static String inWords(Path outputFolder) {
        return "another run is at work in " + outputFolder + ": try again when it has ended";
    }
}
