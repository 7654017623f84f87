package io.earnout.output;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Source;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** {@code exceptions.csv}: every problem found, with its place, what is wrong and what to do. */
public final class ExceptionsFile {

    private static final int LONGEST_CELL = 1000;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");

    private static final Comparator<Finding> ORDER = Comparator.comparing(Finding::agreementId)
            .thenComparing(Finding::year)
            .thenComparing(finding -> finding.code().severity())
            .thenComparing(Finding::code)
            .thenComparing(Finding::source)
            .thenComparing(Finding::column)
            .thenComparing(Finding::message);

    private ExceptionsFile() {}

    /** In the order of the file: by year, then what matters most. */
    public static List<Finding> inOrder(List<Finding> findings) {
        return findings.size() < 2 ? findings : findings.stream().sorted(ORDER).toList();
    }

    public static void write(Finding finding, CsvBuffer rows) {
        Source source = finding.source();
        rows.text(finding.code().severity().term()).text(finding.code().name()).text(finding.agreementId());
        if (finding.year() == 0) {
            rows.empty();
        } else {
            rows.number(finding.year());
        }
        rows.text(source.file());
        if (source.line() == 0) {
            rows.empty();
        } else {
            rows.number(source.line());
        }
        rows.text(harmless(finding.column()))
                .text(harmless(finding.value()))
                .text(harmless(finding.message()))
                .text(harmless(finding.remedy()))
                .clauses(finding.code().clauses())
                .endRow();
    }

    /** Cut to a sensible length, control characters spelt out, and nothing that a spreadsheet would run. */
    private static String harmless(String text) {
        if (text.isEmpty()) {
            return text;
        }
        StringBuilder harmless = new StringBuilder(text.length());
        if ("=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !NUMBER.matcher(text).matches()) {
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
