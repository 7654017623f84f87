package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import io.earnout.input.CheckedInput;
import io.earnout.output.RunTotals;
import io.earnout.present.changes.Change;
import io.earnout.present.overview.MostPressing;
import io.earnout.publish.ControlSums;
import io.earnout.publish.Publication;
import io.earnout.settlement.Working;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the steps of one run hand on to each other. It lives in memory alone: an interrupted run begins anew. */
final class RunState {

    /** How many errors the console shows; the file has them all. */
    private static final int SHOWN_ERRORS = 12;

    /** How many changes the console shows; the file has them all. */
    private static final int SHOWN_CHANGES = 8;

    /** How many changes the report shows; the file has them all. */
    private static final int KEPT_CHANGES = 200;

    /** How many findings about files the report shows; the file has them all. */
    private static final int KEPT_OF_THE_RUN = 500;

    private Optional<CheckedInput> input = Optional.empty();
    private Optional<Publication.Expected> expected = Optional.empty();
    private boolean rejected;
    private int drafted;
    private final List<Finding> firstErrors = new ArrayList<>();
    private final Map<String, Long> likeErrors = new HashMap<>();
    private long errors;
    private long warnings;
    private List<Working> workings = List.of();
    private RunTotals tally = new RunTotals();
    private ControlSums controlSums = new ControlSums();
    private Optional<MostPressing> shelf = Optional.empty();
    private final List<Finding> ofTheRun = new ArrayList<>();
    private final List<Change> firstChanges = new ArrayList<>();
    private final List<Change> firstOfTerms = new ArrayList<>();
    private long changes;
    private long changesOfTerms;
    private long readingsWithoutDocument;

    void begin() {
        input = Optional.empty();
        expected = Optional.empty();
        rejected = false;
        drafted = 0;
        firstErrors.clear();
        likeErrors.clear();
        errors = 0;
        warnings = 0;
        workings = List.of();
        tally = new RunTotals();
        controlSums = new ControlSums();
        shelf = Optional.empty();
        ofTheRun.clear();
        firstChanges.clear();
        firstOfTerms.clear();
        changes = 0;
        changesOfTerms = 0;
        readingsWithoutDocument = 0;
    }

    void drafted(int papers) {
        drafted = papers;
    }

    /** How many papers were drafted. */
    int drafted() {
        return drafted;
    }

    /** The totals. */
    RunTotals tally() {
        return tally;
    }

    /** Over what was written. */
    ControlSums controlSums() {
        return controlSums;
    }

    /** What people get to look at. */
    MostPressing shelf() {
        return shelf.orElseThrow(() -> new IllegalStateException("checkInput comes first"));
    }

    /** Notes what was found about the files or the run as a whole. */
    void foundInFiles(Finding finding) {
        found(finding);
        tally.add(finding);
        if (ofTheRun.size() < KEPT_OF_THE_RUN) {
            ofTheRun.add(finding);
        }
    }

    /** What was found about the files or the run as a whole; the first of it, where there is much. */
    List<Finding> ofTheRun() {
        return ofTheRun;
    }

    void changed(Change change) {
        changes++;
        if (change.needsDocument()) {
            readingsWithoutDocument++;
        }
        if (change.ofTerms()) {
            changesOfTerms++;
        }
        List<Change> kept = change.ofTerms() ? firstOfTerms : firstChanges;
        if (kept.size() < KEPT_CHANGES) {
            kept.add(change);
        }
    }

    /** How many of the changes redirect shares or move a day. */
    long changesOfTerms() {
        return changesOfTerms;
    }

    /** How much is otherwise than in the run before. */
    long changes() {
        return changes;
    }

    /** The first of it, for the console. */
    List<Change> firstChanges() {
        return first(SHOWN_CHANGES);
    }

    /** The first of it, for the report. */
    List<Change> keptChanges() {
        return first(KEPT_CHANGES);
    }

    /** What redirects shares or moves a day first: among thousands of figures nobody would find it. */
    private List<Change> first(int most) {
        return Stream.concat(firstOfTerms.stream(), firstChanges.stream())
                .limit(most)
                .toList();
    }

    /** In how many agreements the reading is another one than in the run before, and no document says so. */
    long readingsWithoutDocument() {
        return readingsWithoutDocument;
    }

    void explained(List<Working> how) {
        workings = how.isEmpty() ? workings : how;
    }

    /** How the numbers came about, if there is a single agreement. */
    List<Working> workings() {
        return workings;
    }

    void checked(CheckedInput checkedInput, Publication.Expected whatMustComeOut) {
        input = Optional.of(checkedInput);
        expected = Optional.of(whatMustComeOut);
        shelf = Optional.of(new MostPressing(whatMustComeOut.agreements()));
    }

    void reject() {
        rejected = true;
    }

    boolean isRejected() {
        return rejected;
    }

    CheckedInput input() {
        return input.orElseThrow(() -> new IllegalStateException("checkInput comes first"));
    }

    Publication.Expected expected() {
        return expected.orElseThrow(() -> new IllegalStateException("checkInput comes first"));
    }

    void found(Finding finding) {
        if (finding.code().severity() == Severity.ERROR) {
            errors++;
            if (firstErrors.stream().anyMatch(shown -> isLike(shown, finding))) {
                likeErrors.merge(likeness(finding), 1L, Long::sum);
            } else if (firstErrors.size() < SHOWN_ERRORS || (finding.code().stopsTheRun() && makeRoom())) {
                firstErrors.add(finding);
            }
        } else if (finding.code().severity() == Severity.WARNING) {
            warnings++;
        }
    }

    /** Cells of one column of one file that have the same fault are told in one line. */
    private static boolean isLike(Finding one, Finding other) {
        return isAboutACell(one) && isAboutACell(other) && likeness(one).equals(likeness(other));
    }

    private static boolean isAboutACell(Finding finding) {
        return finding.source().line() > 0
                && !finding.column().isEmpty()
                && finding.message().startsWith("\"");
    }

    private static String likeness(Finding finding) {
        return finding.source().file() + '\n' + finding.column() + '\n' + finding.code();
    }

    /** How many cells more have the fault of one of the first errors, in the same column of the same file. */
    long errorsLike(Finding shown) {
        return isAboutACell(shown) ? likeErrors.getOrDefault(likeness(shown), 0L) : 0;
    }

    /** What stops the run is shown rather than what would only hold something. */
    private boolean makeRoom() {
        for (int last = firstErrors.size() - 1; last >= 0; last--) {
            if (!firstErrors.get(last).code().stopsTheRun()) {
                firstErrors.remove(last);
                return true;
            }
        }
        return false;
    }

    void warned(int more) {
        warnings += more;
    }

    /** How much somebody should look at. */
    long warnings() {
        return warnings;
    }

    /** How many things need a person. */
    long errors() {
        return errors;
    }

    /** The first of them. */
    List<Finding> firstErrors() {
        return firstErrors;
    }
}
