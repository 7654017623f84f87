package io.earnout.present.papers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Input folders in the making. */
final class Inputs {

    private Inputs() {}

    /** A copy of a folder, to be changed. */
    static Path copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        List<Path> files;
        try (Stream<Path> all = Files.list(from)) {
            files = all.toList();
        }
        for (Path file : files) {
            Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
        }
        return to;
    }

    static void replace(Path file, String old, String by) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(old), () -> file + " has no " + old);
        Files.writeString(file, text.replace(old, by));
    }

    /** A cell, whatever stands in it. */
    static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
