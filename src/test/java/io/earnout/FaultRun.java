package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An input of {@code src/test/resources/faults}, with changes to it, and what a run makes of it on the day of the faults' report. */
final class FaultRun {

    /** The day on which the inputs were reported; what is settled as of a later day is a projection. */
    static final LocalDate REPORTED = LocalDate.of(2026, 11, 28);

    private static final Path ALL = Path.of("src/test/resources/faults");

    private final Path input;
    private final Path output;
    private LocalDate today = REPORTED;
    private TestRun run = new TestRun(-1, "", "", Path.of(""));

    private FaultRun(Path folder) throws IOException {
        input = Files.createDirectories(folder.resolve("input"));
        output = folder.resolve("output");
    }

    /** The sound portfolio of two agreements, as of 2028-02-10. */
    static FaultRun base(Path folder) throws IOException {
        return new FaultRun(folder).over("base");
    }

    /** An input of its own. */
    static FaultRun escrow(String name, Path folder) throws IOException {
        return new FaultRun(folder).over("escrow/" + name);
    }

    /** Lays the files of a folder over it. */
    FaultRun over(String name) throws IOException {
        try (Stream<Path> files = Files.list(ALL.resolve(name))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, input.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        return this;
    }

    FaultRun replace(String file, String was, String is) throws IOException {
        String text = Files.readString(input.resolve(file));
        assertTrue(text.contains(was), file + " has no " + was);
        Files.writeString(input.resolve(file), text.replace(was, is));
        return this;
    }

    /** Adds a row at the end of a file. */
    FaultRun row(String file, String row) throws IOException {
        Files.writeString(input.resolve(file), row + "\n", StandardCharsets.UTF_8, StandardOpenOption.APPEND);
        return this;
    }

    FaultRun file(String file, String text) throws IOException {
        Files.writeString(input.resolve(file), text);
        return this;
    }

    FaultRun today(String day) {
        today = LocalDate.parse(day);
        return this;
    }

    /** As of the day of the input's own settings. */
    FaultRun run() {
        return run(Optional.empty());
    }

    FaultRun run(String asOf) {
        return run(Optional.of(LocalDate.parse(asOf)));
    }

    private FaultRun run(Optional<LocalDate> asOf) {
        run = TestRun.on(today, input, output, asOf);
        return this;
    }

    Path input() {
        return input;
    }

    int exit() {
        return run.exit();
    }

    /** What people saw, on both channels. */
    String console() {
        return run.seen(run.out() + run.err());
    }

    String err() {
        return run.seen(run.err());
    }

    boolean isPublished() {
        return Files.exists(output.resolve("latest"));
    }

    String text(String file) throws IOException {
        return run.text(file);
    }

    Path published() throws IOException {
        return run.published();
    }

    List<Map<String, String>> rows(String file) throws IOException {
        return Csv.rows(run.text(file));
    }

    // ---- what the published files say

    /** How a line stands: entitled = confirmed + instructed + held + to instruct, status; nothing if there is no such line. */
    String line(String agreement, int year, int tranche) throws IOException {
        for (Map<String, String> line : rows("release-instructions.csv")) {
            if (Csv.cell(line, "agreement_id").equals(agreement)
                    && Portfolio.number(line, "assessment_year") == year
                    && Portfolio.number(line, "tranche_year") == tranche) {
                return Csv.cell(line, "entitled_shares") + " = " + Csv.cell(line, "confirmed_shares") + " + "
                        + Csv.cell(line, "instructed_shares") + " + " + Csv.cell(line, "held_shares") + " + "
                        + Csv.cell(line, "shares_to_instruct") + " " + Csv.cell(line, "status");
            }
        }
        return "";
    }

    String cell(String agreement, int year, int tranche, String column) throws IOException {
        for (Map<String, String> line : rows("release-instructions.csv")) {
            if (Csv.cell(line, "agreement_id").equals(agreement)
                    && Portfolio.number(line, "assessment_year") == year
                    && Portfolio.number(line, "tranche_year") == tranche) {
                return Csv.cell(line, column);
            }
        }
        return "no line";
    }

    /** A figure of all lines of a tranche, whatever year's result releases them. */
    long ofTranche(String agreement, int tranche, String column) throws IOException {
        return rows("release-instructions.csv").stream()
                .filter(line -> Csv.cell(line, "agreement_id").equals(agreement)
                        && Portfolio.number(line, "tranche_year") == tranche)
                .mapToLong(line -> Portfolio.number(line, column))
                .sum();
    }

    /** What the draft of a year instructs, or of all years for 0. */
    long toInstruct(String agreement, int year) throws IOException {
        return rows("release-instructions.csv").stream()
                .filter(line -> Csv.cell(line, "agreement_id").equals(agreement)
                        && (year == 0 || Portfolio.number(line, "assessment_year") == year))
                .mapToLong(line -> Portfolio.number(line, "shares_to_instruct"))
                .sum();
    }

    /** The codes that were found, each once, those of errors alone if asked. */
    List<String> codes(boolean errorsAlone) throws IOException {
        return rows("exceptions.csv").stream()
                .filter(row -> !errorsAlone || Csv.cell(row, "severity").equals("error"))
                .map(row -> Csv.cell(row, "code"))
                .distinct()
                .sorted()
                .toList();
    }

    List<String> errors() throws IOException {
        return codes(true);
    }

    /** All that is said of one kind of finding: place, value, message and remedy. */
    String said(String code) throws IOException {
        StringBuilder said = new StringBuilder();
        for (Map<String, String> row : rows("exceptions.csv")) {
            if (Csv.cell(row, "code").equals(code)) {
                said.append(Csv.cell(row, "file"))
                        .append(':')
                        .append(Csv.cell(row, "line"))
                        .append(": ");
                said.append(Csv.cell(row, "column"))
                        .append(": ")
                        .append(Csv.cell(row, "value"))
                        .append(": ");
                said.append(Csv.cell(row, "message"))
                        .append(": ")
                        .append(Csv.cell(row, "remedy"))
                        .append('\n');
            }
        }
        return said.toString();
    }

    /** The status of a deadline with its day and basis. */
    String deadline(String agreement, int year, String deadline) throws IOException {
        return rows("deadlines.csv").stream()
                .filter(row -> Csv.cell(row, "agreement_id").equals(agreement)
                        && Csv.cell(row, "assessment_year").equals(Integer.toString(year))
                        && Csv.cell(row, "deadline").equals(deadline))
                .map(row -> Csv.cell(row, "due_on") + " " + Csv.cell(row, "status") + " " + Csv.cell(row, "basis"))
                .findFirst()
                .orElse("");
    }

    // ---- what is true of every one of them

    /** It is published, ends as expected, needs a person if and only if there is an error, and no share is lost or doubled. */
    FaultRun ends(int exit) throws IOException {
        assertEquals(exit, exit(), this::console);
        if (exit == 65) {
            assertTrue(!isPublished(), "nothing is published");
            return this;
        }
        assertEquals(
                exit == 2, !errors().isEmpty(), () -> "exit " + exit + " and the errors go together: " + console());
        for (Map<String, String> position : rows("positions.csv")) {
            assertEquals("0", Csv.cell(position, "check"), position::toString);
        }
        for (Map<String, String> line : rows("release-instructions.csv")) {
            assertEquals(
                    Portfolio.number(line, "entitled_shares"),
                    Portfolio.number(line, "confirmed_shares")
                            + Portfolio.number(line, "instructed_shares")
                            + Portfolio.number(line, "held_shares")
                            + Portfolio.number(line, "shares_to_instruct"),
                    line::toString);
        }
        return this;
    }
}
