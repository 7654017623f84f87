package io.earnout.publish;

import io.earnout.escrow.record.RunDay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The identity of a run: the bytes of its input files, the as-of date, whether that date was in the past, today or in the
 * future, and the program's version. Runs of the same identity write the same bytes into the same folder.
 *
 * @param inputs the SHA-256 of each input file, by its name
 * @param digest the SHA-256 of all of this
 */
public record RunIdentity(RunDay day, String version, Map<String, String> inputs, String digest) {

    private static final int SHORT = 12;

    /** Reads all files once. */
    public static RunIdentity of(List<Path> files, RunDay day, String version) {
        // several files at a time, sorted by their names
        Map<String, String> inputs = new TreeMap<>(files.parallelStream()
                .collect(Collectors.toConcurrentMap(file -> file.getFileName().toString(), RunIdentity::hash)));
        return of(inputs, day, version);
    }

    /** Of files whose SHA-256 is known. */
    static RunIdentity of(Map<String, String> inputs, RunDay day, String version) {
        StringBuilder content = new StringBuilder();
        content.append(version)
                .append('\n')
                .append(day.asOf())
                .append('\n')
                .append(
                        switch (day.lies()) {
                            case EARLIER -> "false";
                            case TODAY -> "today";
                            case AHEAD -> "true";
                        })
                .append('\n');
        inputs.forEach((name, sha256) ->
                content.append(name).append('\n').append(sha256).append('\n'));
        return new RunIdentity(
                day, version, inputs, Sha256.of(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    /** Empty for a file that can't be read, which the input check reports. */
    private static String hash(Path file) {
        try {
            return Files.isRegularFile(file) ? Sha256.of(file) : "";
        } catch (IOException e) {
            return "";
        }
    }

    public LocalDate asOf() {
        return day.asOf();
    }

    /** Whether the as-of date lay in the future. */
    public boolean projection() {
        return day.isAhead();
    }

    /** The name of the run's folder. */
    public String folderName() {
        return asOf() + "-" + shortDigest();
    }

    /** Enough of the digest to name a folder. */
    public String shortDigest() {
        return digest.substring(0, SHORT);
    }
}
