package io.earnout.output;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.input.csv.FieldForm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** {@code exceptions.csv}: every problem found, with its place, what is wrong and what to do. */
public final class ExceptionsFile {

    private static final int LONGEST_CELL = 1000;

    /** With one of these a spreadsheet begins a formula. */
    private static final String FORMULAS = "=+-@\t\r";

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::agreementId)
            .thenComparing(Finding::year)
            .thenComparing(finding -> finding.code().severity())
            .thenComparing(Finding::code)
            .thenComparing(Finding::source)
            .thenComparing(Finding::column)
            .thenComparing(Finding::message);

    /** A column, and how its cell is written. A finding may be about no agreement. */
    private record FindingColumn(String name, FieldForm form, BiConsumer<Finding, CsvBuffer> cell) {

        private static FindingColumn text(String name, Function<Finding, String> text) {
            return text(name, FieldForm.TEXT, text);
        }

        private static FindingColumn text(String name, FieldForm form, Function<Finding, String> text) {
            return new FindingColumn(name, form, (finding, cells) -> cells.text(text.apply(finding)));
        }

        /** Empty where the number is 0. */
        private static FindingColumn number(String name, ToIntFunction<Finding> number) {
            return new FindingColumn(name, FieldForm.ORDINAL, (finding, cells) -> {
                int given = number.applyAsInt(finding);
                if (given == 0) {
                    cells.empty();
                } else {
                    cells.number(given);
                }
            });
        }
    }

    private static final List<FindingColumn> COLUMNS = List.of(
            FindingColumn.text(
                    "severity",
                    FieldForm.oneOf(Severity.values()),
                    finding -> finding.code().severity().term()),
            FindingColumn.text(
                    "code",
                    FieldForm.ofNames(FindingCode.values()),
                    finding -> finding.code().name()),
            FindingColumn.text("agreement_id", Finding::agreementId),
            FindingColumn.number("assessment_year", Finding::year),
            FindingColumn.text("file", finding -> finding.source().file()),
            FindingColumn.number("line", finding -> finding.source().line()),
            FindingColumn.text("column", finding -> harmless(finding.column())),
            FindingColumn.text("value", finding -> harmless(finding.value())),
            FindingColumn.text("message", finding -> harmless(finding.message())),
            FindingColumn.text("remedy", finding -> harmless(finding.remedy())),
            new FindingColumn(
                    "clause",
                    FieldForm.TEXT,
                    (finding, cells) -> cells.clauses(finding.code().clauses())));

    static final Table<?> TABLE = Table.of(
            "exceptions.csv",
            COLUMNS.stream()
                    .map(column -> Column.named(column.name(), column.form()))
                    .toList());

    private ExceptionsFile() {}

    /** In the order of the file: by year, then what matters most. */
    public static List<Finding> inOrder(List<Finding> findings) {
        if (findings.size() < 2) {
            return findings;
        }
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.sort(ORDER);
        return sorted;
    }

    /** Writes the row of one finding. */
    public static void write(Finding finding, CsvBuffer rows) {
        for (FindingColumn column : COLUMNS) {
            column.cell().accept(finding, rows);
        }
        rows.endRow();
    }

    private static boolean isHarmless(String text) {
        if (text.isEmpty()) {
            return true;
        }
        boolean harmless = text.length() <= LONGEST_CELL && FORMULAS.indexOf(text.charAt(0)) < 0;
        for (int i = 0; harmless && i < text.length(); i++) {
            char c = text.charAt(i);
            harmless = c >= ' ' && c < 0x7F;
        }
        return harmless;
    }

    /** Cut to a sensible length, control characters spelt out, and nothing that a spreadsheet would run. */
    private static String harmless(String text) {
        if (isHarmless(text)) {
            return text;
        }
        StringBuilder harmless = new StringBuilder(text.length());
        if (FORMULAS.indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches()) {
            harmless.append('\'');
        }
        int end = Math.min(text.length(), LONGEST_CELL);
        end -= Character.isHighSurrogate(text.charAt(end - 1)) ? 1 : 0;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c >= 0x7F && c < 0xA0)) {
                harmless.append("\\u00").append(Character.forDigit(c >> 4, 16)).append(Character.forDigit(c & 15, 16));
            } else {
                harmless.append(c);
            }
        }
        return end < text.length() ? harmless.append('\u2026').toString() : harmless.toString();
    }
}
