package io.earnout.publish;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code manifest.json}: what went into a run and what came out of it, so that both can be proven later.
 *
 * @param identity as-of date, program version and input digest
 * @param inputs the input files
 * @param reading the agreement's reading, where there is one agreement
 * @param needsAPerson whether something was held, overdue or in conflict; nothing in a run of a version that didn't note it
 * @param outputs every file of the run but the manifest
 * @param totals the control totals of shares
 * @param previous the SHA-256 of the manifest of the run published before; empty for the first
 */
public record Manifest(
        RunIdentity identity,
        List<FileEntry> inputs,
        Optional<String> reading,
        Optional<Boolean> needsAPerson,
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
}
