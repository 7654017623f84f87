package io.earnout.output;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180Parser;
import io.earnout.escrow.Code;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * {@code changes.csv}: what is otherwise than in the run that was published before into the same output folder, with the
 * cause, so that no quantity changes in silence. It is the only file that depends on an earlier run. Both runs are read side
 * by side, agreement by agreement; agreements of which nothing changed are compared as bytes and cost little.
 */
public final class Changes {

    /** What is compared of a year. */
    private static final List<String> OF_A_YEAR = List.of(
            "state",
            "report_id",
            "audited_revenue",
            "deducted_shares",
            "restored_into_shares",
            "entitled_shares",
            "confirmed_released_shares",
            "over_released_shares",
            "confirmed_returned_shares");

    /** What is compared of a line of an instruction. */
    private static final List<String> OF_A_LINE = List.of(
            "instruction_id",
            "adjustment_shares",
            "instructed_shares",
            "held_shares",
            "shares_to_instruct",
            "status",
            "reasons");

    /** What is compared of a line of the cancellation list. */
    private static final List<String> OF_A_CANCELLATION = List.of("shares_to_cancel", "status");

    private static final Set<String> OF_THE_REPORT = Set.of("state", "report_id", "audited_revenue");

    private static final Set<String> OF_THE_FORMULA = Set.of(
            "deducted_shares",
            "restored_into_shares",
            "entitled_shares",
            "instruction_id",
            "adjustment_shares",
            "shares_to_cancel");

    private static final Set<String> OF_MOVED_SHARES = Set.of("confirmed_released_shares", "confirmed_returned_shares");

    private final Consumer<Change> told;
    private final CsvBuffer rows = new CsvBuffer(4096);
    private final ICSVParser parser = new RFC4180Parser();

    private Changes(Consumer<Change> told) {
        this.told = told;
    }

    /**
     * One difference.
     *
     * @param year 0 where it concerns the agreement as a whole
     * @param tranche 0 where it concerns no line of an instruction
     * @param needsDocument whether it is a changed reading without a document on record
     */
    public record Change(
            String agreementId,
            int year,
            int tranche,
            String what,
            String before,
            String after,
            String cause,
            boolean needsDocument) {

        /** E.g. {@code KAIXIN-2025 year 1: entitled_shares 2700000 -> 3000000 (report R-1 restated by R-2)}. */
        @Override
        public String toString() {
            return agreementId + (year == 0 ? "" : " year " + year)
                    + (tranche == 0 || tranche == year ? "" : " tranche " + tranche) + ": " + what + " "
                    + (before.isEmpty() ? "none" : before) + " -> " + (after.isEmpty() ? "none" : after)
                    + (cause.isEmpty() ? "" : " (" + cause + ")");
        }
    }

    /**
     * Appends the changes to the staged file.
     *
     * @param previous the folder of the run published before
     * @param told is told of each change
     */
    public static void append(Path previous, Path staged, Consumer<Change> told) throws IOException {
        Changes changes = new Changes(told);
        try (Run before = new Run(previous);
                Run after = new Run(staged);
                OutputStream out = OwnerOnly.append(staged.resolve(OutputFile.CHANGES.fileName()))) {
            for (byte[] id = first(before, after); id.length > 0; id = first(before, after)) {
                changes.compare(new String(id, StandardCharsets.UTF_8), before.rowsOf(id), after.rowsOf(id));
                changes.rows.drainTo(out);
            }
        }
    }

    /** The agreement that comes next in one of the runs; empty if both have ended. */
    private static byte[] first(Run before, Run after) {
        byte[] one = before.nextId();
        byte[] other = after.nextId();
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }

    /** The files of a run that are compared. */
    private static final class Run implements AutoCloseable {

        private static final OutputFile[] FILES = {
            OutputFile.RECONCILIATION_REPORT,
            OutputFile.RELEASE_INSTRUCTIONS,
            OutputFile.CANCELLATION_LIST,
            OutputFile.READINGS,
            OutputFile.EXCEPTIONS
        };

        private final Map<OutputFile, RunRecords> open = new LinkedHashMap<>();

        private Run(Path folder) throws IOException {
            for (OutputFile file : FILES) {
                open.put(file, RunRecords.open(folder, file));
            }
        }

        private byte[] nextId() {
            byte[] first = new byte[0];
            for (RunRecords records : open.values()) {
                boolean earlier = first.length == 0 || Arrays.compareUnsigned(records.nextId(), first) < 0;
                if (!records.hasEnded() && earlier) {
                    first = records.nextId();
                }
            }
            return first;
        }

        private Rows rowsOf(byte[] id) throws IOException {
            Map<OutputFile, List<byte[]>> rows = new LinkedHashMap<>();
            Map<OutputFile, List<String>> columns = new LinkedHashMap<>();
            for (Map.Entry<OutputFile, RunRecords> records : open.entrySet()) {
                rows.put(records.getKey(), records.getValue().of(id));
                columns.put(records.getKey(), records.getValue().columns());
            }
            return new Rows(rows, columns);
        }

        @Override
        public void close() throws IOException {
            for (RunRecords records : open.values()) {
                records.close();
            }
        }
    }

    /** The rows of one agreement in one run. */
    private record Rows(Map<OutputFile, List<byte[]>> rows, Map<OutputFile, List<String>> columns) {

        private boolean isSameAs(Rows other) {
            for (OutputFile file : Run.FILES) {
                if (file != OutputFile.EXCEPTIONS && !sameBytes(of(file), other.of(file))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean sameBytes(List<byte[]> one, List<byte[]> other) {
            if (one.size() != other.size()) {
                return false;
            }
            for (int i = 0; i < one.size(); i++) {
                if (!Arrays.equals(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }

        private List<byte[]> of(OutputFile file) {
            return rows.getOrDefault(file, List.of());
        }

        /** The rows of a file as cells by column. */
        private List<Map<String, String>> cells(OutputFile file, ICSVParser parser) throws IOException {
            List<Map<String, String>> cells = new ArrayList<>();
            List<String> names = columns.getOrDefault(file, List.of());
            for (byte[] row : of(file)) {
                String[] values = parser.parseLine(new String(row, StandardCharsets.UTF_8));
                Map<String, String> byColumn = new TreeMap<>();
                for (int i = 0; i < names.size() && i < values.length; i++) {
                    byColumn.put(names.get(i), values[i]);
                }
                cells.add(byColumn);
            }
            return cells;
        }
    }

    /** Assessment year and tranche; the tranche is 0 where a row is about the year. */
    private record Place(int year, int tranche) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return year != other.year ? Integer.compare(year, other.year) : Integer.compare(tranche, other.tranche);
        }
    }

    private void compare(String agreementId, Rows before, Rows after) throws IOException {
        if (before.isSameAs(after)) {
            return;
        }
        Map<Place, Map<String, String>> yearsBefore = byPlace(before.cells(OutputFile.RECONCILIATION_REPORT, parser));
        Map<Place, Map<String, String>> yearsAfter = byPlace(after.cells(OutputFile.RECONCILIATION_REPORT, parser));
        if (yearsBefore.isEmpty() || yearsAfter.isEmpty()) {
            boolean isNew = yearsBefore.isEmpty();
            tell(new Change(agreementId, 0, 0, "agreement", isNew ? "" : "there", isNew ? "there" : "", "", false));
            return;
        }
        Map<Place, Map<String, String>> linesBefore = byPlace(before.cells(OutputFile.RELEASE_INSTRUCTIONS, parser));
        Map<Place, Map<String, String>> linesAfter = byPlace(after.cells(OutputFile.RELEASE_INSTRUCTIONS, parser));
        Causes causes = new Causes(readingChanged(agreementId, before, after));
        causes.find(yearsBefore, yearsAfter, linesBefore, linesAfter);
        differences(agreementId, yearsBefore, yearsAfter, OF_A_YEAR, causes);
        differences(agreementId, linesBefore, linesAfter, OF_A_LINE, causes);
        differences(
                agreementId,
                byPlace(before.cells(OutputFile.CANCELLATION_LIST, parser)),
                byPlace(after.cells(OutputFile.CANCELLATION_LIST, parser)),
                OF_A_CANCELLATION,
                causes);
    }

    private static Map<Place, Map<String, String>> byPlace(List<Map<String, String>> rows) {
        Map<Place, Map<String, String>> byPlace = new TreeMap<>();
        for (Map<String, String> row : rows) {
            String tranche = row.getOrDefault("tranche_year", "0");
            byPlace.put(
                    new Place(Integer.parseInt(row.getOrDefault("assessment_year", "0")), Integer.parseInt(tranche)),
                    row);
        }
        return byPlace;
    }

    /** Whether the reading is another one, which is told as well. */
    private boolean readingChanged(String agreementId, Rows before, Rows after) throws IOException {
        String one = chosen(before);
        String other = chosen(after);
        if (one.equals(other)) {
            return false;
        }
        boolean documented = true;
        for (Map<String, String> finding : after.cells(OutputFile.EXCEPTIONS, parser)) {
            documented &= !Code.READINGS_WITHOUT_DOCUMENT.name().equals(finding.get("code"));
        }
        String cause = documented ? "READING CHANGED" : "READING CHANGED without a document on record";
        tell(new Change(agreementId, 0, 0, "reading", one, other, cause, !documented));
        return true;
    }

    private String chosen(Rows rows) throws IOException {
        for (Map<String, String> reading : rows.cells(OutputFile.READINGS, parser)) {
            if ("yes".equals(reading.get("chosen"))) {
                return String.join(
                        ", ",
                        reading.getOrDefault("excess_credit", ""),
                        reading.getOrDefault("conversion_target", ""),
                        reading.getOrDefault("offset_limit", ""),
                        reading.getOrDefault("offset_order", ""),
                        reading.getOrDefault("missed_target", ""));
            }
        }
        return "";
    }

    private void differences(
            String agreementId,
            Map<Place, Map<String, String>> before,
            Map<Place, Map<String, String>> after,
            List<String> columns,
            Causes causes) {
        Set<Place> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (Place place : places) {
            Map<String, String> one = before.getOrDefault(place, Map.of());
            Map<String, String> other = after.getOrDefault(place, Map.of());
            for (String column : columns) {
                String was = one.getOrDefault(column, "");
                String is = other.getOrDefault(column, "");
                // runs of the first version left the columns of the registers empty
                boolean nothingYet = was.isEmpty() && is.equals("0") && !one.isEmpty();
                if (!was.equals(is) && !nothingYet) {
                    tell(new Change(
                            agreementId,
                            place.year(),
                            place.tranche(),
                            column,
                            was,
                            is,
                            causes.of(place, column),
                            false));
                }
            }
        }
    }

    private void tell(Change change) {
        rows.text(change.agreementId());
        if (change.year() == 0) {
            rows.empty();
        } else {
            rows.number(change.year());
        }
        if (change.tranche() == 0) {
            rows.empty();
        } else {
            rows.number(change.tranche());
        }
        rows.text(change.what())
                .text(change.before())
                .text(change.after())
                .text(change.cause())
                .endRow();
        told.accept(change);
    }

    /** What became known of an agreement between the two runs, from which its changes follow. */
    private static final class Causes {

        private final boolean readingChanged;
        private final Map<Integer, String> reports = new TreeMap<>();
        private final Map<Integer, String> adjustments = new TreeMap<>();
        private final Set<Integer> moved = new TreeSet<>();
        private final Set<Integer> signed = new TreeSet<>();

        private Causes(boolean readingChanged) {
            this.readingChanged = readingChanged;
        }

        private void find(
                Map<Place, Map<String, String>> yearsBefore,
                Map<Place, Map<String, String>> yearsAfter,
                Map<Place, Map<String, String>> linesBefore,
                Map<Place, Map<String, String>> linesAfter) {
            yearsAfter.forEach((place, after) -> {
                Map<String, String> before = yearsBefore.getOrDefault(place, Map.of());
                String was = before.getOrDefault("report_id", "");
                String is = after.getOrDefault("report_id", "");
                boolean otherFigure =
                        !before.getOrDefault("audited_revenue", "").equals(after.getOrDefault("audited_revenue", ""));
                if (!was.equals(is) || otherFigure) {
                    reports.put(place.year(), report(was, is));
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
                if (!before.getOrDefault("instructed_shares", "0")
                        .equals(after.getOrDefault("instructed_shares", "0"))) {
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
        private String of(Place place, String column) {
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
            causes.addAll(adjustments.values());
            if (readingChanged) {
                causes.add("READING CHANGED");
            }
        }

        private void addPapersAndTransfers(Place place, List<String> causes) {
            if (moved.contains(place.tranche() == 0 ? place.year() : place.tranche())) {
                causes.add("transfers confirmed");
            } else if (signed.contains(place.year())) {
                causes.add("instruction signed, or withdrawn");
            }
        }
    }
}
