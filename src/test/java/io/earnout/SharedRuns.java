package io.earnout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.util.FileSystemUtils;

/**
 * Runs that several tests only look at: each input is settled once in a process, on the tests' own day and into an output
 * folder that was empty. A test that changes an output folder takes a copy.
 */
public final class SharedRuns {

    private static final Map<Path, TestRun> RUNS = new HashMap<>();
    private static final Path FOLDER = temporary("earnout-shared-runs");

    private SharedRuns() {}

    /** The run of an input, with a person at the screen. */
    public static synchronized TestRun of(Path input) {
        return RUNS.computeIfAbsent(
                input,
                missing ->
                        TestRun.onTerminal(missing, FOLDER.resolve(Integer.toString(RUNS.size())), Optional.empty()));
    }

    /** Copies an output folder with all that is hidden in it; what is a link stays one. */
    static void copy(Path output, Path copy) throws IOException {
        Files.walkFileTree(output, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                return copied(folder);
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                return copied(file);
            }

            private FileVisitResult copied(Path path) throws IOException {
                Files.copy(
                        path,
                        copy.resolve(output.relativize(path)),
                        StandardCopyOption.COPY_ATTRIBUTES,
                        LinkOption.NOFOLLOW_LINKS);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** A folder that goes when this process ends. */
    static Path temporary(String name) {
        try {
            Path folder = Files.createTempDirectory(name);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
