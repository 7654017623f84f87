package io.earnout;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * The program as processes start it: its classes in a jar, with an archive of loaded classes, as {@code run.sh} starts it. That
 * saves half of each start, and is made once for all processes that a test process starts.
 */
final class ProgramJar {

    private static final String MAIN = "io.earnout.cli.EarnoutApplication";
    private static final Path FOLDER = SharedRuns.temporary("earnout-program");
    private static final List<String> COMMAND = command();

    private ProgramJar() {}

    /** The command line that starts it, up to its own arguments. */
    static List<String> start() {
        return COMMAND;
    }

    private static List<String> command() {
        try {
            String classPath = classPath();
            Path archive = FOLDER.resolve("classes.jsa");
            List<String> training = java(classPath, "-XX:ArchiveClassesAtExit=" + archive);
            training.addAll(List.of(
                    "--input", CaseFolders.input("one-year").toString(),
                    "--output", FOLDER.resolve("training").toString()));
            new ProcessBuilder(training)
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("told").toFile())
                    .start()
                    .waitFor();
            // without it everything works, only slower
            return List.copyOf(
                    Files.exists(archive) ? java(classPath, "-XX:SharedArchiveFile=" + archive) : java(classPath));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> java(String classPath, String... options) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx320m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
        command.addAll(List.of(options));
        command.addAll(List.of("-cp", classPath, MAIN));
        return command;
    }

    /** That of the tests, with a jar in the place of each folder: an archive takes classes from jars alone. */
    private static String classPath() throws IOException {
        List<String> entries = new ArrayList<>();
        String ofTests = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        for (String entry : ofTests.split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            boolean ofTheProgram = Files.exists(path.resolve(MAIN.replace('.', '/') + ".class"));
            if (ofTheProgram) {
                entries.add(pack(path).toString());
            } else if (!Files.isDirectory(path)) {
                entries.add(entry);
            }
        }
        return String.join(File.pathSeparator, entries);
    }

    private static Path pack(Path classes) throws IOException {
        Path jar = FOLDER.resolve("earnout-escrow.jar");
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream packed = new JarOutputStream(out);
                Stream<Path> all = Files.walk(classes)) {
            packed.setLevel(0);
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                packed.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, packed);
            }
        }
        return jar;
    }
}
