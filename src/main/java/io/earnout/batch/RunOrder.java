package io.earnout.batch;

import io.earnout.input.InputFolder;
import io.earnout.publish.RunIdentity;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/**
 * One run: its input, its output folder, and the folders that it uses there.
 *
 * @param inputAsFound sizes and times of the input files before they were read first
 * @param outputFolder absolute
 */
public record RunOrder(InputFolder input, String inputAsFound, Path outputFolder, RunIdentity identity) {

    /** Where the run is written before it is moved into place. */
    public Path stagingFolder() {
        return outputFolder.resolve(".staging");
    }

    /** The files of the run, while they are staged. */
    public Path stagedRun() {
        return stagingFolder().resolve(identity.folderName());
    }

    /** For temporary files, such as sorted input files. */
    public Path workFolder() {
        return stagingFolder().resolve("work");
    }

    /** The rows of exceptions.csv that belong to no agreement, while the run is made. */
    Path exceptionsOfFiles() {
        return workFolder().resolve("exceptions-of-files");
    }

    /** Those of agreements that the previous run had. */
    Path exceptionsOfLost() {
        return workFolder().resolve("exceptions-of-lost");
    }

    /** Those that belong to agreements. */
    Path exceptionsOfAgreements() {
        return workFolder().resolve("exceptions-of-agreements");
    }

    /** The published run. */
    public Path publishedRun() {
        return outputFolder.resolve(identity.folderName());
    }

    /** Where the list of errors is written if the input is rejected. */
    public Path rejectedRun() {
        return rejectedRuns().resolve(identity.shortDigest());
    }

    /** Whether the run has been published. */
    public boolean isPublished() {
        return Files.isDirectory(publishedRun(), LinkOption.NOFOLLOW_LINKS);
    }

    /** Where the lists of errors of all rejected inputs are. */
    public Path rejectedRuns() {
        return outputFolder.resolve("rejected");
    }
}
