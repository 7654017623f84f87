package io.earnout.escrow.delay;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Findings;
import io.earnout.escrow.record.Suspension;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongFunction;

/** Why nobody is liable for days by which a year's release is late, and for how many shares (SPA 8.2, EA 5.2). */
final class ExcusedDelay {

    private final String agreementId;
    private final int year;
    private final LongFunction<String> inWords;
    private final Map<Suspension, Long> bySuspension = new LinkedHashMap<>();
    private final Map<LocalDate, Long> beforeReport = new TreeMap<>();
    private long againstOverRelease;

    /**
     * Of one year.
     *
     * @param inWords says units as shares of today
     */
    ExcusedDelay(String agreementId, int year, LongFunction<String> inWords) {
        this.agreementId = agreementId;
        this.year = year;
        this.inWords = inWords;
    }

    void addAgainstOverRelease(long shares) {
        againstOverRelease += shares;
    }

    /** Shares whose report was received only on a day after their release was due. */
    void addBeforeReport(LocalDate received, long shares) {
        beforeReport.merge(received, shares, Long::sum);
    }

    void addSuspended(Suspension suspension, long shares) {
        bySuspension.merge(suspension, shares, Long::sum);
    }

    List<Finding> findings() {
        if (againstOverRelease == 0 && beforeReport.isEmpty() && bySuspension.isEmpty()) {
            return List.of();
        }
        Findings findings = new Findings(agreementId);
        if (againstOverRelease > 0) {
            findings.find(
                    FindingCode.DELAY_EXCUSED,
                    year,
                    "no party is liable for the delay of " + inWords.apply(againstOverRelease)
                            + ": they are withheld because of an over-release",
                    "");
        }
        beforeReport.forEach((received, shares) -> findings.find(
                FindingCode.DELAY_EXCUSED,
                year,
                "no party is liable for the delay of " + inWords.apply(shares) + " before " + received
                        + ": their report was received on that day (NO_REPORT)",
                ""));
        bySuspension.forEach((suspension, shares) -> findings.find(
                FindingCode.DELAY_EXCUSED,
                year,
                "no party is liable for the delay of " + inWords.apply(shares) + " on the days "
                        + suspension
                                .ended()
                                .map(day -> "up to " + day.minusDays(1))
                                .orElse("from " + suspension.from() + " on")
                        + ": " + suspension.ground().term() + " ("
                        + suspension.ground().clause().citation() + ", " + suspension.document() + ")",
                ""));
        return findings.all();
    }
}
