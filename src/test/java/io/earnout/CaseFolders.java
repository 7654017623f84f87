package io.earnout;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cases that whole runs are compared with: a folder each, with its input and what is expected of it. */
public final class CaseFolders {

    private static final Path ALL = Path.of("src/test/resources/cases");

    private CaseFolders() {}

    /** The names of all cases, in their order. */
    public static List<String> names() throws IOException {
        try (Stream<Path> folders = Files.list(ALL)) {
            return folders.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /** The folder of a case. */
    public static Path of(String name) {
        return ALL.resolve(name);
    }

    /** The input folder of a case. */
    public static Path input(String name) {
        return of(name).resolve("input");
    }
}
