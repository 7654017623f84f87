package io.earnout.input;

import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.OrderedRecords;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The input after its structure was checked: the files that can be trusted, each in the order of its agreement ids.
 *
 * @param files of the agreements
 * @param trusted the formats of which every file that must be there is there and can be trusted
 * @param firmsListed whether there is a list of approved firms
 * @param calendars the business calendars
 * @param rows how many rows each file has, by its name
 * @param misspelt which agreements may be meant by ids that name none
 */
public record CheckedInput(
        List<OrderedFile> files,
        Set<Format> trusted,
        boolean firmsListed,
        Calendars calendars,
        Map<String, Long> rows,
        MisspeltIds misspelt) {

    /** The same, once it is known which agreements may be meant by ids that name none. */
    public CheckedInput with(MisspeltIds found) {
        return new CheckedInput(files, trusted, firmsListed, calendars, rows, found);
    }

    /** The same, once the rows were counted. */
    public CheckedInput with(Map<String, Long> counted) {
        return new CheckedInput(files, trusted, firmsListed, calendars, counted, misspelt);
    }

    /** The records of the agreements, from their beginning. */
    public List<OrderedRecords> records() {
        return files.stream()
                .map(file -> OrderedRecords.open(file, files.size()))
                .toList();
    }

    /** Whether there is a list of share prices. */
    public boolean pricesListed() {
        return files.stream().anyMatch(file -> Format.of(file.file()) == Format.SHARE_PRICES);
    }

    /** What the user calls the files, in the order of {@link #files()}. */
    public List<String> names() {
        return files.stream().map(file -> file.file().name()).toList();
    }
}
