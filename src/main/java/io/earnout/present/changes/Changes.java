package io.earnout.present.changes;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.output.CsvBuffer;
import io.earnout.output.OutputFile;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import io.earnout.terms.ReadingSwitch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * {@code changes.csv}: the differences from the previous run into the same output folder, with the
 * cause, so that no quantity changes in silence. It is the only file that depends on an earlier run. Both runs are read side
 * by side, agreement by agreement; agreements of which nothing changed are compared as bytes and cost little.
 */
public final class Changes {

    private final Consumer<Change> told;
    private final CsvBuffer rows = new CsvBuffer(4096);
    private final CalendarDifferences calendars;
    private final boolean looksBack;

    private Changes(CalendarDifferences calendars, boolean looksBack, Consumer<Change> told) {
        this.looksBack = looksBack;
        this.calendars = calendars;
        this.told = told;
    }

    /**
     * Appends the changes to the staged file.
     *
     * @param previous the folder of the run published before
     * @param looksBack whether the run is as of an earlier day than the one before, which knew amendments that are not known yet
     * @param sums over what is written
     * @param told is told of each change
     */
    public static void append(Path previous, Path staged, boolean looksBack, ControlSums sums, Consumer<Change> told)
            throws IOException {
        Changes changes = new Changes(CalendarDifferences.between(previous, staged), looksBack, told);
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

    private void compare(String agreementId, ComparedRun.Rows before, ComparedRun.Rows after) throws IOException {
        if (before.isSameAs(after)) {
            return;
        }
        Map<RowKey, Map<String, String>> yearsBefore = RowKey.byKey(before.cells(OutputFile.RECONCILIATION_REPORT));
        Map<RowKey, Map<String, String>> yearsAfter = RowKey.byKey(after.cells(OutputFile.RECONCILIATION_REPORT));
        if (yearsBefore.isEmpty() || yearsAfter.isEmpty()) {
            boolean isNew = yearsBefore.isEmpty();
            String cause = isNew
                    ? ""
                    : FindingCode.AGREEMENT_LOST
                            + (isAtFault(after)
                                    ? ": its terms are invalid"
                                    : ": it is not known on the day of the run");
            tell(Change.ofFigure(
                    agreementId,
                    RowKey.OF_THE_AGREEMENT,
                    "agreement",
                    isNew ? "" : "there",
                    isNew ? "there" : "",
                    cause));
            return;
        }
        Map<RowKey, Map<String, String>> linesBefore = RowKey.byKey(before.cells(OutputFile.RELEASE_INSTRUCTIONS));
        Map<RowKey, Map<String, String>> linesAfter = RowKey.byKey(after.cells(OutputFile.RELEASE_INSTRUCTIONS));
        Map<RowKey, Map<String, String>> cancelledBefore = RowKey.byKey(before.cells(OutputFile.CANCELLATION_LIST));
        Map<RowKey, Map<String, String>> cancelledAfter = RowKey.byKey(after.cells(OutputFile.CANCELLATION_LIST));
        ChangeCauses causes = new ChangeCauses(readingChanged(agreementId, before, after));
        new TermChanges(
                        agreementId,
                        known(before, yearsBefore, linesBefore),
                        known(after, yearsAfter, linesAfter),
                        calendars,
                        looksBack,
                        this::tell)
                .tell();
        causes.find(yearsBefore, yearsAfter, linesBefore, linesAfter);
        differences(agreementId, yearsBefore, yearsAfter, OutputFile.RECONCILIATION_REPORT, causes);
        differences(agreementId, linesBefore, linesAfter, OutputFile.RELEASE_INSTRUCTIONS, causes);
        differences(agreementId, cancelledBefore, cancelledAfter, OutputFile.CANCELLATION_LIST, causes);
    }

    private boolean isAtFault(ComparedRun.Rows rows) throws IOException {
        for (Map<String, String> finding : rows.cells(OutputFile.EXCEPTIONS)) {
            if (FindingCode.TERMS_REJECTED.name().equals(finding.get("code"))) {
                return true;
            }
        }
        return false;
    }

    private TermChanges.Known known(
            ComparedRun.Rows rows, Map<RowKey, Map<String, String>> years, Map<RowKey, Map<String, String>> lines)
            throws IOException {
        List<Map<String, String>> terms = rows.cells(OutputFile.TERMS);
        return new TermChanges.Known(
                terms.isEmpty() ? Map.of() : terms.get(0),
                years,
                lines,
                rows.cells(OutputFile.DEADLINES),
                rows.cells(OutputFile.EXCEPTIONS));
    }

    /** Whether the reading is another one, which is told as well. */
    private boolean readingChanged(String agreementId, ComparedRun.Rows before, ComparedRun.Rows after)
            throws IOException {
        Map<String, String> chosenBefore = chosen(before);
        Map<String, String> chosenAfter = chosen(after);
        String one = inWords(chosenBefore);
        String other = inWords(chosenAfter);
        if (one.equals(other)) {
            return false;
        }
        boolean documented = true;
        for (Map<String, String> finding : after.cells(OutputFile.EXCEPTIONS)) {
            documented &= !FindingCode.READINGS_WITHOUT_DOCUMENT.name().equals(finding.get("code"));
        }
        String cause = documented ? "READING CHANGED" : "READING CHANGED without a document on record";
        tell(new Change(agreementId, 0, 0, Change.READING, "the reading", one, other, cause, true, !documented));
        return true;
    }

    private Map<String, String> chosen(ComparedRun.Rows rows) throws IOException {
        for (Map<String, String> reading : rows.cells(OutputFile.READINGS)) {
            if ("yes".equals(reading.get("chosen"))) {
                return reading;
            }
        }
        return new TreeMap<>();
    }

    private static String inWords(Map<String, String> reading) {
        return reading.isEmpty()
                ? ""
                : Stream.of(ReadingSwitch.values())
                        .map(point -> reading.getOrDefault(point.term(), ""))
                        .collect(Collectors.joining(", "));
    }

    private void differences(
            String agreementId,
            Map<RowKey, Map<String, String>> before,
            Map<RowKey, Map<String, String>> after,
            OutputFile file,
            ChangeCauses causes) {
        Set<RowKey> places = new TreeSet<>(before.keySet());
        places.addAll(after.keySet());
        for (RowKey place : places) {
            Map<String, String> one = before.getOrDefault(place, Map.of());
            Map<String, String> other = after.getOrDefault(place, Map.of());
            for (String column : file.comparedColumns()) {
                String was = one.getOrDefault(column, "");
                String is = other.getOrDefault(column, "");
                // what only a report can tell is empty before it: none is then no change
                boolean stillNone = was.isEmpty() && is.equals("0") && !one.isEmpty();
                if (!was.equals(is) && !stillNone) {
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
