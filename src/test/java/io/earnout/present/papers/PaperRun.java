package io.earnout.present.papers;

import io.earnout.Csv;
import io.earnout.SharedRuns;
import io.earnout.TestRun;
import io.earnout.cli.Console;
import io.earnout.cli.EscrowRun;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;

/**
 * One run of the job, and the papers that it drafted.
 *
 * @param err what went to standard error
 */
record PaperRun(int exit, String err, Path folder) {

    static final LocalDate TODAY = LocalDate.of(2031, 3, 1);

    static PaperRun of(Path input, Path output) throws IOException {
        return of(input, output, TODAY);
    }

    static PaperRun of(Path input, Path output, LocalDate today) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exit;
        try (PrintStream printedOut = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream printedErr = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            exit = new EscrowRun(new Console(printedOut, printedErr, false, false), "test", today)
                    .execute(input, output, Optional.empty())
                    .code();
        }
        if (!Files.exists(output.resolve("latest"))) {
            throw new AssertionError("nothing was published: " + exit + "\n" + err.toString(StandardCharsets.UTF_8));
        }
        return new PaperRun(
                exit,
                err.toString(StandardCharsets.UTF_8),
                output.resolve("latest").toRealPath());
    }

    /** The run of an input that other tests look at, too. */
    static PaperRun shared(Path input) throws IOException {
        TestRun run = SharedRuns.of(input);
        return new PaperRun(run.exit(), run.err(), run.published());
    }

    /** The names of the papers, in order. */
    List<String> papers() throws IOException {
        Path documents = folder.resolve(DraftedDocument.FOLDER);
        if (!Files.isDirectory(documents)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(documents)) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    byte[] bytes(String paper) throws IOException {
        return Files.readAllBytes(folder.resolve(DraftedDocument.FOLDER).resolve(paper));
    }

    /** The bytes of all papers, by name. */
    Map<String, byte[]> allBytes() throws IOException {
        Map<String, byte[]> bytes = new TreeMap<>();
        for (String paper : papers()) {
            bytes.put(paper, bytes(paper));
        }
        return bytes;
    }

    /** The text of a paper, its lines joined by spaces. */
    String flowing(String paper) throws IOException {
        return text(paper).replaceAll("\\s+", " ");
    }

    /** The text of a paper unchanged on its pages. */
    String text(String paper) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes(paper))) {
            PDFTextStripper stripper = new PDFTextStripper();
            stripper.setSortByPosition(true);
            stripper.setLineSeparator("\n");
            return stripper.getText(document);
        }
    }

    /** The one paper of a kind whose name begins so. */
    String paper(String begin, PaperKind kind) throws IOException {
        List<String> found = papers().stream()
                .filter(name -> name.startsWith(begin)
                        && (name.contains("-" + kind.inFileNames() + "-v")
                                || name.endsWith("-" + kind.inFileNames() + ".pdf")))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError("not one " + kind + " of " + begin + " among " + papers());
        }
        return found.get(0);
    }

    /** The rows of a published file. */
    List<Map<String, String>> rows(String file) throws IOException {
        return Csv.rows(Files.readString(folder.resolve(file), StandardCharsets.UTF_8));
    }
}
