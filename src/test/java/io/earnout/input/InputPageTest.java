package io.earnout.input;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.input.csv.Column;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The handbook describes every column of every input file, and says which are required. */
final class InputPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/input.md");

    @ParameterizedTest(name = "{0}")
    @EnumSource(Format.class)
    void everyColumnOfAnInputFileIsDescribed(Format format) throws IOException {
        String section = Stream.of(Files.readString(PAGE).split("\n(?=## )"))
                .filter(part -> part.lines().findFirst().orElse("").contains(format.fileName()))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section about " + format.fileName()));
        for (Column<?> column : format.schema().columns()) {
            String written = column.required() ? "**`" + column.name() + "`**" : "`" + column.name() + "`";
            assertTrue(section.contains(written), format.fileName() + ": " + written);
        }
    }
}
