package io.earnout.input.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How a row has to look that is added to a file: the columns that its header has, in their order, and what stands between them.
 *
 * @param isNew whether there is no such file yet
 */
public record RowForm(List<String> columns, char separator, boolean isNew) {

    private static final int LONGEST_HEADER = 64 * 1024;

    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    /** Of a file that has yet to be begun: the columns that are declared. */
    public static RowForm of(Schema schema) {
        return new RowForm(schema.columns().stream().map(Column::name).toList(), ',', true);
    }

    /** Of a file whose header has been found sound. */
    public static RowForm of(InputFile file) throws IOException {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file.path())) {
            begin = in.readNBytes(LONGEST_HEADER);
        }
        int start = hasByteOrderMark(begin) ? BYTE_ORDER_MARK.length : 0;
        while (start < begin.length) {
            int end = start;
            while (end < begin.length && begin[end] != '\n') {
                end++;
            }
            int last = end > start && begin[end - 1] == '\r' ? end - 1 : end;
            if (last > start && !Separator.isEmptyRow(begin, start, last)) {
                Separator separator = Separator.of(begin, start, last, file.schema());
                List<String> names = separator.cells(begin, start, last).stream()
                        .map(name -> declared(name, file.schema()))
                        .toList();
                return new RowForm(withoutEmptyOnesBehind(names), (char) separator.sign(), false);
            }
            start = end + 1;
        }
        return of(file.schema());
    }

    private static boolean hasByteOrderMark(byte[] bytes) {
        return new String(bytes, 0, Math.min(bytes.length, BYTE_ORDER_MARK.length), StandardCharsets.ISO_8859_1)
                .equals(new String(BYTE_ORDER_MARK, StandardCharsets.ISO_8859_1));
    }

    private static String declared(String name, Schema schema) {
        return schema.columnMeantBy(name).<String>map(Column::name).orElse(name);
    }

    private static List<String> withoutEmptyOnesBehind(List<String> names) {
        int count = names.size();
        while (count > 1 && names.get(count - 1).isEmpty()) {
            count--;
        }
        return names.subList(0, count);
    }

    /** Whether the header has a column. */
    public boolean has(String column) {
        return columns.contains(column);
    }

    /** The same with no other columns than these. */
    public RowForm only(Set<String> names) {
        return new RowForm(columns.stream().filter(names::contains).toList(), separator, isNew);
    }

    /** The same with another column at the end. */
    public RowForm with(String column) {
        List<String> more = new ArrayList<>(columns);
        more.add(column);
        return new RowForm(more, separator, isNew);
    }

    /** The header line. */
    public String header() {
        return String.join(Character.toString(separator), columns);
    }

    /** The row that has these cells, by the names of their columns, and is empty elsewhere. */
    public String row(Map<String, String> cells) {
        List<String> row = new ArrayList<>(columns.size());
        columns.forEach(column -> row.add(quoted(cells.getOrDefault(column, ""))));
        return String.join(Character.toString(separator), row);
    }

    private String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == separator || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
