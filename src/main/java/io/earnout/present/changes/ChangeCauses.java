package io.earnout.present.changes;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** What became known of an agreement between the two runs, from which its changes follow. */
final class ChangeCauses {

    private static final Set<String> OF_THE_REPORT = Set.of("state", "report_id", "audited_revenue");

    private static final Set<String> OF_THE_FORMULA = Set.of(
            "deducted_shares",
            "restored_into_shares",
            "entitled_shares",
            "instruction_id",
            "adjustment_shares",
            "shares_to_cancel");

    private static final List<String> OF_THE_TERMS = List.of("target_revenue", "tranche_shares");

    private static final Set<String> OF_MOVED_SHARES = Set.of("confirmed_released_shares", "confirmed_returned_shares");

    private final boolean readingChanged;
    private final Map<Integer, String> reports = new TreeMap<>();
    private final Map<Integer, String> adjustments = new TreeMap<>();
    private final List<String> terms = new ArrayList<>();
    private final Set<Integer> moved = new TreeSet<>();
    private final Set<Integer> signed = new TreeSet<>();

    ChangeCauses(boolean readingChanged) {
        this.readingChanged = readingChanged;
    }

    void find(
            Map<RowKey, Map<String, String>> yearsBefore,
            Map<RowKey, Map<String, String>> yearsAfter,
            Map<RowKey, Map<String, String>> linesBefore,
            Map<RowKey, Map<String, String>> linesAfter) {
        yearsAfter.forEach((place, after) -> {
            Map<String, String> before = yearsBefore.getOrDefault(place, Map.of());
            String was = before.getOrDefault("report_id", "");
            String is = after.getOrDefault("report_id", "");
            boolean otherFigure =
                    !before.getOrDefault("audited_revenue", "").equals(after.getOrDefault("audited_revenue", ""));
            if (!was.equals(is) || otherFigure) {
                reports.put(place.year(), report(was, is));
            }
            for (String column : OF_THE_TERMS) {
                if (!before.getOrDefault(column, "").equals(after.getOrDefault(column, ""))) {
                    terms.add("another " + column + " of year " + place.year());
                }
            }
            for (String column : OF_MOVED_SHARES) {
                if (!before.getOrDefault(column, "").equals(after.getOrDefault(column, ""))) {
                    moved.add(place.year());
                }
            }
        });
        linesAfter.forEach((place, after) -> {
            Map<String, String> before = linesBefore.getOrDefault(place, Map.of());
            if (!before.getOrDefault("adjustment_shares", "").equals(after.getOrDefault("adjustment_shares", ""))) {
                adjustments.put(place.year(), "agreement of all parties on year " + place.year());
            }
            if (!before.getOrDefault("instructed_shares", "0").equals(after.getOrDefault("instructed_shares", "0"))) {
                signed.add(place.year());
            }
        });
    }

    private static String report(String was, String is) {
        if (was.isEmpty()) {
            return "report " + is + " accepted";
        }
        if (is.isEmpty()) {
            return "report " + was + " does not count any more";
        }
        return was.equals(is) ? "report " + is + " with another figure" : "report " + was + " restated by " + is;
    }

    /** The cause of a change: what is about its own year first. */
    String of(RowKey place, String column) {
        List<String> causes = new ArrayList<>();
        if (OF_THE_REPORT.contains(column)) {
            addReportOf(place.year(), causes);
        } else if (OF_THE_FORMULA.contains(column)) {
            addDetermination(place.year(), causes);
        } else {
            addPapersAndTransfers(place, causes);
            if (causes.isEmpty()) {
                addDetermination(place.year(), causes);
            }
        }
        return causes.isEmpty() ? "the day, or what is on record beside the reports" : String.join("; ", causes);
    }

    private void addReportOf(int year, List<String> causes) {
        if (reports.containsKey(year)) {
            causes.add(reports.getOrDefault(year, ""));
        }
    }

    private void addDetermination(int ofYear, List<String> causes) {
        addReportOf(ofYear, causes);
        reports.forEach((year, report) -> {
            if (year != ofYear) {
                causes.add("year " + year + ": " + report);
            }
        });
        causes.addAll(terms);
        causes.addAll(adjustments.values());
        if (readingChanged) {
            causes.add("READING CHANGED");
        }
    }

    private void addPapersAndTransfers(RowKey place, List<String> causes) {
        if (moved.contains(place.tranche() == 0 ? place.year() : place.tranche())) {
            causes.add("transfers confirmed");
        } else if (signed.contains(place.year())) {
            causes.add("instruction signed, or withdrawn");
        }
    }
}
