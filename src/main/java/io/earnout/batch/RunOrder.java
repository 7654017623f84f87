package io.earnout.batch;

import io.earnout.input.InputFolder;
import io.earnout.publish.RunIdentity;
import java.nio.file.Path;

/**
 * What one run is to do.
 *
 * @param inputAsFound sizes and times of the input files before they were read first
 * @param outputFolder absolute
 */
record RunOrder(InputFolder input, String inputAsFound, Path outputFolder, RunIdentity identity) {

    /** Where the run is written before it is moved into place; nobody looks there. */
    Path stagingFolder() {
        return outputFolder.resolve(".staging");
    }

    /** The files of the run, while they are staged. */
    Path stagedRun() {
        return stagingFolder().resolve(identity.folderName());
    }

    /** For input files that must be brought into order, and the like. */
    Path workFolder() {
        return stagingFolder().resolve("work");
    }

    /** The rows of exceptions.csv that belong to no agreement, while the run is made. */
    Path exceptionsOfFiles() {
        return workFolder().resolve("exceptions-of-files");
    }

    /** The results of the run, once they are published. */
    Path publishedRun() {
        return outputFolder.resolve(identity.folderName());
    }

    /** Where the list of faults goes if the input is rejected. */
    Path rejectedRun() {
        return rejectedRuns().resolve(identity.shortDigest());
    }

    /** Where the lists of faults of all rejected inputs are. */
    Path rejectedRuns() {
        return outputFolder.resolve("rejected");
    }
}
