package io.earnout.cli;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.InputFolder;
import java.time.LocalDate;
import java.util.Optional;

/** The as-of day of a run. */
final class AsOfDay {

    /** Used where run.properties names no valid day: late enough for every row to be checked. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private AsOfDay() {}

    /**
     * The day given on the command line, otherwise that of {@code run.properties}, otherwise today.
     *
     * @param today decides whether the day lies in the future
     */
    static RunDay of(InputFolder folder, Optional<LocalDate> given, LocalDate today) {
        boolean invalid = folder.findings().stream().anyMatch(finding -> finding.code() == FindingCode.SETTING_INVALID);
        return invalid
                ? RunDay.of(END_OF_TIME, LocalDate.MAX)
                : RunDay.of(given.or(folder::pinnedAsOf).orElse(today), today);
    }
}
