package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sentence that the program can print is in plain English. */
@DisplayName("The program's sentences")
class MessagesTest {

    private static final Path MAIN = Path.of("src/main/java/io/earnout");

    /** Comments, texts of one character, and literals with the plus signs that join them to one sentence. */
    private static final Pattern SENTENCE = Pattern.compile(
            "//[^\\n]*|/\\*(?s:.*?)\\*/|'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*+\"(?:\\s*\\+\\s*\"(?:\\\\.|[^\"\\\\])*+\")*");

    private static final Pattern JOINT = Pattern.compile("\"\\s*\\+\\s*\"");

    /** The word of {@code delays.csv} for days for which no party is liable: files keep their words. */
    private static final Set<String> WORDS_OF_FILES = Set.of("nobody");

    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(MAIN)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sources")
    void areInPlainEnglish(Path source) throws IOException {
        List<String> dropped = new ArrayList<>();
        Matcher sentence = SENTENCE.matcher(Files.readString(source));
        while (sentence.find()) {
            String text = JOINT.matcher(sentence.group()).replaceAll("");
            if (text.startsWith("\"") && !WORDS_OF_FILES.contains(text.substring(1, text.length() - 1))) {
                dropped.addAll(PlainLanguage.droppedIn(text));
            }
        }
        assertEquals(List.of(), dropped);
    }
}
