package io.earnout.output;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Reads rows of the program's own CSV files again, each as its cells by the name of the column. */
public final class CsvRows {

    private CsvRows() {}

    /**
     * All rows of a file.
     *
     * @throws IOException if it can't be read, or is not as the program wrote it
     */
    public static List<Map<String, String>> of(Path file) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return of(text);
        }
    }

    /**
     * Some rows of a file.
     *
     * @param header its first line
     * @throws IOException if they are not as the program wrote them
     */
    public static List<Map<String, String>> of(String header, List<byte[]> rows) throws IOException {
        if (rows.isEmpty()) {
            return List.of();
        }
        StringBuilder text = new StringBuilder(header).append('\n');
        for (byte[] row : rows) {
            text.append(new String(row, StandardCharsets.UTF_8)).append('\n');
        }
        return of(new StringReader(text.toString()));
    }

    /** Takes the rows of a file one after the other, however many there are. */
    public static void forEach(Path file, Consumer<Map<String, String>> row) throws IOException {
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            forEach(text, row);
        }
    }

    private static List<Map<String, String>> of(Reader text) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        forEach(text, rows::add);
        return rows;
    }

    private static void forEach(Reader text, Consumer<Map<String, String>> rows) throws IOException {
        // the default parser takes a backslash for an escape
        try (CSVReader reader =
                new CSVReaderBuilder(text).withCSVParser(new RFC4180Parser()).build()) {
            String[] names = reader.readNext();
            for (String[] cells = reader.readNext(); cells != null; cells = reader.readNext()) {
                Map<String, String> row = new TreeMap<>();
                // a file that was changed by hand since may have fewer
                for (int i = 0; i < names.length && i < cells.length; i++) {
                    row.put(names[i], cells[i]);
                }
                rows.accept(row);
            }
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
    }
}
