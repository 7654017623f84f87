package io.earnout.publish;

import io.earnout.escrow.record.RunDay;
import java.io.StringWriter;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The manifest as JSON. It is read and written with Jackson's streams: the data binding beside them takes 170 ms to start, and
 * a run that has nothing to do takes 300 ms in all.
 */
final class ManifestJson {

    private static final JsonFactory JSON = new JsonFactory();

    private static final String SCHEMA = "schema_version";
    private static final String PROGRAM = "program_version";
    private static final String AS_OF = "as_of";
    private static final String PROJECTION = "projection";
    private static final String TODAY = "as_of_is_today";
    private static final String DIGEST = "input_digest";
    private static final String READING = "reading";
    private static final String NEEDS_A_PERSON = "needs_a_person";
    private static final String INPUTS = "inputs";
    private static final String OUTPUTS = "outputs";
    private static final String TOTALS = "totals";
    private static final String PREVIOUS = "previous_manifest_sha256";
    private static final String FILE = "file";
    private static final String SHA256 = "sha256";
    private static final String ROWS = "rows";

    private ManifestJson() {}

    /** One line for each entry, and for each file in a list, so that two manifests can be compared by eye. */
    static String write(Manifest manifest) {
        RunIdentity identity = manifest.identity();
        List<String> lines = new ArrayList<>();
        lines.add(entry(SCHEMA, json -> json.writeNumber(Manifest.SCHEMA_VERSION)));
        lines.add(entry(PROGRAM, json -> json.writeString(identity.version())));
        lines.add(entry("confidential", json -> json.writeString("SPA 9")));
        lines.add(entry(AS_OF, json -> json.writeString(identity.asOf().toString())));
        lines.add(entry(PROJECTION, json -> json.writeBoolean(identity.projection())));
        if (identity.day().lies() == RunDay.Lies.TODAY) {
            lines.add(entry(TODAY, json -> json.writeBoolean(true)));
        }
        lines.add(entry(DIGEST, json -> json.writeString(identity.digest())));
        manifest.reading().ifPresent(reading -> lines.add(entry(READING, json -> json.writeString(reading))));
        manifest.needsAPerson()
                .ifPresent(needed -> lines.add(entry(NEEDS_A_PERSON, json -> json.writeBoolean(needed))));
        lines.add(files(INPUTS, manifest.inputs()));
        lines.add(files(OUTPUTS, manifest.outputs()));
        lines.add(entry(TOTALS, json -> {
            json.writeStartObject();
            manifest.totals().forEach(json::writeNumberProperty);
            json.writeEndObject();
        }));
        lines.add(entry(PREVIOUS, json -> json.writeString(manifest.previous())));
        return "{\n  " + String.join(",\n  ", lines) + "\n}\n";
    }

    private static String entry(String name, Consumer<JsonGenerator> value) {
        return '"' + name + "\": " + written(value);
    }

    private static String files(String name, List<Manifest.FileEntry> files) {
        List<String> lines = files.stream()
                .map(file -> written(json -> {
                    json.writeStartObject();
                    json.writeStringProperty(FILE, file.name());
                    json.writeStringProperty(SHA256, file.sha256());
                    file.rows().ifPresent(rows -> json.writeNumberProperty(ROWS, rows));
                    json.writeEndObject();
                }))
                .toList();
        return '"' + name + "\": [\n    " + String.join(",\n    ", lines) + "\n  ]";
    }

    private static String written(Consumer<JsonGenerator> value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            value.accept(json);
        }
        return text.toString();
    }

    /** The schema and the program version that a manifest names, even where the rest of it can't be read. */
    static Manifest.WrittenBy writtenBy(byte[] manifest) throws UnreadableManifest {
        int schema = 0;
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), manifest)) {
            json.nextToken();
            while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                String name = json.currentName();
                json.nextToken();
                if (name.equals(SCHEMA) && json.currentToken() == JsonToken.VALUE_NUMBER_INT) {
                    schema = json.getIntValue();
                } else if (name.equals(PROGRAM)) {
                    return new Manifest.WrittenBy(schema, json.getString());
                } else {
                    json.skipChildren();
                }
            }
            return new Manifest.WrittenBy(schema, "");
        } catch (JacksonException e) {
            throw new UnreadableManifest(e);
        }
    }

    static Manifest read(byte[] manifest) throws UnreadableManifest {
        try (JsonParser json = JSON.createParser(ObjectReadContext.empty(), manifest)) {
            json.nextToken();
            Map<?, ?> entries = (Map<?, ?>) value(json);
            List<Manifest.FileEntry> inputs = files(entries, INPUTS);
            Map<String, String> hashes = new TreeMap<>();
            inputs.forEach(file -> hashes.put(file.name(), file.sha256()));
            Map<String, BigInteger> totals = new LinkedHashMap<>();
            ((Map<?, ?>) entry(entries, TOTALS))
                    .forEach((name, total) -> totals.put((String) name, (BigInteger) total));
            return new Manifest(
                    new RunIdentity(day(entries), text(entries, PROGRAM), hashes, text(entries, DIGEST)),
                    inputs,
                    Optional.ofNullable(entries.get(READING)).map(String.class::cast),
                    Optional.ofNullable(entries.get(NEEDS_A_PERSON)).map(Boolean.class::cast),
                    files(entries, OUTPUTS),
                    totals,
                    text(entries, PREVIOUS));
        } catch (JacksonException | ClassCastException | ArithmeticException | DateTimeException e) {
            throw new UnreadableManifest(e);
        }
    }

    private static RunDay day(Map<?, ?> entries) throws UnreadableManifest {
        RunDay.Lies lies = Boolean.TRUE.equals(entries.get(PROJECTION))
                ? RunDay.Lies.AHEAD
                : Boolean.TRUE.equals(entries.get(TODAY)) ? RunDay.Lies.TODAY : RunDay.Lies.EARLIER;
        return new RunDay(LocalDate.parse(text(entries, AS_OF)), lies);
    }

    private static List<Manifest.FileEntry> files(Map<?, ?> entries, String name) throws UnreadableManifest {
        List<Manifest.FileEntry> files = new ArrayList<>();
        for (Object each : (List<?>) entry(entries, name)) {
            Map<?, ?> file = (Map<?, ?>) each;
            files.add(new Manifest.FileEntry(
                    text(file, FILE),
                    text(file, SHA256),
                    Optional.ofNullable(file.get(ROWS)).map(rows -> ((BigInteger) rows).longValueExact())));
        }
        return files;
    }

    private static String text(Map<?, ?> entries, String name) throws UnreadableManifest {
        return (String) entry(entries, name);
    }

    private static Object entry(Map<?, ?> entries, String name) throws UnreadableManifest {
        Object value = entries.get(name);
        if (value == null) {
            throw new UnreadableManifest(name);
        }
        return value;
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                Map<String, Object> entries = new LinkedHashMap<>();
                while (json.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = json.currentName();
                    json.nextToken();
                    entries.put(name, value(json));
                }
                yield entries;
            }
            case START_ARRAY -> {
                List<Object> values = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    values.add(value(json));
                }
                yield values;
            }
            case VALUE_NUMBER_INT -> json.getBigIntegerValue();
            case VALUE_TRUE, VALUE_FALSE -> json.getBooleanValue();
            default -> json.getString();
        };
    }
}
