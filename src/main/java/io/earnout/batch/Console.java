package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.present.report.ReportPages;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;

/**
 * What people see of a run. On a terminal a summary that fits a screen; without one a line, so that cron has something to
 * log and nothing to complain about.
 */
public final class Console {

    private final PrintStream out;
    private final PrintStream err;
    private final boolean outIsTerminal;
    private final boolean errIsTerminal;

    public Console(PrintStream out, PrintStream err, boolean outIsTerminal, boolean errIsTerminal) {
        this.out = out;
        this.err = err;
        this.outIsTerminal = outIsTerminal;
        this.errIsTerminal = errIsTerminal;
    }

    Progress progress() {
        return new Progress(err, errIsTerminal);
    }

    void error(String sentence) {
        err.println("earnout: " + sentence);
    }

    /** A defect of the program, told without the figures that it may hold. */
    void defect(Throwable failure) {
        if (Failures.isOutOfMemory(failure)) {
            error("Java has less memory than this input needs, and nothing was published: give it more, e.g."
                    + " EARNOUT_JAVA_OPTS=-Xmx1g");
            return;
        }
        error("this should not have happened, and nothing was published: " + Failures.inWords(failure));
        StackTraceElement[] trace = failure.getStackTrace();
        if (trace.length > 0) {
            err.println("  at " + trace[0]);
        }
    }

    void nothingNew(Path folder) {
        out.println("nothing new: this input was already settled in " + folder);
    }

    void rejected(Path folder, RunState state) {
        error("the input can't be trusted, and nothing was published");
        errors(state, folder);
    }

    void published(RunOrder order, Path folder, RunState state) throws IOException {
        RunSummary summary = RunSummary.of(order.publishedRun(), order.identity());
        if (outIsTerminal) {
            summary.lines(state).forEach(out::println);
            out.println("files  " + folder + warnings(state));
            out.println("report " + folder.resolve(ReportPages.FILE_NAME) + drafted(state));
        } else {
            out.println(summary.line() + next(state) + "; " + folder + warnings(state) + changes(state));
        }
        if (state.readingsWithoutDocument() > 0) {
            err.println("READING CHANGED since the run before without a document on record in "
                    + state.readingsWithoutDocument()
                    + (state.readingsWithoutDocument() == 1 ? " agreement" : " agreements") + ": see "
                    + folder.resolve("changes.csv"));
        }
        if (state.errors() > 0) {
            out.flush();
            errors(state, folder);
        }
    }

    private static String next(RunState state) {
        return state.tally().countdown().next().stream()
                .findFirst()
                .map(entry -> "; next deadline " + entry)
                .orElse("");
    }

    private static String drafted(RunState state) {
        return state.drafted() == 0
                ? ""
                : state.drafted() == 1 ? "; one paper drafted" : "; " + state.drafted() + " papers drafted";
    }

    private static String changes(RunState state) {
        if (state.changes() == 0) {
            return "";
        }
        long ofTerms = state.changesOfTerms();
        return "; " + state.changes() + (state.changes() == 1 ? " change" : " changes") + " since the run before"
                + (ofTerms == 0 ? "" : ", " + ofTerms + " of terms, accounts or due days: see changes.csv");
    }

    private static String warnings(RunState state) {
        if (state.warnings() == 0) {
            return "";
        }
        return state.warnings() == 1
                ? "; one warning, see exceptions.csv"
                : "; " + state.warnings() + " warnings, see exceptions.csv";
    }

    private void errors(RunState state, Path folder) {
        long told = 0;
        for (Finding finding : state.firstErrors()) {
            long like = state.errorsLike(finding);
            err.println(
                    like == 0
                            ? finding
                            : finding.toString()
                                    .replaceFirst(
                                            "\n|$",
                                            "; " + (like == 1 ? "one cell" : like + " cells")
                                                    + " more of this column alike\n"));
            told += 1 + like;
        }
        long more = state.errors() - told;
        err.println((more > 0 ? "and " + more + " more; all of them: " : "see ") + folder.resolve("exceptions.csv"));
    }
}
