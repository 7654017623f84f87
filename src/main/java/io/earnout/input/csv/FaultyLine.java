package io.earnout.input.csv;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A line of an input file with something wrong in it.
 *
 * @param text the line as it is in the file
 * @param from where the invalid cell begins in it
 * @param to where that ends; the same where the line as a whole is meant, or the cell is empty
 */
public record FaultyLine(String text, int from, int to) {

    /**
     * Looks a line up; nothing if it isn't a row of its own, or the file can't be read.
     *
     * @param line the line on which the row begins
     * @param column the name of the invalid cell's column; empty for the whole line
     * @param value what the cell holds
     */
    public static Optional<FaultyLine> of(InputFile file, int line, String column, String value) {
        try (RecordScanner records = RecordScanner.open(file.path())) {
            if (!records.header()) {
                return Optional.empty();
            }
            Separator separator = Separator.of(records.bytes(), records.start(), records.end(), file.schema());
            records.separatedBy(separator);
            List<String> header = separator.cells(records.bytes(), records.start(), records.end());
            if (records.line() == line) {
                return Optional.of(marked(text(records), column));
            }
            int cell = IntStream.range(0, header.size())
                    .filter(i -> file.schema()
                            .columnMeantBy(header.get(i))
                            .filter(named -> named.name().equals(column))
                            .isPresent())
                    .findFirst()
                    .orElse(-1);
            while (records.next()) {
                if (records.line() == line && !records.spansLines()) {
                    return Optional.of(
                            cell < 0 || records.isQuoted()
                                    ? marked(text(records), value)
                                    : markedCell(records, separator, cell));
                }
            }
            return Optional.empty();
        } catch (UncheckedIOException e) {
            return Optional.empty();
        }
    }

    private static String text(RecordScanner records) {
        return text(records, records.start(), records.end());
    }

    private static String text(RecordScanner records, int from, int to) {
        return new String(records.bytes(), from, to - from, StandardCharsets.UTF_8);
    }

    private static FaultyLine marked(String text, String part) {
        int at = Math.max(0, text.indexOf(part));
        return new FaultyLine(text, at, text.startsWith(part, at) ? at + part.length() : at);
    }

    private static FaultyLine markedCell(RecordScanner records, Separator separator, int cell) {
        Cells cells = new Cells();
        cells.cut(records.bytes(), records.start(), records.end(), separator.sign());
        if (cells.count() <= cell) {
            return new FaultyLine(text(records), 0, 0);
        }
        int from = text(records, records.start(), cells.from(cell)).length();
        return new FaultyLine(text(records), from, from + cells.text(cell).length());
    }
}
