package io.earnout;

import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/**
 * Spoilt input, by the thousand: a run ends in words and with an exit code that fits, writes nowhere but into its output
 * folder, and instructs nothing that the rows which nobody objects to would not instruct.
 *
 * <p>{@code -Dhostile.first=0 -Dhostile.count=100000} says which; each number is another way to spoil an input.
 */
@DisplayName("Spoilt input")
@Tag("nothing-lost")
class HostileFilesTest {

    private static final int COUNT = Attempts.size("hostile.count", 200, 100_000);
    private static final int FIRST = Integer.getInteger("hostile.first", 0);
    private static final Duration A_HANG = Duration.ofMinutes(2);

    /** Kinds of input of which each has other registers. */
    private static final List<Path> SOUND = Stream.of(
                    "restated-while-a-paper-is-open",
                    "dispute-disputed-and-undisputed",
                    "several-agreements-shuffled",
                    "adjustment-by-all",
                    "delay-issuer-and-agent",
                    "fees-and-dividends",
                    "dated-after-the-as-of-date",
                    "calendars-joined",
                    "quoted-and-chinese-names",
                    "byte-order-mark-and-crlf",
                    "returned",
                    "wrong-tranche")
            .map(CaseFolders::input)
            .toList();

    private static final Set<String> ENDS = Set.of("exit 0", "exit 2", "exit 65");

    @TempDir
    private Path folder = Path.of("");

    @Test
    void endsInWordsAndInstructsNothingUnsound() throws IOException {
        Attempts tries = new Attempts("spoilt input");
        for (int seed = FIRST; seed < FIRST + COUNT; seed++) {
            Path input = folder.resolve("input");
            Path output = folder.resolve("output");
            FileSystemUtils.copyRecursively(SOUND.get(seed % SOUND.size()), input);
            new HostileFiles(input, seed).spoil();
            TestRun run = assertTimeoutPreemptively(A_HANG, () -> TestRun.of(input, output), seed + " hangs");
            tries.tried("exit " + run.exit());
            judge(run, input, seed, tries);
            FileSystemUtils.deleteRecursively(input);
            FileSystemUtils.deleteRecursively(output);
        }
        tries.assertNothingLost();
        assertTrue(COUNT < 200 || tries.ways().keySet().equals(ENDS), "every kind of end is met: " + tries.ways());
    }

    private void judge(TestRun run, Path input, int seed, Attempts tries) throws IOException {
        String told = run.out() + run.err();
        if (!ENDS.contains("exit " + run.exit())) {
            tries.lost(seed + ": exit " + run.exit() + " " + run.err());
        }
        if (told.contains("Exception") || told.contains("\tat ") || told.contains("should not have happened")) {
            tries.lost(seed + ": " + told);
        }
        try (Stream<Path> all = Files.list(folder)) {
            Set<String> names = new TreeSet<>(
                    all.map(path -> String.valueOf(path.getFileName())).toList());
            if (!names.equals(Set.of("input", "output"))) {
                tries.lost(seed + ": written outside of the output folder: " + names);
            }
        }
        if (Files.exists(run.outputFolder().resolve(".staging"))) {
            tries.lost(seed + ": staging is left behind");
        }
        if (run.exit() == 65) {
            if (Files.exists(run.outputFolder().resolve("latest"))) {
                tries.lost(seed + ": published though it was rejected");
            }
        } else if (ENDS.contains("exit " + run.exit())) {
            compareWithSoundRowsAlone(run, input, seed, tries);
        }
    }

    /** What the rows give that nobody objected to is the most that may be instructed. */
    private void compareWithSoundRowsAlone(TestRun run, Path input, int seed, Attempts tries) throws IOException {
        Map<String, Set<Integer>> objected = new TreeMap<>();
        for (Map<String, String> row : Csv.rows(run.text("exceptions.csv"))) {
            String line = Csv.cell(row, "line");
            // a text that no paper can show keeps the papers back, and is no fault of its row
            boolean keepsThePapersBack = Csv.cell(row, "code").equals("TEXT_NOT_PRINTABLE");
            if (Csv.cell(row, "severity").equals("error") && !line.isEmpty() && !keepsThePapersBack) {
                objected.computeIfAbsent(Csv.cell(row, "file"), file -> new TreeSet<>())
                        .add(Integer.valueOf(line));
            }
        }
        if (objected.isEmpty()) {
            return;
        }
        for (Map.Entry<String, Set<Integer>> file : objected.entrySet()) {
            Path path = input.resolve(file.getKey());
            String text = Files.readString(path);
            if (text.contains("\"") || text.contains("\r")) {
                return; // lines and records are not the same there
            }
            List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
            for (int line :
                    file.getValue().stream().sorted(Comparator.reverseOrder()).toList()) {
                lines.remove(line - 1);
            }
            Files.writeString(path, String.join("\n", lines));
        }
        Path soundOutput = folder.resolve("output/of-sound-rows");
        TestRun sound = TestRun.of(input, soundOutput);
        if (sound.exit() == 65) {
            return;
        }
        // what is drafted here may be signed for there: the rows that are objected to include papers and transfers
        Map<String, Long> most = shares(sound, "shares_to_instruct", "instructed_shares");
        shares(run, "shares_to_instruct").forEach((place, shares) -> {
            if (shares > most.getOrDefault(place, 0L)) {
                tries.lost(seed + ": " + place + " instructs " + shares + ", sound rows alone "
                        + most.getOrDefault(place, 0L) + "; " + objected);
            }
        });
    }

    private static Map<String, Long> shares(TestRun run, String... columns) throws IOException {
        Map<String, Long> shares = new TreeMap<>();
        for (Map<String, String> row : Csv.rows(run.text("release-instructions.csv"))) {
            String place = Csv.cell(row, "agreement_id") + " tranche " + Csv.cell(row, "tranche_year");
            for (String column : columns) {
                shares.merge(place, Long.valueOf(Csv.cell(row, column)), Long::sum);
            }
        }
        return shares;
    }
}
