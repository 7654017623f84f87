package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.cli.EarnoutApplication;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line, from the arguments to the exit code. */
final class CommandLineTest {

    private static final String INPUT = "src/test/resources/cases/kaixin-five-years/input";

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void helpNamesTheOptionsAndTheExitCodes() {
        assertEquals(0, run("--help"));
        String help = out.toString(StandardCharsets.UTF_8);
        for (String told : new String[] {"--input", "--output", "--as-of", "--help", "--version", "64", "65", "75"}) {
            assertTrue(help.contains(told), told);
        }
        assertEquals("", err.toString(StandardCharsets.UTF_8));
    }

    @Test
    void versionIsThatOfTheBuild() {
        assertEquals(0, run("--version"));
        assertTrue(
                out.toString(StandardCharsets.UTF_8).matches("earn-out escrow job [0-9]+\\.[0-9]+\\.[0-9]+\\R"),
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void anUnknownOptionIsToldByItsName() {
        assertEquals(64, run("--inptu", "x"));
        assertTrue(told().contains("--inptu"), told());
        assertTrue(told().contains("--help"), told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"exlpain, explain", "verfy, verify", "--inptu, --input", "chekc, check", "--outptu, --output"})
    void whatIsMistypedIsAskedAfter(String typedAndMeant) {
        String[] words = typedAndMeant.split(", ", 2);
        assertEquals(64, run(words[0], "x"));
        assertTrue(told().contains("\"" + words[0] + "\" is not a"), told());
        assertTrue(told().contains("did you mean " + words[1] + "?"), told());
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "-h", "help"})
    void helpNamesTheCommandsAndFitsAScreen(String asked) {
        assertEquals(0, run(asked));
        String help = out.toString(StandardCharsets.UTF_8);
        for (String command :
                new String[] {"new", "check", "explain", "what-if", "draft", "page", "runs", "verify", "archive", "help"
                }) {
            assertTrue(help.contains("\n  " + command + " "), command);
        }
        assertTrue(help.lines().allMatch(line -> line.length() <= 80), help);
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "check", "explain", "what-if", "draft", "page", "runs", "verify", "archive"})
    void everyCommandHasAHelp(String command) {
        assertEquals(0, run("help", command));
        String help = out.toString(StandardCharsets.UTF_8);
        out.reset();
        assertEquals(0, run(command, "-h"));
        assertEquals(help, out.toString(StandardCharsets.UTF_8));
        assertTrue(help.startsWith("Usage: ./run.sh " + command), help);
    }

    @Test
    void whatIsNoOptionIsRefused() {
        assertEquals(64, run("input"));
        assertTrue(told().contains("input"), told());
    }

    @Test
    void anOptionWithoutItsValueIsRefused() {
        assertEquals(64, run("--as-of"));
        assertTrue(told().contains("--as-of"), told());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2031-02-29",
                "2031-13-01",
                "10.02.2031",
                "tomorrow",
                "",
                " 2031-02-10",
                "+12345-01-01",
                "-0001-01-01"
            })
    void aDayThatDoesNotExistIsRefusedAndNothingIsWritten(String day) {
        assertEquals(64, run("--input", INPUT, "--output", outputFolder(), "--as-of", day));
        assertTrue(told().contains("\"" + day + "\" is not a valid date in the form YYYY-MM-DD"), told());
        assertFalse(Files.exists(folder.resolve("output")), "nothing is written");
    }

    /** A variable of a script that isn't set would otherwise let a run be written into the current folder. */
    @ParameterizedTest
    @ValueSource(strings = {"--input", "--output"})
    void anEmptyNameIsNoFolder(String option) {
        assertEquals(64, run(option, "", "--as-of", "2026-02-10"));
        assertTrue(told().contains("'" + option + "'"), told());
        assertTrue(told().contains("empty"), told());
    }

    @Test
    void anOptionGivenTwiceIsRefused() {
        assertEquals(64, run("--as-of", "2031-02-10", "--as-of", "2031-02-11"));
        assertTrue(told().contains("--as-of"), told());
    }

    @Test
    void aRunInACommandLineOfItsOwnPublishes() {
        assertEquals(2, run("--input", INPUT, "--output", outputFolder(), "--as-of", "2026-02-10"));
        assertTrue(Files.exists(folder.resolve("output/latest/manifest.json")), told());
        assertTrue(
                out.toString(StandardCharsets.UTF_8)
                        .lines()
                        .skip(1)
                        .findFirst()
                        .orElse("")
                        .startsWith("TO DO: 1 of 1 is late"),
                "without a terminal one line on the run, and what is to be done");
        assertTrue(told().startsWith("KAIXIN-2025: the shares were to be deposited by 2025-12-23"), told());
    }

    @Test
    void theInputFolderIsTakenFromTheCommandLine() {
        assertEquals(65, run("--input", folder.resolve("nowhere").toString(), "--output", outputFolder()));
        assertTrue(told().contains("nowhere"), told());
    }

    private String outputFolder() {
        return folder.resolve("output").toString();
    }

    private String told() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int run(String... arguments) {
        try (PrintStream printedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream printedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            return EarnoutApplication.run(arguments, printedOut, printedErr);
        }
    }
}
