package io.earnout.benchmark;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180Parser;
import com.opencsv.exceptions.CsvValidationException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The rows of a CSV file one after another, read with OpenCSV as its manual says. */
final class CsvRows implements Closeable {

    private static final String[] NONE_LEFT = {};

    private final CSVReader reader;
    private final List<String> columns;
    private String[] row;

    CsvRows(Path file) throws IOException {
        reader = new CSVReaderBuilder(Files.newBufferedReader(file))
                .withCSVParser(new RFC4180Parser())
                .build();
        row = NONE_LEFT;
        next();
        columns = Arrays.asList(row);
        next();
    }

    /** Where a column stands. */
    int column(String name) {
        int column = columns.indexOf(name);
        if (column < 0) {
            throw new IllegalArgumentException("no column " + name + " among " + columns);
        }
        return column;
    }

    boolean isThere() {
        return row.length > 0;
    }

    String cell(int column) {
        return row[column];
    }

    int number(int column) {
        return Integer.parseInt(row[column]);
    }

    void next() throws IOException {
        try {
            String[] read = reader.readNext();
            row = read == null ? NONE_LEFT : read;
        } catch (CsvValidationException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
