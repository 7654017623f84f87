package io.earnout.present.report;

/**
 * The row of a file of the run of which a page shows cells. Each shown figure says which cell it is, so that it can be compared.
 *
 * @param key the file and what names the row in it, divided by {@code |}; empty where a figure is in no file
 */
public record CsvRow(String key) {

    static final CsvRow NONE = new CsvRow("");

    static CsvRow of(String file, Object... key) {
        StringBuilder joined = new StringBuilder(file);
        for (Object part : key) {
            joined.append('|').append(part);
        }
        return new CsvRow(joined.toString());
    }

    /** {@code reconciliation-report.csv|KAIXIN-2025|1|deducted_shares}; empty where the figure is in no file. */
    public String cell(String column) {
        return key.isEmpty() ? "" : key + "|" + column;
    }
}
