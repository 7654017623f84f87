package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.input.csv.CheckedFile;
import io.earnout.input.csv.InputFile;
import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.OrderedRecords;
import io.earnout.input.csv.StructureCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The first way through the input folder: the structure of each file is checked while its escrows are settled, so that a
 * folder without faults is read once. It counts only if all files are sound to their end. That one can't be trusted, or that
 * its ids don't ascend, is found when escrows before that place were settled already: then {@link InputCheck} looks at all
 * files, and another way through them begins.
 */
public final class InputPass implements AutoCloseable {

    /** A file of which there is more to say is checked by itself: what is said of it must not fill the memory. */
    private static final int MOST_SAID = 100;

    private final List<FileOfThePass> files = new ArrayList<>();
    private final List<Finding> ofCalendars = new ArrayList<>();
    private final CheckedInput input;
    private final boolean complete;

    /** A file, and what was found in it so far. */
    private static final class FileOfThePass {
        private final List<Finding> findings = new ArrayList<>();
        private final StructureCheck check;
        private long said;

        private FileOfThePass(InputFile file, int atATime) {
            Consumer<Finding> bounded = finding -> {
                said++;
                if (said <= MOST_SAID) {
                    findings.add(finding);
                }
            };
            this.check = StructureCheck.begin(file, bounded, atATime);
        }

        private boolean isSound() {
            boolean mayBeSorted = !Format.of(check.file()).isOfAgreements();
            return said <= MOST_SAID && (mayBeSorted ? check.isTrusted() : check.isSound());
        }
    }

    /** Reads the headers, and the calendars whole. */
    public InputPass(InputFolder folder, Path workFolder) throws IOException {
        List<OrderedFile> ordered = new ArrayList<>();
        List<OrderedFile> holidays = new ArrayList<>();
        for (InputFile file : InputCheck.byFormat(folder)) {
            FileOfThePass begun = new FileOfThePass(file, folder.files().size());
            files.add(begun);
            if (Format.of(file).isOfAgreements()) {
                ordered.add(begun.check.asItStands());
                continue;
            }
            Optional<CheckedFile> checked = begun.check.toItsEnd();
            if (checked.isPresent()) {
                holidays.add(InputCheck.inOrder(checked.get(), workFolder));
            }
        }
        this.complete = InputCheck.presentIn(folder).size() == Format.values().length;
        this.input = new CheckedInput(
                List.copyOf(ordered),
                InputCheck.presentIn(folder),
                InputCheck.firmsListed(folder),
                InputCheck.calendars(holidays, ofCalendars::add),
                Map.of(),
                MisspeltIds.NONE);
    }

    /** The input, as its headers show it. */
    public CheckedInput input() {
        return input;
    }

    /** The records of the agreements, checked while they are read; to be taken once. */
    public List<OrderedRecords> records() {
        return files.stream()
                .filter(file -> Format.of(file.check.file()).isOfAgreements())
                .map(file -> OrderedRecords.checkedAsRead(file.check))
                .toList();
    }

    /** Whether all files can be trusted as far as they were read. */
    public boolean isSound() {
        return complete && files.stream().allMatch(file -> file.isSound());
    }

    /** What was found, file by file. */
    public void tell(Consumer<Finding> findings) {
        files.forEach(file -> file.findings.forEach(findings));
        ofCalendars.forEach(findings);
    }

    /** How many rows each file has, by its name; known when all were read. */
    public Map<String, Long> rows() {
        Map<String, Long> rows = new TreeMap<>();
        files.forEach(file -> rows.put(file.check.file().name(), file.check.rows()));
        return rows;
    }

    @Override
    public void close() {
        files.forEach(file -> file.check.close());
    }
}
