package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What companies published under agreements of this kind, against a run on their terms. A folder {@code published/NAME} holds
 * {@code outcome.md}, {@code input/} and the figures in {@code published.csv}; the README there says how.
 */
@DisplayName("Published outcomes")
final class PublishedOutcomesTest {

    private static final Path FOLDER = Path.of("src/test/resources/published");
    private static final String FIGURES = "published.csv";

    @TempDir
    private Path output = Path.of("");

    private static List<Path> folders() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList();
        }
    }

    static List<String> outcomes() throws IOException {
        return folders().stream()
                .filter(folder -> Files.exists(folder.resolve(FIGURES)))
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("outcomes")
    void aRunGivesWhatWasPublishedWithinTheTolerance(String name) throws IOException {
        Path folder = FOLDER.resolve(name);
        TestRun run = TestRun.of(folder.resolve("input"), output);
        List<Map<String, String>> figures = Csv.rows(Files.readString(folder.resolve(FIGURES), StandardCharsets.UTF_8));
        assertTrue(!figures.isEmpty(), name);
        for (Map<String, String> figure : figures) {
            BigDecimal published = new BigDecimal(Csv.cell(figure, "published"));
            BigDecimal program = programs(run, figure);
            BigDecimal apart = program.subtract(published).abs();
            assertTrue(
                    apart.compareTo(new BigDecimal(Csv.cell(figure, "tolerance"))) <= 0,
                    () -> name + ": " + figure + ": the program gives " + program + ", apart by " + apart);
        }
    }

    /** The cell that a figure names, or the sum of a column. */
    private static BigDecimal programs(TestRun run, Map<String, String> figure) throws IOException {
        String year = Csv.cell(figure, "assessment_year");
        BigDecimal sum = BigDecimal.ZERO;
        int cells = 0;
        for (Map<String, String> row : Csv.rows(run.text(Csv.cell(figure, "file")))) {
            boolean counts = Csv.cell(row, "agreement_id").equals(Csv.cell(figure, "agreement_id"))
                    && (year.equals("all") || year.equals(row.getOrDefault("assessment_year", "")));
            if (counts) {
                sum = sum.add(new BigDecimal(Csv.cell(row, Csv.cell(figure, "column"))));
                cells++;
            }
        }
        assertTrue(cells == 1 || (cells > 1 && year.equals("all")), () -> "cells of " + figure);
        return sum;
    }

    @Test
    void eachOutcomeSaysItsToleranceWhatIsInventedAndItsSources() throws IOException {
        for (Path folder : folders()) {
            String outcome = Files.readString(folder.resolve("outcome.md"), StandardCharsets.UTF_8);
            assertEquals(
                    List.of(),
                    Stream.of("**Tolerance**: ", "**Invented**: ", "**Sources**: ")
                            .filter(part -> !outcome.contains("\n" + part))
                            .toList(),
                    () -> folder.toString());
        }
    }
}
