package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.earnout.cli.PlainRun;
import io.earnout.cli.Surroundings;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may take the lock before the command line is read in earnest: a run that nothing is wrong with. */
class PlainRunTest {

    private static Optional<Path> outputFolder(String line) {
        return PlainRun.outputFolder(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--output /srv/runs",
                "--output=/srv/runs",
                "--input /srv/deals --output /srv/runs --as-of 2031-02-10",
                "--as-of=2031-02-10 --output=/srv/runs --input=/srv/deals"
            })
    void isKnownByItsOptions(String line) {
        assertEquals(Optional.of(Path.of("/srv/runs")), outputFolder(line));
    }

    @Test
    void writesBesideTheProgramWhereNothingElseIsSaid() {
        assertEquals(Optional.of(Surroundings.beside("output")), outputFolder(""));
        assertEquals(Optional.of(Surroundings.beside("output")), outputFolder("--input /srv/deals"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--help",
                "--version",
                "verify all --output /srv/runs",
                "explain KAIXIN-2025",
                "--output",
                "--output=",
                "--input= --output /srv/runs",
                "--output /srv/runs --output /srv/others",
                "--output /srv/runs --as-of tomorrow",
                "--output /srv/runs --ouput /srv/runs",
                "--output /srv/runs extra"
            })
    void anythingElseIsLookedAtClosely(String line) {
        assertEquals(Optional.empty(), outputFolder(line));
    }
}
