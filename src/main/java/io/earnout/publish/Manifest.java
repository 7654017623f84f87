package io.earnout.publish;

import io.earnout.escrow.record.RunDay;
import io.earnout.output.OutputFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.boot.json.BasicJsonParser;
import org.springframework.boot.json.JsonParseException;
import org.springframework.boot.json.JsonWriter;

/** {@code manifest.json}: what went into a run and what came out of it, so that both can be proven later. */
public final class Manifest {

    public static final String FILE_NAME = "manifest.json";

    static final int SCHEMA_VERSION = 2;

    /** What the parser makes of null, which the first version wrote for what there wasn't. */
    private static final String NOTHING = "null";

    private static final String PROJECTION = "projection";

    /** Only in the manifest of a run as of the day on which it was made. */
    private static final String OF_TODAY = "as_of_is_today";

    /** Of a file: what finds a byte that is otherwise, see {@link ByteSums}. */
    static final String SUMS = "sums";

    /** The first entry: read alone, because a newer version may lay out the rest in a way that this one can't read. */
    private static final Pattern SCHEMA = Pattern.compile("\\A\\s*\\{\\s*\"schema_version\"\\s*:\\s*([0-9]{1,9})\\s*,");

    private static final Pattern PROGRAM = Pattern.compile("\"program_version\"\\s*:\\s*\"([^\"\\\\]{1,40})\"");

    private Manifest() {}

    /**
     * @param forPeople what proves every file that is no CSV, by its name
     * @param readings the agreement's reading, where there is one agreement
     * @param previous the hash of the manifest of the run published before; nothing for the first
     */
    static String of(
            RunIdentity identity,
            Map<String, Long> inputRows,
            Map<OutputFile, ReadBack> outputs,
            Map<String, FileDigest> forPeople,
            Map<String, BigInteger> totals,
            Optional<String> readings,
            Optional<String> previous) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("schema_version", SCHEMA_VERSION);
        manifest.put("program_version", identity.version());
        manifest.put("confidential", "SPA 9");
        manifest.put("as_of", identity.asOf().toString());
        manifest.put(PROJECTION, identity.projection());
        if (identity.day().lies() == RunDay.Lies.TODAY) {
            manifest.put(OF_TODAY, true);
        }
        manifest.put("input_digest", identity.digest());
        readings.ifPresent(reading -> manifest.put("reading", reading));
        List<Object> inputs = new ArrayList<>();
        identity.inputs()
                .forEach((name, sha256) -> inputs.add(file(name, sha256, Optional.ofNullable(inputRows.get(name)))));
        manifest.put("inputs", inputs);
        List<Object> outputFiles = new ArrayList<>();
        outputs.forEach(
                (file, read) -> outputFiles.add(output(file.fileName(), read.proof(), Optional.of(read.rows()))));
        forPeople.forEach((name, proof) -> outputFiles.add(output(name, proof, Optional.empty())));
        manifest.put("outputs", outputFiles);
        manifest.put("totals", totals);
        manifest.put("previous_manifest_sha256", previous.orElse(""));
        return ManifestChecksum.on(lines(manifest));
    }

    /** The day of the run that a manifest tells of; a manifest of version 1.2 or older doesn't tell today from an earlier day. */
    public static RunDay day(Map<String, Object> manifest) {
        boolean ahead = isTrue(manifest, PROJECTION);
        RunDay.Lies lies = isTrue(manifest, OF_TODAY) ? RunDay.Lies.TODAY : RunDay.Lies.EARLIER;
        return new RunDay(LocalDate.parse(String.valueOf(manifest.get("as_of"))), ahead ? RunDay.Lies.AHEAD : lies);
    }

    private static boolean isTrue(Map<String, Object> manifest, String name) {
        return Boolean.parseBoolean(String.valueOf(manifest.get(name)));
    }

    /** The version of the layout of a run's files; 0 if its manifest doesn't tell. */
    static int schemaVersion(Path runFolder) throws IOException {
        Matcher schema = SCHEMA.matcher(bytesAsText(runFolder));
        return schema.find() ? Integer.parseInt(schema.group(1)) : 0;
    }

    /** Which program wrote a run, in words. */
    private static String writtenBy(Path runFolder) throws IOException {
        Matcher program = PROGRAM.matcher(bytesAsText(runFolder));
        return program.find() ? "program version " + program.group(1) : "a program version that it doesn't tell";
    }

    private static String bytesAsText(Path runFolder) throws IOException {
        Path manifest = runFolder.resolve(FILE_NAME);
        return Files.isRegularFile(manifest) ? Files.readString(manifest, StandardCharsets.ISO_8859_1) : "";
    }

    /** By which newer version a run was written, in words; nothing if this version knows its layout. */
    public static Optional<String> writtenByNewerVersion(Path runFolder) throws IOException {
        int schema = schemaVersion(runFolder);
        return schema > SCHEMA_VERSION
                ? Optional.of("was written by a newer version (" + writtenBy(runFolder) + ", layout " + schema
                        + ", and this version knows layouts up to " + SCHEMA_VERSION + ")")
                : Optional.empty();
    }

    /** By which older version a run was written, in words; nothing if its layout is that of this version. */
    public static Optional<String> writtenByOlderVersion(Path runFolder) throws IOException {
        int schema = schemaVersion(runFolder);
        return schema > 0 && schema < SCHEMA_VERSION
                ? Optional.of("was written by an older version (" + writtenBy(runFolder) + ", layout " + schema + ")")
                : Optional.empty();
    }

    /** The hash of the manifest before; empty for a first run. */
    static String previous(Map<String, Object> manifest) {
        boolean isHash = manifest.get("previous_manifest_sha256") instanceof String hash
                && !hash.isEmpty()
                && !hash.equals(NOTHING);
        return isHash ? String.valueOf(manifest.get("previous_manifest_sha256")) : "";
    }

    /** One line for each entry, and for each file in a list, so that two manifests can be compared by eye. */
    private static String lines(Map<String, Object> manifest) {
        JsonWriter<Object> json = JsonWriter.standard();
        List<String> entries = new ArrayList<>();
        manifest.forEach((name, value) -> {
            String written = value instanceof List<?> list
                    ? "[\n    "
                            + String.join(
                                    ",\n    ",
                                    list.stream().map(json::writeToString).toList())
                            + "\n  ]"
                    : json.writeToString(value);
            entries.add("  " + json.writeToString(name) + ": " + written);
        });
        return "{\n" + String.join(",\n", entries) + "\n}\n";
    }

    private static Map<String, Object> file(String name, String sha256, Optional<Long> rows) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("file", name);
        file.put("sha256", sha256);
        rows.ifPresent(count -> file.put("rows", count));
        return file;
    }

    private static Map<String, Object> output(String name, FileDigest proof, Optional<Long> rows) {
        Map<String, Object> file = file(name, proof.sha256(), rows);
        file.put(SUMS, proof.sums().inHex());
        return file;
    }

    /**
     * What a published run folder has that its manifest doesn't account for; nothing if every file is as it was published.
     */
    public static Optional<String> differenceIn(Path runFolder) throws IOException {
        Path manifest = runFolder.resolve(FILE_NAME);
        if (!Files.isRegularFile(manifest)) {
            return Optional.of(FILE_NAME + " is missing");
        }
        if (!ManifestChecksum.fits(Files.readAllBytes(manifest))) {
            return Optional.of(FILE_NAME + " is not as it was written");
        }
        try {
            Map<String, Object> parsed = read(manifest);
            if (!(parsed.get("outputs") instanceof List<?> outputs) || outputs.isEmpty()) {
                return Optional.of(FILE_NAME + " names no outputs");
            }
            for (Object output : outputs) {
                Optional<String> difference = differenceOf(output, runFolder);
                if (difference.isPresent()) {
                    return difference;
                }
            }
            return Optional.empty();
        } catch (JsonParseException e) {
            return Optional.of(FILE_NAME + " can't be read");
        }
    }

    /**
     * What a manifest says.
     *
     * @throws JsonParseException if it isn't JSON
     */
    public static Map<String, Object> read(Path manifest) throws IOException {
        return read(Files.readAllBytes(manifest));
    }

    static Map<String, Object> read(byte[] manifest) {
        try {
            String json = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(manifest))
                    .toString();
            // the parser that comes with Boot takes no white space inside lists, and ours stands only between entries
            return new BasicJsonParser().parseMap(json.replaceAll("\n *", ""));
        } catch (CharacterCodingException e) {
            throw new JsonParseException(e);
        }
    }

    private static Optional<String> differenceOf(Object output, Path runFolder) throws IOException {
        if (!(output instanceof Map<?, ?> file) || !(file.get("file") instanceof String name)) {
            return Optional.of(FILE_NAME + " can't be read");
        }
        Path path = runFolder.resolve(name);
        if (!Files.isRegularFile(path)) {
            return Optional.of(name + " is missing");
        }
        return Sha256.of(path).equals(file.get("sha256"))
                ? Optional.empty()
                : Optional.of(name + " is not as it was published");
    }
}
