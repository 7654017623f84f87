package io.earnout.job;

import io.earnout.escrow.Finding;
import io.earnout.escrow.Severity;
import io.earnout.input.CheckedInput;
import io.earnout.output.Changes;
import io.earnout.output.Countdown;
import io.earnout.output.Publication;
import io.earnout.settlement.Working;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the steps of one run hand on to each other. It lives in memory alone: an interrupted run begins anew. */
final class RunState {

    /** How many errors the console shows; the file has them all. */
    private static final int SHOWN_ERRORS = 12;

    /** How many changes the console shows; the file has them all. */
    private static final int SHOWN_CHANGES = 8;

    private Optional<CheckedInput> input = Optional.empty();
    private Optional<Publication.Expected> expected = Optional.empty();
    private boolean rejected;
    private final List<Finding> firstErrors = new ArrayList<>();
    private long errors;
    private long warnings;
    private List<Working> workings = List.of();
    private Countdown countdown = new Countdown();
    private final List<Changes.Change> firstChanges = new ArrayList<>();
    private long changes;
    private long readingsWithoutDocument;

    void begin() {
        input = Optional.empty();
        expected = Optional.empty();
        rejected = false;
        firstErrors.clear();
        errors = 0;
        warnings = 0;
        workings = List.of();
        countdown = new Countdown();
        firstChanges.clear();
        changes = 0;
        readingsWithoutDocument = 0;
    }

    /** The next deadlines. */
    Countdown countdown() {
        return countdown;
    }

    void changed(Changes.Change change) {
        changes++;
        if (change.needsDocument()) {
            readingsWithoutDocument++;
        }
        if (firstChanges.size() < SHOWN_CHANGES) {
            firstChanges.add(change);
        }
    }

    /** How much is otherwise than in the run before. */
    long changes() {
        return changes;
    }

    /** The first of it. */
    List<Changes.Change> firstChanges() {
        return firstChanges;
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
            if (firstErrors.size() < SHOWN_ERRORS) {
                firstErrors.add(finding);
            }
        } else if (finding.code().severity() == Severity.WARNING) {
            warnings++;
        }
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
