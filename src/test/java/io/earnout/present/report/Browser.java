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
import java.util.regex.Pattern;

/** Chromium without a screen, cut off from the network. */
final class Browser {

    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome", "chrome");

    private static final String SHOW_WHAT_IS_IN_THEM = """
            <script>
            window.addEventListener('load', () => {
              for (const frame of document.querySelectorAll('iframe')) {
                const page = document.createElement('pre');
                page.className = 'page';
                page.textContent = frame.contentDocument.documentElement.outerHTML;
                document.body.append(page);
              }
            });
            </script>
            """;

    private static final Pattern IN_A_FRAME = Pattern.compile("<pre class=\"page\">(.*?)</pre>", Pattern.DOTALL);

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

    /**
     * The pages unchanged once they are loaded, and what the console said of any of them. Each has a frame of its own, which
     * is its window, since a start of the browser takes longer than all that it is to show.
     */
    Seen open(List<Page> pages) throws IOException, InterruptedException {
        StringBuilder frames = new StringBuilder("<!DOCTYPE html><html><head><meta charset=\"UTF-8\"></head><body>");
        for (Page page : pages) {
            frames.append("<iframe style=\"border: 0\" width=\"%d\" height=\"1600\" src=\"%s\"></iframe>"
                    .formatted(page.width(), page.file().toUri()));
        }
        Path outer = Files.writeString(
                profile.resolveSibling("frames.html"), frames + SHOW_WHAT_IS_IN_THEM + "</body></html>");
        Path out = profile.resolveSibling("dom.html");
        Path err = profile.resolveSibling("console.txt");
        run(
                out,
                err,
                "--allow-file-access-from-files",
                "--window-size=1600,1600",
                "--dump-dom",
                outer.toUri().toString());
        List<String> html = IN_A_FRAME
                .matcher(Files.readString(out, StandardCharsets.UTF_8))
                .results()
                .map(found -> found.group(1)
                        .replace("&lt;", "<")
                        .replace("&gt;", ">")
                        .replace("&nbsp;", "\u00a0")
                        .replace("&amp;", "&"))
                .toList();
        if (html.size() != pages.size()) {
            throw new IOException(html.size() + " of " + pages.size() + " pages are there: " + Files.readString(err));
        }
        return new Seen(
                html,
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
     * A page to open.
     *
     * @param width that of its window
     */
    record Page(Path file, int width) {}

    /**
     * What the browser made of pages.
     *
     * @param html each page, in the order in which they were asked for
     * @param console what its console said
     */
    record Seen(List<String> html, List<String> console) {}
}
