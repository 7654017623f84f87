package io.earnout.present.report;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Chromium without a screen, cut off from the network. */
final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private final Path program;
    private final Path profile;

    private Browser(Path program, Path profile) {
        this.program = program;
        this.profile = profile;
    }

    /** The browser of this machine, if it has one. */
    static Optional<Browser> find(Path profile) {
        for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
            for (String name : NAMES) {
                Path program = Path.of(folder, name);
                if (!folder.isEmpty() && Files.isExecutable(program)) {
                    return Optional.of(new Browser(program, profile));
                }
            }
        }
        return Optional.empty();
    }

    /** The page unchanged once it is loaded, in a window of a width, and what the console said. */
    Seen open(Path page, int width) throws IOException, InterruptedException {
        Path out = profile.resolveSibling("dom.html");
        Path err = profile.resolveSibling("console.txt");
        run(
                out,
                err,
                "--window-size=" + width + ",1600",
                "--dump-dom",
                page.toUri().toString());
        return new Seen(
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8)
                        .lines()
                        .filter(line -> line.contains("CONSOLE"))
                        .toList());
    }

    /** Prints a page. */
    void print(Path page, Path pdf) throws IOException, InterruptedException {
        Path nowhere = profile.resolveSibling("print.txt");
        run(
                nowhere,
                nowhere,
                "--no-pdf-header-footer",
                "--print-to-pdf=" + pdf,
                page.toUri().toString());
    }

    private void run(Path out, Path err, String... what) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--enable-logging=stderr",
                "--host-resolver-rules=MAP * 0.0.0.0",
                "--user-data-dir=" + profile));
        command.addAll(List.of(what));
        Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        if (!process.waitFor(2, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException("the browser doesn't come to an end");
        }
    }

    /**
     * What the browser made of a page.
     *
     * @param console what its console said
     */
    record Seen(String html, List<String> console) {}
}
