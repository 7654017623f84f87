package io.earnout.batch;

import io.earnout.publish.Manifest;
import io.earnout.publish.Publication;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What another version of the program left in the output folder. A run goes on from what an older version published; what a
 * newer one published it can't compare itself with, and leaves alone.
 */
final class OtherVersion {

    private OtherVersion() {}

    /** Why a run can't go on in its output folder, and what to do; nothing if it can. */
    static Optional<String> refusal(RunOrder order, Path output) throws IOException {
        for (Path run : new Path[] {order.outputFolder().resolve(Publication.LATEST), order.publishedRun()}) {
            Optional<String> newer = Manifest.writtenByNewerVersion(run);
            if (newer.isPresent()) {
                return Optional.of("the run " + output.resolve(run.getFileName()) + " " + newer.get()
                        + ": run that version, or name another --output; nothing was written");
            }
        }
        // to say "nothing new" would leave out what that version didn't write yet, and what it computed otherwise
        return Manifest.writtenByOlderVersion(order.publishedRun())
                .map(older -> "the run of this input and day, "
                        + output.resolve(order.identity().folderName()) + ", " + older
                        + " and stays as it is: name another --output to settle it with this version; nothing was"
                        + " written");
    }
}
