package io.earnout;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** CSV text read by OpenCSV, row by row under its header: the tests' own way to read what the program wrote. */
public final class Csv {

    private Csv() {}

    /** All records, the header among them. */
    static List<String[]> records(String text) {
        try (CSVReader reader = new CSVReaderBuilder(new StringReader(text))
                .withCSVParser(new RFC4180Parser())
                .build()) {
            return reader.readAll();
        } catch (IOException | CsvException e) {
            throw new IllegalArgumentException("no CSV: " + text, e);
        }
    }

    /** The rows, each cell under its column. */
    public static List<Map<String, String>> rows(String text) {
        List<String[]> records = records(text);
        String[] header = records.get(0);
        List<Map<String, String>> rows = new ArrayList<>();
        for (String[] cells : records.subList(1, records.size())) {
            if (cells.length != header.length) {
                throw new IllegalArgumentException(
                        cells.length + " cells under " + header.length + " columns: " + text);
            }
            Map<String, String> row = new LinkedHashMap<>();
            for (int i = 0; i < cells.length; i++) {
                row.put(header[i], cells[i]);
            }
            rows.add(row);
        }
        return rows;
    }

    static String cell(Map<String, String> row, String column) {
        String cell = row.get(column);
        if (cell == null) {
            throw new IllegalArgumentException("no column " + column + " in " + row.keySet());
        }
        return cell;
    }
}
