package io.earnout.input;

import io.earnout.input.csv.Column;
import io.earnout.input.csv.FieldForm;
import io.earnout.output.OutputFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The Table Schema of a CSV file (Frictionless Data), as its columns are declared, and whether rows keep to it.
 *
 * @param file the name of the file
 * @param columnsVary whether optional columns may be missing, and columns are in any order
 * @param key the fields in which no two rows are the same
 */
record TableSchema(String file, boolean columnsVary, List<Field> fields, List<String> key) {

    /** A column. */
    record Field(String name, boolean required, FieldForm form) {

        private Map<String, Object> description() {
            Map<String, Object> constraints = new LinkedHashMap<>();
            if (required) {
                constraints.put("required", true);
            }
            form.least().ifPresent(least -> constraints.put("minimum", least));
            form.pattern().ifPresent(pattern -> constraints.put("pattern", pattern));
            if (!form.choices().isEmpty()) {
                constraints.put("enum", form.choices());
            }
            Map<String, Object> description = new LinkedHashMap<>();
            description.put("name", name);
            description.put("type", form.type().term());
            if (!constraints.isEmpty()) {
                description.put("constraints", constraints);
            }
            return description;
        }

        private boolean admits(String cell) {
            return switch (form.type()) {
                case STRING ->
                    form.pattern().stream().allMatch(cell::matches)
                            && (form.choices().isEmpty() || form.choices().contains(cell));
                case DATE -> isDay(cell);
                case INTEGER -> cell.matches("-?\\d+") && isLarge(cell);
                case NUMBER -> cell.matches("-?\\d+(\\.\\d+)?") && isLarge(cell);
            };
        }

        private boolean isLarge(String number) {
            return form.least().stream()
                    .allMatch(least -> new BigDecimal(number).compareTo(BigDecimal.valueOf(least)) >= 0);
        }

        private static boolean isDay(String text) {
            try {
                return text.equals(LocalDate.parse(text).toString());
            } catch (DateTimeParseException e) {
                return false;
            }
        }
    }

    static TableSchema of(Format format) {
        List<Field> fields = new ArrayList<>();
        for (Column<?> column : format.schema().columns()) {
            fields.add(new Field(column.name(), column.required(), column.form()));
        }
        return new TableSchema(
                format.fileName().replace("*", ""),
                true,
                fields,
                format.schema().key());
    }

    static TableSchema of(OutputFile file) {
        return new TableSchema(
                file.fileName(),
                false,
                file.fields().stream()
                        .map(column -> new Field(column.name(), column.required(), column.form()))
                        .toList(),
                file.key());
    }

    /** The schema as JSON has it. */
    Map<String, Object> description() {
        Map<String, Object> description = new LinkedHashMap<>();
        if (columnsVary) {
            description.put("fieldsMatch", "superset");
        }
        description.put("fields", fields.stream().map(Field::description).toList());
        if (!key.isEmpty()) {
            description.put("primaryKey", key);
        }
        return description;
    }

    /** What in a file does not keep to the schema. */
    List<String> objectionsTo(List<String> header, List<Map<String, String>> rows) {
        List<String> objections = new ArrayList<>();
        List<String> names = fields.stream().map(Field::name).toList();
        if (columnsVary ? !names.containsAll(header) : !names.equals(header)) {
            objections.add("header " + header);
        }
        Set<List<String>> keys = new HashSet<>();
        for (Map<String, String> row : rows) {
            for (Field field : fields) {
                String cell = row.getOrDefault(field.name(), "");
                if (cell.isEmpty() ? field.required() : !field.admits(cell)) {
                    objections.add(field.name() + " \"" + cell + "\" in " + row);
                }
            }
            List<String> values =
                    key.stream().map(name -> row.getOrDefault(name, "")).toList();
            if (!key.isEmpty() && !keys.add(values)) {
                objections.add("a second row with the key " + values);
            }
        }
        return objections;
    }
}
