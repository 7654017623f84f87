package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.input.csv.CheckedFile;
import io.earnout.input.csv.DiskSort;
import io.earnout.input.csv.InputFile;
import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.StructureCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Checks the structure of every file of the input folder and brings those into order that are not. */
public final class InputCheck {

    private InputCheck() {}

    /**
     * Checks all files.
     *
     * @param workFolder where files that must be brought into order go
     * @param findings is told what is wrong, file by file
     */
    public static CheckedInput of(InputFolder folder, Path workFolder, Consumer<Finding> findings) throws IOException {
        List<OrderedFile> ordered = new ArrayList<>();
        List<OrderedFile> holidays = new ArrayList<>();
        Map<String, Long> rows = new TreeMap<>();
        Set<Format> trusted = presentIn(folder);
        for (InputFile file : byFormat(folder)) {
            Optional<CheckedFile> checked = StructureCheck.of(file, findings);
            if (checked.isEmpty()) {
                trusted.remove(Format.of(file));
                continue;
            }
            rows.put(file.name(), checked.get().rows());
            OrderedFile inOrder = inOrder(checked.get(), workFolder);
            (Format.of(file).isOfAgreements() ? ordered : holidays).add(inOrder);
        }
        return new CheckedInput(
                List.copyOf(ordered),
                Collections.unmodifiableSet(trusted),
                firmsListed(folder),
                calendars(holidays, findings),
                Collections.unmodifiableMap(rows),
                MisspeltIds.NONE);
    }

    /** All formats but those that must be there and are not. */
    static Set<Format> presentIn(InputFolder folder) {
        Set<Format> present = EnumSet.allOf(Format.class);
        for (Format format : Format.values()) {
            if (format.required() && folder.files().stream().noneMatch(file -> Format.of(file) == format)) {
                present.remove(format);
            }
        }
        return present;
    }

    /** The files in the order in which an agreement needs them. */
    static List<InputFile> byFormat(InputFolder folder) {
        List<InputFile> files = new ArrayList<>(folder.files());
        files.sort(Comparator.comparing(Format::of).thenComparing(InputFile::name));
        return files;
    }

    static boolean firmsListed(InputFolder folder) {
        return folder.files().stream().anyMatch(file -> Format.of(file) == Format.APPROVED_FIRMS);
    }

    static OrderedFile inOrder(CheckedFile checked, Path workFolder) throws IOException {
        return checked.inOrder() ? checked.asItStands() : DiskSort.sort(checked, workFolder);
    }

    static Calendars calendars(List<OrderedFile> holidays, Consumer<Finding> findings) {
        return holidays.isEmpty() ? Calendars.none() : Calendars.read(holidays, findings);
    }
}
