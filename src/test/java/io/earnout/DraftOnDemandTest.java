package io.earnout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.cli.EarnoutApplication;
import io.earnout.cli.Surroundings;
import io.earnout.present.overview.MostPressing;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The papers and the page of one agreement, on demand: the same as a run's; a large portfolio gets its papers only so. */
@DisplayName("Papers and pages on demand")
class DraftOnDemandTest {

    private static final LocalDate TODAY = LocalDate.of(2031, 3, 1);

    @TempDir
    private Path folder = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(String... arguments) {
        out.reset();
        err.reset();
        return EarnoutApplication.run(
                arguments,
                new Surroundings(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        "",
                        Map.of(),
                        TODAY,
                        InstantSource.fixed(CliRun.NOW)));
    }

    private static List<Path> papers(Path of) throws IOException {
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(of)) {
            return all.sorted().toList();
        }
    }

    @Test
    void theyAreThoseOfTheRun() throws IOException {
        Path output = folder.resolve("output");
        run("--input", "input", "--output", output.toString());
        Path into = folder.resolve("into");
        assertEquals(
                2,
                run(
                        "draft",
                        "EXAMPLE-AWAITED",
                        "--into",
                        into.toString(),
                        "--input",
                        "input",
                        "--output",
                        output.toString()),
                err.toString(UTF_8));
        List<Path> drafted = papers(into);
        assertEquals(4, drafted.size());
        for (Path paper : drafted) {
            assertArrayEquals(
                    Files.readAllBytes(output.resolve("latest/documents").resolve(paper.getFileName())),
                    Files.readAllBytes(paper));
        }
        assertEquals(drafted, out.toString(UTF_8).lines().map(Path::of).sorted().toList());
    }

    @Test
    void theyHaveTheVersionsOfTheRun() throws IOException {
        Path input = Files.createDirectories(folder.resolve("input"));
        try (Stream<Path> files = Files.list(CaseFolders.input("one-fen-short"))) {
            for (Path file : files.toList()) {
                Files.copy(file, input.resolve(file.getFileName()));
            }
        }
        Path output = folder.resolve("output");
        run("--input", input.toString(), "--output", output.toString());
        // corrected in place: nothing in the input tells that there was another number
        Path reports = input.resolve("audited-revenue.csv");
        Files.writeString(reports, Files.readString(reports).replace("664999999.99", "664000000"));
        run("--input", input.toString(), "--output", output.toString());
        Path into = folder.resolve("into");
        run(
                "draft",
                "KAIXIN-2025",
                "--into",
                into.toString(),
                "--input",
                input.toString(),
                "--output",
                output.toString());
        List<String> names = papers(into).stream()
                .map(paper -> paper.getFileName().toString())
                .toList();
        assertTrue(names.stream().anyMatch(name -> name.endsWith("-joint-instruction-v2.pdf")), names.toString());
        assertEquals(
                names,
                papers(output.resolve("latest/documents")).stream()
                        .map(paper -> paper.getFileName().toString())
                        .toList());
    }

    @Test
    void aLargePortfoliosRunDraftsNoneAndSaysHowToHaveThem() throws IOException {
        Path input = folder.resolve("input");
        Portfolio.ofInvented(Files.createDirectories(input), 201, 3);
        Path output = folder.resolve("output");
        run("--input", input.toString(), "--output", output.toString(), "--as-of", "2027-02-10");
        assertEquals(List.of(), papers(output.resolve("latest/documents")));
        assertTrue(
                Files.readString(output.resolve("latest/reconciliation-report.html"))
                        .contains("./run.sh draft"),
                "the report says how");
        Path into = folder.resolve("into");
        run("draft", "EO-00007", "--into", into.toString(), "--input", input.toString(), "--as-of", "2027-02-10");
        assertFalse(papers(into).isEmpty());
    }

    @Test
    void aPageIsThatOfALargePortfoliosRunAndThereIsOneOfEveryAgreement() throws IOException {
        Path input = folder.resolve("input");
        Portfolio.ofInvented(Files.createDirectories(input), 201, 3);
        Path output = folder.resolve("output");
        run("--input", input.toString(), "--output", output.toString(), "--as-of", "2027-02-10");
        assertTrue(
                Files.readString(output.resolve("latest/reconciliation-report.html"))
                        .contains("./run.sh page"),
                "the report says how");
        Path into = folder.resolve("into");
        int written = 0;
        try (Stream<Path> pages = Files.list(output.resolve("latest/agreements"))) {
            for (Path page : pages.toList()) {
                String id = page.getFileName().toString().replace(".html", "");
                run("page", id, "--into", into.toString(), "--input", input.toString(), "--as-of", "2027-02-10");
                Path same = into.resolve("agreements").resolve(page.getFileName());
                assertEquals(same, Path.of(out.toString(UTF_8).strip()));
                assertEquals(Files.readString(page), Files.readString(same));
                written++;
            }
        }
        assertEquals(MostPressing.ROOM, written);
        String another = IntStream.rangeClosed(1, 201)
                .mapToObj(number -> String.format(Locale.ROOT, "EO-%05d", number))
                .filter(id -> !Files.exists(output.resolve("latest/agreements/" + id + ".html")))
                .findFirst()
                .orElseThrow();
        run("page", another, "--into", into.toString(), "--input", input.toString(), "--as-of", "2027-02-10");
        assertTrue(Files.readString(into.resolve("agreements/" + another + ".html"))
                .contains(another));
    }

    @Test
    void nothingIsDraftedOfWhatIsNotThere() throws IOException {
        Path into = folder.resolve("into");
        assertEquals(64, run("draft", "NOBODY", "--into", into.toString(), "--input", "input"));
        assertEquals(64, run("draft", "KAIXIN-2025", "--input", "input"), "a folder must be named");
        assertEquals(64, run("page", "NOBODY", "--into", into.toString(), "--input", "input"));
        assertEquals(64, run("page", "KAIXIN-2025", "--input", "input"), "a folder must be named");
        assertFalse(Files.exists(into));
    }
}
