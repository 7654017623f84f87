package io.earnout.input;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.earnout.CaseFolders;
import io.earnout.Csv;
import io.earnout.output.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The schemas of the handbook are those of the declared columns, and the files of the example and of all cases keep to them.
 * {@code mvn test -Dtest=TableSchemasTest -Dschemas.update=true} writes them.
 */
final class TableSchemasTest {

    private static final Path SCHEMAS = Path.of("src/site/resources/schemas");
    private static final boolean UPDATE = Boolean.getBoolean("schemas.update");

    private static List<TableSchema> ofInput() {
        return Stream.of(Format.values()).map(TableSchema::of).toList();
    }

    private static List<TableSchema> ofOutput() {
        return Stream.of(OutputFile.values()).map(TableSchema::of).toList();
    }

    @Test
    void theHandbookHasTheSchemaOfEveryFile() throws IOException {
        Map<String, String> expected = new TreeMap<>();
        describe("input", ofInput(), expected);
        describe("output", ofOutput(), expected);
        if (UPDATE) {
            for (Map.Entry<String, String> file : expected.entrySet()) {
                Path path = SCHEMAS.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
        }
        Map<String, String> there = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SCHEMAS)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                there.put(SCHEMAS.relativize(file).toString(), Files.readString(file));
            }
        }
        assertEquals(expected, there);
    }

    @Test
    void theExampleKeepsToTheSchemas() throws IOException {
        assertKept(Path.of("input"), ofInput());
    }

    static List<String> cases() throws IOException {
        return CaseFolders.names();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void everyCaseKeepsToTheSchemas(String name) throws IOException {
        assertKept(CaseFolders.input(name), ofInput());
        try (Stream<Path> folders = Files.list(CaseFolders.input(name).getParent())) {
            for (Path folder : folders.filter(Files::isDirectory).toList()) {
                if (!folder.equals(CaseFolders.input(name))) {
                    assertKept(folder, ofOutput());
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "A,1,2027-01-01,2027-12-31,100,",
                "A,1,2027-01-01,2027-12-31,100,0",
                "A,1,2027-01-01,2027-12-31,100,1.5",
                "A,one,2027-01-01,2027-12-31,100,1",
                "A,1,2027-01-01,2027-02-30,100,1",
                "A,1,1/1/2027,2027-12-31,100,1",
                "A,1,2027-01-01,2027-12-31,\"1,5\",1",
                "=A,1,2027-01-01,2027-12-31,100,1",
                "A,2,2027-01-01,2027-12-31,100,1"
            })
    void aRowThatDoesNotKeepToThemIsNoticed(String row) {
        String header = "agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares\n";
        String text = header + "A,2,2028-01-01,2028-12-31,100,1\n" + row + "\n";
        assertFalse(objections(TableSchema.of(Format.ASSESSMENT_YEARS), text).isEmpty(), row);
    }

    private static void assertKept(Path folder, List<TableSchema> schemas) throws IOException {
        Map<String, List<String>> objections = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                String name = file.getFileName().toString();
                Optional<TableSchema> schema = schemas.stream()
                        .filter(each -> name.startsWith(each.file().replace(".csv", "")))
                        .findFirst();
                if (schema.isPresent()) {
                    List<String> found = objections(schema.get(), Files.readString(file, StandardCharsets.UTF_8));
                    if (!found.isEmpty()) {
                        objections.put(file.toString(), found);
                    }
                }
            }
        }
        assertEquals(Map.of(), objections);
    }

    private static List<String> objections(TableSchema schema, String saved) {
        String text = saved.startsWith("\uFEFF") ? saved.substring(1) : saved;
        List<String> header = List.of(text.lines().findFirst().orElse("").split(",", -1));
        return schema.objectionsTo(header, Csv.rows(text));
    }

    private static void describe(String folder, List<TableSchema> schemas, Map<String, String> files) {
        List<Object> resources = new ArrayList<>();
        for (TableSchema schema : schemas) {
            String name = schema.file().replace(".csv", "");
            files.put(folder + "/" + name + ".json", json(schema.description(), "") + "\n");
            Map<String, Object> resource = new LinkedHashMap<>();
            resource.put("name", name);
            resource.put("path", schema.file());
            resource.put("profile", "tabular-data-resource");
            resource.put("encoding", "utf-8");
            resource.put("schema", name + ".json");
            resources.add(resource);
        }
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("name", "earnout-escrow-" + folder);
        described.put("profile", "tabular-data-package");
        described.put("resources", resources);
        files.put(folder + "/datapackage.json", json(described, "") + "\n");
    }

    private static String json(Object value, String indent) {
        String deeper = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> deeper + json(entry.getKey(), deeper) + ": " + json(entry.getValue(), deeper))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (value instanceof List<?> list) {
            boolean plain = list.stream().allMatch(String.class::isInstance);
            List<String> parts = list.stream()
                    .map(each -> (plain ? "" : deeper) + json(each, deeper))
                    .toList();
            return plain
                    ? "[" + String.join(", ", parts) + "]"
                    : "[\n" + String.join(",\n", parts) + "\n" + indent + "]";
        }
        return value instanceof String text
                ? '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"'
                : value.toString();
    }
}
