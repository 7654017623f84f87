package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.terms.Figures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The terms are confidential (SPA 9): what a run writes is its owner's alone, and a log has no figure. */
@DisplayName("What is confidential")
@Tag("nothing-lost")
class ConfidentialTest {

    /** Amounts and quantities; shorter numbers are years, counts and days. */
    private static final Pattern FIGURE = Pattern.compile("(?<![0-9A-Za-z.-])[0-9]{5,}(?:\\.[0-9]+)?(?![0-9A-Za-z-])");

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "is its owner''s alone with a umask of {0}")
    @ValueSource(strings = {"000", "022", "077"})
    void isItsOwnersAloneWhateverTheUmask(String umask) throws IOException, InterruptedException {
        Path input = Portfolio.ofInvented(folder.resolve("input"), 1, 3).input();
        Path output = folder.resolve("output");
        JobProcess run =
                JobProcess.start(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "umask"), input, output);
        int exit = run.end();
        assertTrue(exit == 0 || exit == 2, run.told());
        Files.writeString(input.resolve("agreements.csv"), "no header");
        JobProcess rejected =
                JobProcess.start(List.of("sh", "-c", "umask " + umask + "; exec \"$@\"", "umask"), input, output);
        assertEquals(65, rejected.end(), rejected.told());
        assertOwnersAlone(output);
    }

    private static void assertOwnersAlone(Path output) throws IOException {
        try (Stream<Path> all = Files.walk(output)) {
            for (Path path : all.filter(path -> !Files.isSymbolicLink(path)).toList()) {
                assertEquals(
                        Files.isDirectory(path) ? "rwx------" : "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS)),
                        path.toString());
            }
        }
    }

    /** What cron appends to a log, and what the job repository keeps, which others may look after. */
    @ParameterizedTest(name = "is not in the log of {0}")
    @ValueSource(
            strings = {
                "kaixin-five-years",
                "several-agreements-shuffled",
                "over-release-held-against",
                "conflict",
                "largest-figures",
                "projection"
            })
    void noFigureIsInALog(String name) throws IOException {
        Path input = CaseFolders.input(name);
        TestRun run = TestRun.of(input, folder.resolve("output"));
        assertTrue(run.exit() == 0 || run.exit() == 2, run.err());
        Set<String> figures = new TreeSet<>();
        for (Path from : List.of(input, run.published())) {
            try (Stream<Path> files = Files.list(from)) {
                for (Path file :
                        files.filter(path -> path.toString().endsWith(".csv")).toList()) {
                    Matcher figure = FIGURE.matcher(Files.readString(file));
                    while (figure.find()) {
                        figures.add(figure.group());
                        figures.add(Figures.grouped(figure.group()));
                    }
                }
            }
        }
        assertFalse(figures.isEmpty());
        String repository =
                Files.readString(run.outputFolder().resolve(".repository/earnout.mv.db"), StandardCharsets.ISO_8859_1);
        for (String figure : figures) {
            assertFalse(run.out().contains(figure), figure + " in " + run.out());
            // the database has times and settings of its own, with the digits of shorter or longer numbers
            boolean kept = figure.length() > 6
                    && Pattern.compile("(?<![0-9.])" + Pattern.quote(figure) + "(?![0-9])")
                            .matcher(repository)
                            .find();
            assertFalse(kept, figure + " in the job repository");
        }
    }

    @Test
    @DisplayName("nothing is written by a logging framework")
    void nothingIsWrittenByALoggingFramework() throws IOException {
        TestRun run = TestRun.of(CaseFolders.input("conflict"), folder.resolve("output"));
        assertFalse((run.out() + run.err()).contains("INFO"), run.out() + run.err());
        assertFalse((run.out() + run.err()).contains("WARN"), run.out() + run.err());
        assertTrue(run.out().lines().skip(1).findFirst().orElse("").startsWith("TO DO"), run.out());
    }
}
