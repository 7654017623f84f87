package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/** A run reads from and writes into folders of any name, and says before any work what a file system can't do. */
@DisplayName("A folder")
@Tag("nothing-lost")
class AnyFolderTest {

    private static final Path INPUT = CaseFolders.input("countdown-before-any-report");
    private static final LocalDate DAY = LocalDate.of(2027, 1, 4);

    /** A file system that can't do something: what is asked for fails as it fails there. */
    private static final String FILE_SYSTEM = """
            #define _GNU_SOURCE
            #include <dlfcn.h>
            #include <errno.h>
            #include <fcntl.h>
            #include <stdarg.h>
            #include <stdlib.h>
            #include <string.h>
            #include <sys/stat.h>
            #include <unistd.h>
            static int without(const char *what) { const char *w = getenv("WITHOUT"); return w && !strcmp(w, what); }
            static int fails(int code) { errno = code; return -1; }
            int symlink(const char *target, const char *link) {
              return without("links") ? fails(EPERM)
                : ((int (*)(const char *, const char *)) dlsym(RTLD_NEXT, "symlink"))(target, link);
            }
            int fsync(int fd) {
              struct stat s;
              return without("force") && !fstat(fd, &s) && S_ISDIR(s.st_mode) ? fails(EINVAL)
                : ((int (*)(int)) dlsym(RTLD_NEXT, "fsync"))(fd);
            }
            static int control(const char *name, int fd, int what, void *how) {
              return without("locks") && what == F_SETLK ? fails(ENOLCK)
                : ((int (*)(int, int, void *)) dlsym(RTLD_NEXT, name))(fd, what, how);
            }
            int fcntl(int fd, int what, ...) {
              va_list l; va_start(l, what); void *how = va_arg(l, void *); va_end(l); return control("fcntl", fd, what, how);
            }
            int fcntl64(int fd, int what, ...) {
              va_list l; va_start(l, what); void *how = va_arg(l, void *); va_end(l); return control("fcntl64", fd, what, how);
            }
            """;

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "called {0}")
    @ValueSource(
            strings = {
                "a b;INIT=RUNSCRIPT FROM 'x'",
                "a!",
                "a:b",
                "100%",
                "a%3Bb+#?",
                "dq\"uote",
                "中文",
                "back\\slash",
                "~",
                "line\nbreak"
            })
    void ofAnyNameIsReadAndWritten(String name) throws IOException {
        Path input = folder.resolve("in").resolve(name);
        FileSystemUtils.copyRecursively(INPUT, input);
        Path output = folder.resolve("out").resolve(name);
        for (LocalDate day : List.of(DAY, DAY.plusDays(1))) {
            TestRun run = TestRun.of(input, output, day);
            assertEquals(0, run.exit(), run.err());
            assertEquals("", run.err());
        }
        assertTrue(Files.isRegularFile(output.resolve(".repository/earnout.mv.db")), "the repository is in it");
        try (Stream<Path> beside = Files.list(folder.resolve("out"))) {
            assertEquals(List.of(output), beside.toList(), "nothing is written beside it");
        }
    }

    /** Longer than the job repository can note. */
    @Test
    void mayLieDeep() throws IOException {
        Path output = folder;
        for (int depth = 0; depth < 15; depth++) {
            output = output.resolve("d".repeat(200));
        }
        TestRun run = TestRun.of(INPUT, output, DAY);
        assertEquals(0, run.exit(), run.err());
        assertEquals("", run.err());
    }

    @Test
    void mayBeALink() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("there")));
        assertEquals(0, TestRun.of(INPUT, link, DAY).exit());
        assertTrue(Files.isSymbolicLink(folder.resolve("there/latest")));
        TestRun nowhere =
                TestRun.of(INPUT, Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("nowhere")), DAY);
        assertEquals(73, nowhere.exit());
        assertTrue(nowhere.err().contains("is a link that leads to no folder"), nowhere.err());
    }

    @ParameterizedTest(name = "on a file system that {1} is refused before any work")
    @CsvSource({"links,makes no symbolic links", "force,forces no folders to the disk", "locks,locks no files"})
    void thatCannotBePublishedInIsRefused(String without, String said) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/cc")), "left out: no compiler for such a file system");
        Path source = Files.writeString(folder.resolve("file-system.c"), FILE_SYSTEM);
        Path library = folder.resolve("file-system.so");
        assumeTrue(
                new ProcessBuilder("cc", "-shared", "-fPIC", "-o", library.toString(), source.toString(), "-ldl")
                                .start()
                                .waitFor()
                        == 0,
                "left out: no compiler for such a file system");
        Path output = folder.resolve("output");
        JobProcess run = JobProcess.start(
                List.of("env", "LD_PRELOAD=" + library),
                Map.of("WITHOUT", without, "JAVA_TOOL_OPTIONS", "-XX:-UsePerfData"),
                folder.resolve("an-input-that-is-not-there"),
                output);
        assertEquals(73, run.end(), run.told());
        assertTrue(run.told().contains(said), run.told());
        try (Stream<Path> left = Files.list(output)) {
            assertEquals(List.of(output.resolve(".lock")), left.toList());
        }
    }

    /** Spring would read them; they are meant for other programs. */
    @Test
    void withSettingsOfOtherProgramsChangesNothing() throws IOException, InterruptedException {
        Files.writeString(folder.resolve("application.yml"), "a: [\n");
        Files.writeString(folder.resolve("application.properties"), "debug=true\nlogging.level.root=DEBUG\n");
        JobProcess run = JobProcess.start(
                List.of("env", "-C", folder.toString()),
                Map.of(
                        "SPRING_PROFILES_ACTIVE", "x y",
                        "SPRING_MAIN_WEB_APPLICATION_TYPE", "none of them",
                        "LOGGING_CONFIG", "/nowhere",
                        "DEBUG", "true"),
                INPUT.toAbsolutePath(),
                folder.resolve("output"));
        int exit = run.end();
        assertTrue(exit == 0 || exit == 2, run.told());
        assertEquals(
                List.of(),
                run.told().lines().filter(line -> line.contains("WARN")).toList());
    }
}
