package io.earnout.present.changes;

import com.opencsv.ICSVParser;
import com.opencsv.RFC4180Parser;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.output.CsvBuffer;
import io.earnout.output.OutputFile;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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

    /** What the first version left empty, because it read no registers. */
    private static final List<String> EMPTY_AT_FIRST = List.of(
            "confirmed_released_shares", "over_released_shares", "confirmed_returned_shares", "instructed_shares");

    /** What makes one reading another. */
    private static final List<String> OF_A_READING =
            List.of("excess_credit", "conversion_target", "offset_limit", "offset_order", "missed_target");

    private final Consumer<Change> told;
    private final CsvBuffer rows = new CsvBuffer(4096);
    private final ICSVParser parser = new RFC4180Parser();
    private final CalendarDifferences calendars;

    private Changes(CalendarDifferences calendars, Consumer<Change> told) {
        this.calendars = calendars;
        this.told = told;
    }

    /**
     * One difference.
     *
     * @param year 0 where it concerns the agreement as a whole
     * @param tranche 0 where it concerns no line of an instruction
     * @param words what it is, for people
     * @param ofTerms whether it redirects shares or moves a day
     * @param needsDocument whether it is a changed reading without a document on record
     */
    public record Change(
            String agreementId,
            int year,
            int tranche,
            String what,
            String words,
            String before,
            String after,
            String cause,
            boolean ofTerms,
            boolean needsDocument) {

        private static Change ofFigure(
                String agreementId, Place place, String what, String before, String after, String cause) {
            return new Change(
                    agreementId, place.year(), place.tranche(), what, what, before, after, cause, false, false);
        }

        /**
         * E.g. {@code KAIXIN-2025 year 1: entitled_shares 2700000 -> 3000000 (report R-1 restated by R-2)}, or {@code
         * KAIXIN-2025: the seller's account 123 -> 456 (parties.csv)}.
         */
        @Override
        public String toString() {
            if (agreementId.isEmpty()) {
                return words + ": " + cause;
            }
            return agreementId + (year == 0 ? "" : " year " + year)
                    + (tranche == 0 || tranche == year ? "" : " tranche " + tranche) + ": " + words + " "
                    + (before.isEmpty() ? "none" : before) + " -> " + (after.isEmpty() ? "none" : after)
                    + (cause.isEmpty() ? "" : " (" + cause + ")");
        }
    }

    /**
     * Appends the changes to the staged file.
     *
     * @param previous the folder of the run published before
     * @param sums over what is written
     * @param told is told of each change
     */
    public static void append(Path previous, Path staged, ControlSums sums, Consumer<Change> told) throws IOException {
        Changes changes = new Changes(CalendarDifferences.between(previous, staged), told);
        if (!Files.isRegularFile(previous.resolve(OutputFile.TERMS.fileName()))) {
            changes.tellNoTerms();
        }
        try (ComparedRun before = new ComparedRun(previous);
                ComparedRun after = new ComparedRun(staged);
                OutputStream out = sums.goOn(
                        OutputFile.CHANGES.fileName(),
                        FilePermissions.append(staged.resolve(OutputFile.CHANGES.fileName())))) {
            changes.rows.drainTo(out);
            for (byte[] id = first(before, after); id.length > 0; id = first(before, after)) {
                changes.compare(new String(id, StandardCharsets.UTF_8), before.rowsOf(id), after.rowsOf(id));
                changes.rows.drainTo(out);
            }
        }
    }

    /** The agreement that comes next in one of the runs; empty if both have ended. */
    private static byte[] first(ComparedRun before, ComparedRun after) {
        byte[] one = before.nextId();
        byte[] other = after.nextId();
        if (one.length == 0 || other.length == 0) {
            return one.length == 0 ? other : one;
        }
        return Arrays.compareUnsigned(one, other) <= 0 ? one : other;
    }

    private static final Place OF_THE_AGREEMENT = new Place(0, 0);

    /** Assessment year and tranche; the tranche is 0 where a row is about the year. */
    record Place(int year, int tranche) implements Comparable<Place> {

        @Override
        public int compareTo(Place other) {
            return year != other.year ? Integer.compare(year, other.year) : Integer.compare(tranche, other.tranche);
        }
    }

    private void compare(String agreementId, ComparedRun.Rows before, ComparedRun.Rows after) throws IOException {
        if (before.isSameAs(after)) {
            return;
        }
        Map<Place, Map<String, String>> yearsBefore = byPlace(before.cells(OutputFile.RECONCILIATION_REPORT, parser));
        Map<Place, Map<String, String>> yearsAfter = byPlace(after.cells(OutputFile.RECONCILIATION_REPORT, parser));
        if (yearsBefore.isEmpty() || yearsAfter.isEmpty()) {
            boolean isNew = yearsBefore.isEmpty();
            String cause = isNew
                    ? ""
                    : FindingCode.AGREEMENT_LOST
                            + (isAtFault(after)
                                    ? ": its terms are invalid"
                                    : ": it is not known on the day of the run");
            tell(Change.ofFigure(
                    agreementId, OF_THE_AGREEMENT, "agreement", isNew ? "" : "there", isNew ? "there" : "", cause));
            return;
        }
        Map<Place, Map<String, String>> linesBefore = byPlace(before.cells(OutputFile.RELEASE_INSTRUCTIONS, parser));
        Map<Place, Map<String, String>> linesAfter = byPlace(after.cells(OutputFile.RELEASE_INSTRUCTIONS, parser));
        Map<Place, Map<String, String>> cancelledBefore = byPlace(before.cells(OutputFile.CANCELLATION_LIST, parser));
        Map<Place, Map<String, String>> cancelledAfter = byPlace(after.cells(OutputFile.CANCELLATION_LIST, parser));
        supplyNewColumns(yearsBefore, yearsAfter);
        supplyNewColumns(linesBefore, linesAfter);
        supplyNewColumns(cancelledBefore, cancelledAfter);
        ChangeCauses causes = new ChangeCauses(readingChanged(agreementId, before, after));
        new TermChanges(
                        agreementId,
                        known(before, yearsBefore, linesBefore),
                        known(after, yearsAfter, linesAfter),
                        calendars,
                        this::tell)
                .tell();
        causes.find(yearsBefore, yearsAfter, linesBefore, linesAfter);
        differences(agreementId, yearsBefore, yearsAfter, OF_A_YEAR, causes);
        differences(agreementId, linesBefore, linesAfter, OF_A_LINE, causes);
        differences(agreementId, cancelledBefore, cancelledAfter, OF_A_CANCELLATION, causes);
    }

    /** An older version listed no terms: that is said once, and not that all of them are new. */
    private void tellNoTerms() {
        tell(new Change(
                "",
                0,
                0,
                "terms",
                "the terms can't be compared",
                "",
                "",
                "the run before was written by an older version, which lists neither the terms nor the holidays",
                true,
                false));
    }

    private boolean isAtFault(ComparedRun.Rows rows) throws IOException {
        for (Map<String, String> finding : rows.cells(OutputFile.EXCEPTIONS, parser)) {
            if (FindingCode.TERMS_REJECTED.name().equals(finding.get("code"))) {
                return true;
            }
        }
        return false;
    }

    private TermChanges.Known known(
            ComparedRun.Rows rows, Map<Place, Map<String, String>> years, Map<Place, Map<String, String>> lines)
            throws IOException {
        List<Map<String, String>> terms = rows.cells(OutputFile.TERMS, parser);
        return new TermChanges.Known(
                terms.isEmpty() ? Map.of() : terms.get(0),
                years,
                lines,
                rows.cells(OutputFile.DEADLINES, parser),
                rows.cells(OutputFile.EXCEPTIONS, parser));
    }

    /**
     * A column that an older version didn't write yet is taken to have been as it is now: that it is new is no change. And
     * where the first version left a register's column empty, nothing moved and nothing was signed.
     */
    private static void supplyNewColumns(
            Map<Place, Map<String, String>> before, Map<Place, Map<String, String>> after) {
        before.forEach((place, row) -> {
            after.getOrDefault(place, Map.of()).forEach(row::putIfAbsent);
            EMPTY_AT_FIRST.forEach(column -> row.replace(column, "", "0"));
        });
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
    private boolean readingChanged(String agreementId, ComparedRun.Rows before, ComparedRun.Rows after)
            throws IOException {
        Map<String, String> chosenBefore = chosen(before);
        Map<String, String> chosenAfter = chosen(after);
        if (!chosenBefore.isEmpty()) {
            chosenAfter.forEach(chosenBefore::putIfAbsent);
        }
        String one = inWords(chosenBefore);
        String other = inWords(chosenAfter);
        if (one.equals(other)) {
            return false;
        }
        boolean documented = true;
        for (Map<String, String> finding : after.cells(OutputFile.EXCEPTIONS, parser)) {
            documented &= !FindingCode.READINGS_WITHOUT_DOCUMENT.name().equals(finding.get("code"));
        }
        String cause = documented ? "READING CHANGED" : "READING CHANGED without a document on record";
        tell(new Change(agreementId, 0, 0, "reading", "the reading", one, other, cause, true, !documented));
        return true;
    }

    private Map<String, String> chosen(ComparedRun.Rows rows) throws IOException {
        for (Map<String, String> reading : rows.cells(OutputFile.READINGS, parser)) {
            if ("yes".equals(reading.get("chosen"))) {
                return reading;
            }
        }
        return new TreeMap<>();
    }

    private static String inWords(Map<String, String> reading) {
        return reading.isEmpty()
                ? ""
                : OF_A_READING.stream()
                        .map(column -> reading.getOrDefault(column, ""))
                        .collect(Collectors.joining(", "));
    }

    private void differences(
            String agreementId,
            Map<Place, Map<String, String>> before,
            Map<Place, Map<String, String>> after,
            List<String> columns,
            ChangeCauses causes) {
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
                    tell(Change.ofFigure(agreementId, place, column, was, is, causes.of(place, column)));
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
}
