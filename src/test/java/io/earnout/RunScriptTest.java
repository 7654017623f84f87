package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;

/**
 * {@code run.sh} in rare surroundings, with a Java and a Maven that only note what they are asked for: whatever is missing, in
 * the way or set strangely, it starts the program built from the sources as they are, or says why it can't.
 */
@DisplayName("run.sh")
@Tag("nothing-lost")
class RunScriptTest {

    /** Unpacks, trains, says where it is, or starts the "program", whose jar holds the source that it was built from. */
    private static final String JAVA = """
            #!/bin/sh
            here=$(dirname "$(dirname "$(readlink -f "$0")")")
            jar= last= dumps=
            for each in "$@"; do
                case $each in
                -XX:DumpLoadedClassList=*) echo java/lang/Object >"${each#*=}"; exit 0 ;;
                -Xshare:dump) dumps=yes ;;
                -XX:SharedArchiveFile=*) [ -z "$dumps" ] || { echo archive >"${each#*=}"; exit 0; } ;;
                -version) printf 'Picked up JAVA_TOOL_OPTIONS: -Dx\n    java.home = %s\n    java.version = 17.0.9\n' "$here" >&2; exit 0 ;;
                esac
                [ "$last" != -jar ] || jar=$each
                [ "$last" != --destination ] || { mkdir "$each"; cp "$jar" "$each"; exit 0; }
                last=$each
            done
            printf 'built from %s\nlocale %s\numask %s\n' "$(cat "$jar")" "$LC_ALL" "$(umask)"
            printf 'argument %s\n' "$@"
            exit 42
            """;

    private static final String MAVEN = """
            #!/bin/sh
            echo built >>"$BUILDS"
            [ -z "${MAVEN_FAILS:-}" ] || { echo no such plugin; exit 1; }
            [ -x "$JAVA_HOME/bin/javac" ] || exit 1
            [ -z "${MAVEN_WAITS:-}" ] || { : >"$BUILDS.waiting"; cat "$MAVEN_WAITS"; }
            mkdir target
            cp src/main/Source target/earnout-escrow.jar
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path project = Path.of("");
    private Path tools = Path.of("");
    private Path jdk = Path.of("");
    private Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void writesAProject() throws IOException {
        project = folder.resolve("project");
        tools = Files.createDirectories(folder.resolve("tools"));
        jdk = folder.resolve("jdk");
        for (String directory : List.of(".mvn", "src/main", "src/test", "input")) {
            Files.createDirectories(project.resolve(directory));
        }
        Files.copy(Path.of("run.sh"), project.resolve("run.sh"));
        Files.writeString(project.resolve("pom.xml"), "<project/>");
        source("one");
        writesAJdk(jdk);
        executable(tools.resolve("mvn"), MAVEN);
        environment = new HashMap<>(Map.of(
                "JAVA_HOME", jdk.toString(),
                "PATH", tools + ":/usr/bin:/bin",
                "BUILDS", folder.resolve("builds").toString()));
    }

    private static void writesAJdk(Path jdk) throws IOException {
        Files.createDirectories(jdk.resolve("lib"));
        Files.writeString(jdk.resolve("lib/modules"), "");
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.9\"\n");
        executable(jdk.resolve("bin/java"), JAVA);
        executable(jdk.resolve("bin/javac"), JAVA);
    }

    private static void executable(Path file, String script) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, script);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private void source(String text) throws IOException {
        Files.writeString(project.resolve("src/main/Source"), text);
    }

    /** How a start ended, and what it said. */
    private record Start(int exit, String told) {

        void runs(String source) {
            assertEquals(42, exit, told);
            assertTrue(told.contains("built from " + source + "\n"), told);
        }

        void says(int code, String... words) {
            assertEquals(code, exit, told);
            for (String word : words) {
                assertTrue(told.contains(word), word + " in: " + told);
            }
            assertTrue(told.lines().anyMatch(line -> line.startsWith("earnout: ")), told);
        }
    }

    private Start start(String... arguments) throws IOException, InterruptedException {
        return startBy(List.of("sh"), arguments);
    }

    private Start startBy(List<String> shell, String... arguments) throws IOException, InterruptedException {
        return end(begin(shell, arguments));
    }

    private Process begin(List<String> shell, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(shell);
        command.add(project.resolve("run.sh").toString());
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static Start end(Process process) throws IOException, InterruptedException {
        String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(30, TimeUnit.SECONDS), "it waits for ever: " + told);
        return new Start(process.exitValue(), told);
    }

    private long builds() throws IOException {
        Path builds = folder.resolve("builds");
        return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
    }

    // --- what is built -----------------------------------------------------------------------------------------------

    /** By content alone: a checkout of an older state has new times, a restored backup old ones. */
    @Test
    void isBuiltExactlyWhenTheContentOfTheSourcesDiffers() throws IOException, InterruptedException {
        Path file = project.resolve("src/main/Source");
        start().runs("one");
        start().runs("one");
        assertEquals(1, builds());
        Files.setLastModifiedTime(file, FileTime.fromMillis(4_000_000_000_000L));
        start().runs("one");
        assertEquals(1, builds(), "newer, and the same");
        source("two");
        Files.setLastModifiedTime(file, FileTime.fromMillis(0));
        start().runs("two");
        assertEquals(2, builds(), "older, and another");
        source("one");
        start().runs("one");
        assertEquals(2, builds(), "what it was before is still there");
        Files.writeString(project.resolve("pom.xml"), "<project >");
        start().runs("one");
        Files.writeString(project.resolve(".mvn/jvm.config"), "-Dx");
        start().runs("one");
        Files.writeString(project.resolve("src/main/empty"), "");
        start().runs("one");
        Files.move(project.resolve("src/main/empty"), project.resolve("src/main/moved"));
        start().runs("one");
        assertEquals(6, builds(), "pom, settings, a file added, a file renamed");
        Files.writeString(project.resolve("src/test/Test"), "");
        start().runs("one");
        assertEquals(6, builds(), "tests are no part of the program");
        try (Stream<Path> kept = Files.list(project.resolve("target/app"))) {
            assertEquals(
                    2, kept.filter(Files::isDirectory).count(), "the last and the one before, which may still run");
        }
    }

    /** The same size, times and place: only the time of change tells, which nobody can set. */
    @Test
    void aSourceRewrittenInPlaceIsFound() throws IOException, InterruptedException {
        Path file = project.resolve("src/main/Source");
        FileTime longAgo = FileTime.fromMillis(1_000_000_000_000L);
        Files.setLastModifiedTime(file, longAgo);
        start().runs("one");
        start().runs("one");
        source("two");
        Files.setLastModifiedTime(file, longAgo);
        start().runs("two");
    }

    @Test
    void runsWithoutSourcesWhatIsBuilt() throws IOException, InterruptedException {
        start().runs("one");
        FileSystemUtils.deleteRecursively(project.resolve("src"));
        Files.delete(project.resolve("pom.xml"));
        start().runs("one");
        FileSystemUtils.deleteRecursively(project.resolve("target"));
        start().says(69, "nothing to run");
    }

    @Test
    void startsThatComeTogetherBuildOnce() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/flock")), "left out: without flock each builds for itself");
        List<Process> starts = new ArrayList<>();
        for (int start = 0; start < 4; start++) {
            starts.add(begin(List.of("sh")));
        }
        for (Process start : starts) {
            end(start).runs("one");
        }
        assertEquals(1, builds());
    }

    /** Neither kill -9 nor SIGTERM leaves a lock or half a program, and the next start doesn't wait. */
    @ParameterizedTest(name = "a build that is ended, by force: {0}, leaves nothing in the way")
    @ValueSource(booleans = {true, false})
    void aBuildThatIsKilledLeavesNothingInTheWay(boolean byForce) throws IOException, InterruptedException {
        Path pipe = folder.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        environment.put("MAVEN_WAITS", pipe.toString());
        Process killed = begin(List.of("sh"));
        while (killed.isAlive() && !Files.exists(folder.resolve("builds.waiting"))) {
            Thread.onSpinWait();
        }
        if (byForce) {
            killed.destroyForcibly();
        } else {
            killed.destroy();
        }
        assertEquals(byForce ? 137 : 130, killed.waitFor());
        environment.remove("MAVEN_WAITS");
        start().runs("one");
        assertEquals(2, builds());
        try (Stream<Path> left = Files.list(project.resolve("target/app"))) {
            assertFalse(left.anyMatch(path -> path.getFileName().toString().startsWith("building")));
        }
        assertEquals(
                0,
                new ProcessBuilder("sh", "-c", ": 1<>\"$0\"", pipe.toString())
                        .start()
                        .waitFor());
    }

    @Test
    void aBuildThatFailsSaysSo() throws IOException, InterruptedException {
        environment.put("MAVEN_FAILS", "yes");
        start().says(69, "no such plugin", "the build failed", "build.log");
        environment.remove("MAVEN_FAILS");
        start().runs("one");
    }

    @Test
    void whatIsMissingForABuildIsNamed() throws IOException, InterruptedException {
        assumeTrue(!Files.exists(Path.of("/usr/local/bin/mvn")), "left out: there is always a Maven here");
        Path without = Files.createDirectories(folder.resolve("without-maven"));
        for (String tool : List.of("readlink", "locale", "du", "find", "cmp", "sha256sum", "sort", "cat", "rm")) {
            executable(without.resolve(tool), "#!/bin/sh\nexec /usr/bin/" + tool + " \"$@\"\n");
        }
        Files.writeString(
                project.resolve("run.sh"),
                Files.readString(project.resolve("run.sh"))
                        .replace("PATH=${PATH:+$PATH:}/usr/local/bin:/usr/bin:/bin", ""));
        environment.put("PATH", without.toString());
        startBy(List.of("/bin/sh")).says(69, "Maven is missing");
        Files.delete(without.resolve("du"));
        startBy(List.of("/bin/sh")).says(69, "Maven is missing");
        Files.delete(without.resolve("sort"));
        startBy(List.of("/bin/sh")).says(69, "sort");
    }

    // --- what is in the way
    // --------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "{0} in the way is said")
    @CsvSource({"target,73", "target/app,73", "target/app/lock,73", "src/main,69", ".mvn,69"})
    void whatIsInTheWayIsSaid(String name, int code) throws IOException, InterruptedException {
        Path path = project.resolve(name);
        FileSystemUtils.deleteRecursively(path);
        if (name.endsWith("lock")) {
            Files.createDirectories(path);
        } else if (code == 73) {
            Files.createDirectories(path.getParent());
            Files.writeString(path, "a file");
        }
        start().says(code, path.getFileName().toString());
    }

    @Test
    void aFolderThatCannotBeWrittenRunsWhatIsBuiltAndSaysWhyItCannotBuild() throws IOException, InterruptedException {
        Path pom = project.resolve("pom.xml");
        String script = "mount --bind '%s' '%s' && mount -o remount,bind,ro '%s' && exec sh '%s'"
                .replace("%s", project.toString())
                .replaceFirst("exec sh '.*'", "exec sh '" + project.resolve("run.sh") + "'");
        assumeTrue(
                end(new ProcessBuilder("unshare", "-rm", "true").start()).exit() == 0,
                "left out: this system lets nobody mount");
        start().runs("one");
        List<String> readOnly = List.of("unshare", "-rm", "sh", "-c", script);
        startBy(readOnly).runs("one");
        Files.writeString(pom, "<project >");
        startBy(readOnly).says(73, "Read-only file system");
        FileSystemUtils.deleteRecursively(project.resolve("target"));
        startBy(readOnly).says(73, "Read-only file system");
    }

    @Test
    void aTargetOfAnotherUserIsRunAndNotWritten() throws IOException, InterruptedException {
        start().runs("one");
        assumeTrue(
                System.getProperty("user.name").equals("root") && Files.isExecutable(Path.of("/usr/bin/setpriv")),
                "left out: only root can be another user");
        for (Path open : List.of(folder, project)) {
            Files.setPosixFilePermissions(open, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        List<String> another = List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "sh");
        startBy(another).runs("one");
        source("two");
        startBy(another).says(73, "Permission denied");
    }

    // --- Java
    // ----------------------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "Java is found by {0}")
    @ValueSource(
            strings = {
                "a chain of links",
                "a script that chooses",
                "a wrong JAVA_HOME",
                "an old JAVA_HOME",
                "an empty java"
            })
    void javaIsFoundBy(String way) throws IOException, InterruptedException {
        environment.remove("JAVA_HOME");
        Path java = jdk.resolve("bin/java");
        Path onPath = tools.resolve("java");
        switch (way) {
            case "a chain of links" -> {
                Files.createSymbolicLink(folder.resolve("second"), java);
                Files.createSymbolicLink(onPath, Path.of("../second"));
            }
            case "a script that chooses" -> {
                executable(onPath, "#!/bin/sh\nexec '" + java + "' \"$@\"\n");
                environment.put("JAVA_TOOL_OPTIONS", "-Dx=y");
            }
            default -> {
                Files.createSymbolicLink(onPath, java);
                Path other = folder.resolve("other");
                environment.put("JAVA_HOME", other.toString());
                if (way.contains("old")) {
                    writesAJdk(other);
                    Files.writeString(other.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
                } else if (way.contains("empty")) {
                    writesAJdk(other);
                    executable(other.resolve("bin/java"), "");
                }
            }
        }
        start().runs("one");
        assertEquals(1, builds());
    }

    @Test
    void aJavaWithoutCompilerBuildsWithTheJdkOnThePath() throws IOException, InterruptedException {
        Path runtime = folder.resolve("runtime");
        writesAJdk(runtime);
        Files.delete(runtime.resolve("bin/javac"));
        environment.put("JAVA_HOME", runtime.toString());
        executable(tools.resolve("javac"), "#!/bin/sh\nexec '" + jdk.resolve("bin/javac") + "' \"$@\"\n");
        start().runs("one");
    }

    /** An empty file would end as "done, nothing needs a person", one for another machine as whatever its bytes mean. */
    @ParameterizedTest(name = "a java that is {0} is not taken for the program")
    @ValueSource(strings = {"empty", "for another machine", "broken"})
    void aJavaThatCannotBeStartedIsSaid(String how) throws IOException, InterruptedException {
        assumeTrue(!Files.exists(Path.of("/usr/local/bin/java")), "left out: there is always a Java here");
        String content = how.equals("empty") ? "" : how.equals("broken") ? "#!/bin/sh\nexit 2\n" : "\177ELF )(";
        start().runs("one");
        executable(jdk.resolve("bin/java"), content);
        Files.writeString(jdk.resolve("release"), "JAVA_VERSION=\"17.0.10\"\n");
        Files.createSymbolicLink(tools.resolve("java"), jdk.resolve("bin/java"));
        start().says(69, "Java");
    }

    @ParameterizedTest(name = "EARNOUT_JAVA_OPTS={0} is refused")
    @ValueSource(
            strings = {
                "-version",
                "--version",
                "-help",
                "-X",
                "-Xshare:dump",
                "Main",
                "-jar x.jar",
                "-Xmx1g --dry-run",
                "@file"
            })
    void anOptionWithWhichJavaDoesSomethingElseIsRefused(String options) throws IOException, InterruptedException {
        environment.put("EARNOUT_JAVA_OPTS", options);
        start().says(64, "EARNOUT_JAVA_OPTS");
    }

    // --- the caller's shell
    // --------------------------------------------------------------------------------------------

    @ParameterizedTest(name = "runs by {0}")
    @ValueSource(strings = {"sh", "dash", "bash", "bash --posix", "busybox sh", "ksh", "mksh", "zsh --emulate sh"})
    void runsByEveryShell(String shell) throws IOException, InterruptedException {
        List<String> command = List.of(shell.split(" "));
        assumeTrue(
                Stream.of(System.getenv("PATH").split(":"))
                        .anyMatch(bin -> Files.isExecutable(Path.of(bin, command.get(0)))),
                "left out: " + shell + " is missing here");
        startBy(command, "--input", "a b").runs("one");
        Start again = startBy(command, "--input", "a b");
        again.runs("one");
        assertTrue(again.told().contains("argument --input\nargument a b\n"), again.told());
        environment.put("MAVEN_FAILS", "yes");
        source("two");
        startBy(command).says(69, "the build failed");
        environment.put("EARNOUT_JAVA_OPTS", "-version");
        startBy(command).says(64, "EARNOUT_JAVA_OPTS");
        environment.remove("EARNOUT_JAVA_OPTS");
        FileSystemUtils.deleteRecursively(project.resolve("target"));
        Files.writeString(project.resolve("target"), "");
        startBy(command).says(73, "target");
    }

    @ParameterizedTest(name = "{0}={1} changes nothing")
    @CsvSource({
        "CDPATH,/:/tmp:.",
        "POSIXLY_CORRECT,1",
        "GREP_OPTIONS,--color=always",
        "IFS,/",
        "LS_COLORS,x",
        "TMPDIR,/nowhere",
        "BLOCKSIZE,1",
        "DU_BLOCK_SIZE,human-readable",
        "JAVA_TOOL_OPTIONS,-Dx=y",
        "SHELLOPTS,noclobber",
        "BASH_ENV,/nowhere",
        "ENV,/nowhere",
        "PATH,''",
        "TZ,nowhere",
        "MAVEN_OPTS,-Dx",
        "EARNOUT_JAVA_OPTS,-Dx=*",
        "HOME,/nowhere",
        "LOCPATH,/nowhere"
    })
    void aVariableOfTheCallerChangesNothing(String name, String value) throws IOException, InterruptedException {
        executable(project.resolve("mvn"), MAVEN);
        start().runs("one");
        environment.put(name, value);
        for (String shell :
                Files.isExecutable(Path.of("/bin/bash")) ? List.of("/bin/sh", "/bin/bash") : List.of("/bin/sh")) {
            startBy(List.of(shell)).runs("one");
        }
        assertEquals(1, builds());
    }

    @Test
    void runsInAnEmptyEnvironmentAsCronHasIt() throws IOException, InterruptedException {
        start().runs("one");
        environment = Map.of();
        Start cron = startBy(List.of("env", "-i", "JAVA_HOME=" + jdk, "/bin/sh"));
        cron.runs("one");
        assertTrue(cron.told().contains("umask 0077"), cron.told());
    }

    @ParameterizedTest(name = "file names are read as UTF-8 with LC_ALL={0}")
    @ValueSource(strings = {"", "C", "POSIX", "C.UTF-8", "xx_YY.UTF-8", "zh_CN.GBK"})
    void fileNamesAreReadAsUtf8(String locale) throws IOException, InterruptedException {
        environment.put("LC_ALL", locale);
        start().runs("one");
        // a system that has another UTF-8 locale alone, and one that has none
        executable(tools.resolve("locale"), """
                #!/bin/sh
                [ "$1" != -a ] || printf '%s\\n' C POSIX zh_TW.utf8 ${OTHER:-}
                case ${LC_ALL:-} in en_NZ.utf8) echo UTF-8 ;; *) echo ANSI_X3.4-1968 ;; esac
                """);
        environment.put("OTHER", "en_NZ.utf8");
        Start other = start();
        other.runs("one");
        assertTrue(other.told().contains("locale en_NZ.utf8\n"), other.told());
        environment.remove("OTHER");
        start().says(69, "no UTF-8 locale is installed");
    }

    @ParameterizedTest(name = "a project folder called {0}")
    @ValueSource(
            strings = {
                "a b",
                "a!b",
                "a;b",
                "a#b",
                "100%",
                "a%20b",
                "what?",
                "q'uote",
                "dq\"uote",
                "中文",
                "-dash",
                "-",
                "back\\slash",
                "$HOME",
                "`id`",
                "*",
                "line\nbreak",
                "line break\n",
                "😀"
            })
    void runsInAFolderOfAnyName(String name) throws IOException, InterruptedException {
        Path renamed = folder.resolve(name);
        Files.move(project, renamed);
        project = renamed;
        start().runs("one");
        // by its name in the current folder, and by a link to it
        Process named = new ProcessBuilder("sh", "-c", "exec sh \"./$0/run.sh\"", name)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        assertTrue(named.waitFor(30, TimeUnit.SECONDS));
        Path link = Files.createSymbolicLink(folder.resolve("link.sh"), Path.of(name, "run.sh"));
        project = Files.createDirectories(folder.resolve("elsewhere"));
        Files.createSymbolicLink(project.resolve("run.sh"), link);
        start().runs("one");
        assertEquals(1, builds());
    }

    @ParameterizedTest(name = "a project folder called {0} is refused")
    @ValueSource(strings = {"a:b", "end!"})
    void aFolderThatJavaStartsNothingInIsRefused(String name) throws IOException, InterruptedException {
        Path renamed = folder.resolve(name);
        Files.move(project, renamed);
        project = renamed;
        start().says(69, "move " + renamed);
    }

    /** Whoever changes the script while it waits, changes nothing. */
    @Test
    void isReadAsAWholeBeforeItDoesAnything() {
        try {
            String script = Files.readString(Path.of("run.sh"));
            assertTrue(script.endsWith("\nmain \"$@\"\n"), "the last line starts it");
            assertFalse(script.contains("\r"), "lines end with LF alone");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
