package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.cli.ExitCode;
import io.earnout.output.OutputFile;
import io.earnout.terms.ReadingSwitch;
import io.earnout.terms.Term;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The README and the handbook say what the program does, in plain English. */
final class HandbookTest {

    private static final Path README = Path.of("README.md");
    private static final Path HANDBOOK = Path.of("src/site/markdown");
    private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`]*`|^    .*?$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)]+)\\)");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(
                README,
                Path.of("src/test/resources/cases/README.md"),
                Path.of("src/test/resources/errors/README.md"),
                Path.of("src/test/resources/faults/README.md"),
                Path.of("src/test/resources/published/README.md")));
        try (Stream<Path> files = Files.list(HANDBOOK)) {
            files.sorted().forEach(pages::add);
        }
        return pages;
    }

    private static String page(String name) throws IOException {
        return Files.readString(HANDBOOK.resolve(name));
    }

    /** The part of a page under the heading that has a text in it. */
    private static String section(String page, String heading) {
        return Stream.of(page.split("\n(?=## )"))
                .filter(section -> section.lines().findFirst().orElse("").contains(heading))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section about " + heading));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everySentenceIsPlain(Path page) throws IOException {
        String sentences = CODE.matcher(Files.readString(page)).replaceAll("it");
        assertEquals(List.of(), PlainLanguage.droppedIn(sentences));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everyLinkLeadsToAPage(Path page) throws IOException {
        List<String> broken = LINK.matcher(Files.readString(page))
                .results()
                .map(link -> link.group(1))
                .filter(link -> !Files.exists(page.resolveSibling(link)))
                .toList();
        assertEquals(List.of(), broken);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(OutputFile.class)
    void everyColumnOfAnOutputFileIsDescribed(OutputFile file) throws IOException {
        String section = section(page("output.md"), file.fileName());
        assertEquals(
                List.of(),
                file.columns().stream()
                        .filter(column -> !section.contains("`" + column + "`"))
                        .toList());
        assertTrue(Files.readString(README).contains("`" + file.fileName() + "`"), "the README lists it");
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ReadingSwitch.class)
    void everyChoiceOfAReadingIsDescribed(ReadingSwitch point) throws IOException {
        String row = page("readings.md")
                .lines()
                .filter(line -> line.startsWith("| `" + point.term() + "` |"))
                .findFirst()
                .orElse("");
        String choices = String.join(
                ", ",
                point.choices().stream().map(Term::term).map("`%s`"::formatted).toList());
        assertTrue(row.startsWith("| `" + point.term() + "` | " + choices + " |"), row);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(ExitCode.class)
    void everyExitCodeIsInTheReadme(ExitCode code) throws IOException {
        assertTrue(Files.readString(README).contains("\n| " + code.code() + " | "), "exit code " + code.code());
    }

    @Test
    void theReadmeIsShort() throws IOException {
        assertTrue(Files.readAllLines(README).size() <= 120, "what is longer belongs into the handbook");
    }
}
