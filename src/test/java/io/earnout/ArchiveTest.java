package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.publish.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code archive} makes one file of a run that can be verified where it is unpacked. */
final class ArchiveTest {

    @TempDir
    private Path folder = Path.of("");

    private Path input = Path.of("");
    private Path output = Path.of("");
    private Path zip = Path.of("");

    @BeforeEach
    void makesTwoRuns() throws IOException {
        input = folder.resolve("input");
        output = folder.resolve("output");
        zip = folder.resolve("audit.zip");
        CliRun.of("new", "DEAL-1", "--into", input.toString());
        for (String asOf : new String[] {"2026-02-10", "2026-02-11"}) {
            CliRun.of("--input", input.toString(), "--output", output.toString(), "--as-of", asOf);
        }
    }

    private CliRun archive(Path into) {
        return CliRun.of(
                "archive",
                "latest",
                "--into",
                into.toString(),
                "--input",
                input.toString(),
                "--output",
                output.toString());
    }

    private Path unpacked() throws IOException {
        Path to = Files.createDirectory(folder.resolve("unpacked"));
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path file = to.resolve(entry.getName());
                assertTrue(file.normalize().startsWith(to), entry.getName());
                Files.createDirectories(file.resolveSibling(""));
                Files.copy(in, file);
            }
        }
        return to;
    }

    private String latest() throws IOException {
        return output.resolve("latest").toRealPath().getFileName().toString();
    }

    @Test
    void itCanBeVerifiedWhereItIsUnpacked() throws IOException {
        CliRun archived = archive(zip);
        assertEquals(0, archived.exit(), archived.err());
        Path unpacked = unpacked();

        Set<String> listed = new HashSet<>(Set.of("SHA256SUMS"));
        for (String line : Files.readAllLines(unpacked.resolve("SHA256SUMS"))) {
            String name = line.substring(66);
            assertEquals(line.substring(0, 64), Sha256.of(unpacked.resolve(name)), name);
            assertEquals("  ", line.substring(64, 66), "as sha256sum writes it");
            listed.add(name);
        }
        try (var all = Files.walk(unpacked)) {
            assertEquals(
                    listed,
                    new HashSet<>(all.filter(Files::isRegularFile)
                            .map(file -> unpacked.relativize(file).toString())
                            .toList()));
        }
        CliRun verified = CliRun.of(
                "verify",
                latest(),
                "--output",
                unpacked.resolve("runs").toString(),
                "--input",
                unpacked.resolve("input").toString());
        assertEquals(0, verified.exit(), verified.err());
        assertTrue(verified.out().contains("the input gives the same bytes again"), verified.out());
        assertTrue(Files.readString(unpacked.resolve("README.txt")).contains("./run.sh verify " + latest()));
        assertTrue(Files.readString(unpacked.resolve("verification.txt")).contains(latest() + ": unchanged"));
    }

    @Test
    void theSameRunGivesTheSameBytes() throws IOException {
        archive(zip);
        Path again = folder.resolve("again.zip");
        archive(again);

        assertEquals(-1, Files.mismatch(zip, again));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(zip)));
    }

    @Test
    void anInputThatChangedSinceIsRefusedByName() throws IOException {
        Path parties = input.resolve("parties.csv");
        Files.writeString(parties, Files.readString(parties).replace("Fangle Lai", "Another"));

        CliRun archived = archive(zip);

        assertEquals(65, archived.exit());
        assertTrue(archived.err().contains("parties.csv was changed in the input"), archived.err());
        assertFalse(Files.exists(zip));
    }

    @Test
    void aRunThatChangedSinceIsRefusedByName() throws IOException {
        Files.writeString(output.resolve("latest/positions.csv"), "x");

        CliRun archived = archive(zip);

        assertEquals(65, archived.exit());
        assertTrue(archived.err().contains("positions.csv was changed"), archived.err());
        assertFalse(Files.exists(zip));
    }

    /** What the run before it changed meanwhile can't be proven by the manifest of this one. */
    @Test
    void aChangedRunBeforeItIsRefused() throws IOException {
        Path before = output.resolve(CliRun.of("runs", "--output", output.toString())
                .out()
                .lines()
                .toList()
                .get(1)
                .split(" +", -1)[4]);
        Files.writeString(before.resolve("positions.csv"), "x");

        CliRun archived = archive(zip);

        assertFalse(archived.exit() == 0, archived.out());
        assertTrue(archived.err().contains("positions.csv"), archived.err());
        assertFalse(Files.exists(zip));
        try (var left = Files.list(folder)) {
            assertEquals(2, left.count(), "no part of an archive is left");
        }
    }

    @Test
    void noFileIsOverwrittenAndNoRunInvented() throws IOException {
        Files.writeString(zip, "mine");

        assertEquals(64, archive(zip).exit());
        assertEquals("mine", Files.readString(zip));
        for (String run : new String[] {"nope", "all", "../input/x"}) {
            CliRun archived = CliRun.of(
                    "archive", run, "--into", zip + "2", "--input", input.toString(), "--output", output.toString());
            assertEquals(64, archived.exit(), archived.err());
        }
        assertEquals(73, archive(folder.resolve("no/such/folder.zip")).exit());
        assertEquals(64, CliRun.of("archive", "latest").exit());
        try (InputStream in = Files.newInputStream(zip)) {
            assertEquals('m', in.read());
        }
    }
}
