package io.earnout.input;

import io.earnout.input.csv.Column;
import io.earnout.input.csv.Schema;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The first files of a new agreement: each input file with its header and the terms that are known, the holidays, and a page that
 * says what each is for.
 */
public final class StartingFiles {

    public static final String README = "README.txt";

    private static final String HOLIDAYS = "/start/holidays.csv";

    private StartingFiles() {}

    /** With the terms of the Kaixin agreement, which are to be checked and corrected. */
    public static Map<String, String> ofKaixin(String agreementId) {
        return files(agreementId, KaixinTerms.rows(agreementId), false);
    }

    /** With blanks: the id alone is filled in, for the agreement and for its first year. */
    public static Map<String, String> blank(String agreementId) {
        Map<Column<?>, String> agreement = Map.of(AgreementsFile.AGREEMENT_ID, agreementId);
        Map<Column<?>, String> year =
                Map.of(AssessmentYearsFile.AGREEMENT_ID, agreementId, AssessmentYearsFile.ASSESSMENT_YEAR, "1");
        return files(
                agreementId,
                Map.of(Format.AGREEMENTS, List.of(agreement), Format.ASSESSMENT_YEARS, List.of(year)),
                true);
    }

    /** What to fill in first, one line a file. */
    public static List<String> fillInFirst(boolean blank) {
        String firms =
                Format.APPROVED_FIRMS.wholeName() + ": the firms that the issuer approved, before the first report";
        return blank
                ? List.of(
                        Format.AGREEMENTS.wholeName() + ": " + required(AgreementsFile.COLUMNS),
                        Format.ASSESSMENT_YEARS.wholeName() + ": " + required(AssessmentYearsFile.COLUMNS)
                                + "; a row for each year",
                        firms)
                : List.of(
                        Format.AGREEMENTS.wholeName() + ": " + AgreementsFile.DEPOSITED_ON.name()
                                + ", the day on which the shares were deposited",
                        firms,
                        Format.PARTIES.wholeName() + ": addresses and accounts, for the documents");
    }

    private static String required(Schema schema) {
        Set<Column<?>> filledIn = Set.of(
                AgreementsFile.AGREEMENT_ID, AssessmentYearsFile.AGREEMENT_ID, AssessmentYearsFile.ASSESSMENT_YEAR);
        return schema.columns().stream()
                .filter(column -> column.required() && !filledIn.contains(column))
                .map(Column::name)
                .collect(Collectors.joining(", "));
    }

    private static Map<String, String> files(
            String agreementId, Map<Format, List<Map<Column<?>, String>>> rows, boolean blank) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Format format : Format.values()) {
            files.put(
                    format.wholeName(),
                    format == Format.HOLIDAYS
                            ? holidays()
                            : csv(format.schema(), rows.getOrDefault(format, List.of())));
        }
        files.put(README, readme(agreementId, blank));
        return files;
    }

    private static String csv(Schema schema, List<Map<Column<?>, String>> rows) {
        Stream<String> header = Stream.of(line(schema.columns().stream().map(Column::name)));
        Stream<String> lines = rows.stream()
                .map(cells -> line(schema.columns().stream().map(column -> cells.getOrDefault(column, ""))));
        return Stream.concat(header, lines).collect(Collectors.joining());
    }

    private static String line(Stream<String> cells) {
        return cells.map(StartingFiles::quoted).collect(Collectors.joining(",", "", "\n"));
    }

    private static String quoted(String cell) {
        return cell.matches("[^,\"\r\n]*") ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String holidays() {
        try (InputStream in = StartingFiles.class.getResourceAsStream(HOLIDAYS)) {
            return new String(Objects.requireNonNull(in, HOLIDAYS).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("the program was built without its holidays", e);
        }
    }

    private static String readme(String agreementId, boolean blank) {
        StringBuilder page = new StringBuilder("The input files of " + agreementId + "\n\n");
        page.append(blank ? "The files have their headers. Fill in the terms of the agreement first.\n" : """
                        The terms are those of the Kaixin agreement of 2 December 2025. Compare each
                        with your contract, and correct what differs.
                        """);
        page.append("\nFill in first\n\n");
        fillInFirst(blank).forEach(line -> page.append("  ").append(line).append('\n'));
        page.append("""

                Then, from the folder of the program

                  ./run.sh check --input DIR               lists every fault of these files
                  ./run.sh --input DIR --output RESULTS    makes a run

                DIR is this folder, RESULTS another one, which gets the runs. Run again each time
                you have recorded something. Write days as 2026-11-30 and amounts as plain digits
                (732000000.00), and one row for each event. Keep all rows: they are the record.

                The files

                """);
        for (Format format : Format.values()) {
            page.append("  %-24s".formatted(format.wholeName()))
                    .append(format.purpose())
                    .append('\n');
        }
        return page.append("\nsrc/site/markdown/input.md of the program describes each column.\n")
                .toString();
    }
}
