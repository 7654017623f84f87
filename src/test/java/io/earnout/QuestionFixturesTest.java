package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whole answers, reviewed like code. A file {@code questions/NAME.txt} holds the command line in its first line and below it
 * what people see and how it ends. {@code mvn test -Dtest=QuestionFixturesTest -Dcases.update=true} writes them anew, so that
 * a change is reviewed as a difference.
 */
class QuestionFixturesTest {

    private static final Path QUESTIONS = Path.of("src/test/resources/questions");
    private static final boolean UPDATE = Boolean.getBoolean("cases.update");
    private static final String PROMPT = "$ ./run.sh ";

    static List<String> questions() throws IOException {
        try (Stream<Path> files = Files.list(QUESTIONS)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("questions")
    void everyQuestionIsAnsweredAsReviewed(String name) throws IOException {
        Path file = QUESTIONS.resolve(name);
        String expected = Files.readString(file);
        String question = expected.lines().findFirst().orElseThrow();
        assertTrue(question.startsWith(PROMPT), question);

        CliRun asked = CliRun.of(question.substring(PROMPT.length()).split(" "));

        String given = question + "\n" + asked.out() + asked.err() + "exit " + asked.exit() + "\n";
        if (UPDATE) {
            Files.writeString(file, given);
            return;
        }
        assertEquals(expected, given);
        // a row to paste is as long as it is
        given.lines()
                .skip(1)
                .filter(line -> !line.startsWith("    ") || !line.contains(".csv"))
                .forEach(line -> assertTrue(line.codePointCount(0, line.length()) <= 100, line));
    }
}
