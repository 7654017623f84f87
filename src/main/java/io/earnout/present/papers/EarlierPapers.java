package io.earnout.present.papers;

import io.earnout.publish.SafeName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The papers that the previous run drafted, found by the names of their files. A run for an earlier day doesn't continue
 * their versions: on that day they did not exist yet.
 */
final class EarlierPapers {

    private static final Pattern REST = Pattern.compile("([0-9a-f]{8})(-[1-9][0-9]{0,3})?-[a-z-]+-v([0-9]{1,6})\\.pdf");
    private static final int DATE = 10;
    private static final int DIGEST = 8;

    /** A paper by what its name says. */
    private record Found(String file, String number, int version) {}

    private final Path folder;
    private final List<String> files;

    private EarlierPapers(Path folder, List<String> files) {
        this.folder = folder;
        this.files = files;
    }

    static EarlierPapers of(Optional<Path> previousRun, LocalDate asOf) throws IOException {
        Path folder = previousRun.orElse(Path.of("")).resolve(DraftedDocument.FOLDER);
        boolean isEarlier =
                previousRun.isPresent() && !dateOf(previousRun.get()).isAfter(asOf) && Files.isDirectory(folder);
        if (!isEarlier) {
            return new EarlierPapers(folder, List.of());
        }
        try (Stream<Path> all = Files.list(folder)) {
            return new EarlierPapers(
                    folder,
                    all.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    private static LocalDate dateOf(Path run) {
        String name = run.getFileName().toString();
        try {
            return LocalDate.parse(name.substring(0, Math.min(DATE, name.length())));
        } catch (DateTimeParseException e) {
            return LocalDate.MAX;
        }
    }

    /**
     * The last paper at the same place in its series; with the same number, if there is one. All papers of a number have one
     * version.
     *
     * @param series the beginning of its number, e.g. {@code KAIXIN-2025-AY3-}
     * @param number its number now
     */
    Optional<PaperLabel> last(String agreementId, String series, String number) {
        String place = number.substring(Math.min(number.length(), series.length() + DIGEST));
        String begin = SafeName.of(agreementId) + series.substring(agreementId.length());
        Comparator<Found> order = Comparator.comparing(
                        (Found found) -> found.number().equals(number))
                .thenComparing(Found::version);
        Optional<Found> last = Optional.empty();
        for (String file : files) {
            Matcher rest = REST.matcher(file.startsWith(begin) ? file.substring(begin.length()) : "");
            if (rest.matches() && place.equals(rest.group(2) == null ? "" : rest.group(2))) {
                Found found = new Found(file, series + rest.group(1) + place, Integer.parseInt(rest.group(3)));
                if (last.isEmpty() || order.compare(last.get(), found) < 0) {
                    last = Optional.of(found);
                }
            }
        }
        return last.map(found -> PaperLabel.read(folder.resolve(found.file()), found.number(), found.version()));
    }
}
