package io.earnout.escrow.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing can be found wrong that no test ever found: each code stands in a test, or in what a fixture expects. */
class CodesAreTestedTest {

    private static final Pattern WORD = Pattern.compile("[A-Z][A-Z0-9_]+");

    /** Where main code finds things. */
    private static final List<Path> FINDERS = List.of(Path.of("src/main/java/io/earnout/escrow"));

    private static final List<Path> TESTS = List.of(
            Path.of("src/test/java"), Path.of("src/test/resources/cases"), Path.of("src/test/resources/errors"));

    @Test
    void everyCodeThatTheEscrowFindsStandsInATestOrAFixture() throws IOException {
        Set<FindingCode> found = mentioned(FINDERS, "FindingCode.java");
        found.removeAll(mentioned(TESTS, getClass().getSimpleName() + ".java"));
        assertEquals(Set.of(), found);
    }

    private static Set<FindingCode> mentioned(List<Path> folders, String butFor) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(file -> file.toString().endsWith(".java")
                                || file.endsWith("expected.txt")
                                || file.endsWith("exceptions.csv"))
                        .filter(file -> !file.endsWith(butFor))
                        .forEach(files::add);
            }
        }
        Set<String> words = new HashSet<>();
        for (Path file : files) {
            Matcher word = WORD.matcher(Files.readString(file, UTF_8));
            while (word.find()) {
                words.add(word.group());
            }
        }
        Set<FindingCode> codes = EnumSet.noneOf(FindingCode.class);
        for (FindingCode code : FindingCode.values()) {
            if (words.contains(code.name())) {
                codes.add(code);
            }
        }
        return codes;
    }
}
