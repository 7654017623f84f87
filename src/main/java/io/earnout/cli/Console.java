package io.earnout.cli;

import io.earnout.batch.InputChanged;
import io.earnout.batch.RunOrder;
import io.earnout.batch.RunResults;
import io.earnout.escrow.finding.Finding;
import io.earnout.output.OutputFile;
import io.earnout.present.explain.MarkedLine;
import io.earnout.present.overview.ChangeSummary;
import io.earnout.present.overview.FindingSummary;
import io.earnout.present.report.ReportPages;
import io.earnout.present.summary.Summary;
import io.earnout.publish.ManifestFile;
import io.earnout.terms.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The messages of a run. On a terminal the summary; otherwise one line on the run and what is to be done, without figures, so that
 * cron has something to mail.
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

    ProgressBar progress() {
        return new ProgressBar(err, errIsTerminal);
    }

    void error(String sentence) {
        err.println("earnout: " + sentence);
    }

    /** Explains why nothing was published, and what to do; the exit code for it. */
    ExitCode failed(Throwable failure) {
        if (Failures.isDefect(failure)) {
            defect(failure);
            return ExitCode.DEFECT;
        }
        if (failure instanceof InputChanged) {
            error(failure.getMessage() + ", and nothing was published: run again");
        } else if (Failures.isInterruption(failure)) {
            error("the run was interrupted, and nothing was published: run again");
        } else {
            error("the output can't be written: " + Failures.message(failure));
        }
        return ExitCode.OUTPUT_FAILED;
    }

    /** A defect of the program, without the figures that its message may hold. */
    private void defect(Throwable failure) {
        if (Failures.isOutOfMemory(failure)) {
            error("Java has less memory than this input needs, and nothing was published: give it more, e.g."
                    + " EARNOUT_JAVA_OPTS=-Xmx1g");
            return;
        }
        error("this is a defect of the program, and nothing was published: " + Failures.message(failure));
        StackTraceElement[] trace = failure.getStackTrace();
        if (trace.length > 0) {
            err.println("  at " + trace[0]);
        }
    }

    /** Prints a run that was published before, as it did then. */
    void noChange(Path run, Path folder, boolean needsAPerson) throws IOException {
        out.println("no change: this input was already processed; see " + folder);
        print(Summary.read(run));
        if (needsAPerson) {
            out.flush();
            err.println("something needs a person: see " + folder.resolve(OutputFile.EXCEPTIONS.fileName()));
        }
    }

    /** The whole summary on a terminal; in a log what is to be done, without figures (SPA 9). */
    private void print(List<String> summary) {
        (outIsTerminal ? summary : Summary.forLogs(summary)).forEach(out::println);
    }

    void rejected(RunOrder order, Path folder, FindingSummary findings) {
        error("the input can't be trusted, and nothing was published");
        errors(findings, order, folder);
    }

    void published(RunOrder order, Path folder, RunResults results) throws IOException {
        List<String> summary = Summary.read(order.publishedRun());
        FindingSummary findings = results.findings();
        String warnings =
                findings.warnings() == 0 ? "" : counted(findings.warnings(), "warning") + ", see exceptions.csv";
        if (outIsTerminal) {
            print(summary);
            out.println();
            out.println("files  " + joined(folder, warnings));
            String papers = results.papers() == 0 ? "" : counted(results.papers(), "paper") + " drafted";
            out.println("report " + joined(folder.resolve(ReportPages.FILE_NAME), papers));
        } else {
            String next = results.deadlines().next().stream()
                    .findFirst()
                    .map(deadline -> "next deadline " + deadline)
                    .orElse("");
            out.println(joined(line(order), next, folder, warnings, changes(results.changes())));
            print(summary);
        }
        long readings = results.changes().readingsWithoutDocument();
        if (readings > 0) {
            err.println("READING CHANGED since the previous run without a document on record in "
                    + counted(readings, "agreement") + ": see " + folder.resolve("changes.csv"));
        }
        long terms = results.changes().termsWithoutDocument();
        if (terms > 0) {
            err.println("TERMS CHANGED since the previous run without an amendment on record: " + counted(terms, "term")
                    + ", see " + folder.resolve("changes.csv"));
            results.changes().first().stream()
                    .filter(change -> change.needsDocument() && !change.isOfReading())
                    .limit(5)
                    .forEach(change -> err.println("  " + change));
        }
        if (findings.errors() > 0) {
            out.flush();
            errors(findings, order, folder);
        }
    }

    /** In one line, for a log: others read logs, and no figure belongs in them (SPA 9). */
    private static String line(RunOrder order) throws IOException {
        BigInteger agreements =
                ManifestFile.read(order.publishedRun()).totals().getOrDefault("agreements", BigInteger.ZERO);
        return "as of " + order.identity().asOf() + (order.identity().projection() ? " (PROJECTION)" : "") + ": "
                + Figures.grouped(agreements.toString())
                + (agreements.equals(BigInteger.ONE) ? " agreement" : " agreements") + " settled";
    }

    private static String changes(ChangeSummary changes) {
        if (changes.count() == 0) {
            return "";
        }
        return counted(changes.count(), "change") + " since the previous run"
                + (changes.ofTerms() == 0
                        ? ""
                        : ", " + changes.ofTerms() + " of terms, accounts or due days: see changes.csv");
    }

    private static String joined(Object... parts) {
        List<String> filled = new ArrayList<>();
        for (Object part : parts) {
            if (!part.toString().isEmpty()) {
                filled.add(part.toString());
            }
        }
        return String.join("; ", filled);
    }

    private static String counted(long count, String what) {
        return count == 1 ? "one " + what : count + " " + what + "s";
    }

    private void errors(FindingSummary findings, RunOrder order, Path folder) {
        for (Finding finding : findings.first()) {
            err.println(findings.told(finding));
            if (errIsTerminal) {
                // a line has figures that no log should have (SPA 9)
                order.input()
                        .faultyLine(finding)
                        .ifPresent(line -> MarkedLine.of(line.text(), line.from(), line.to())
                                .forEach(err::println));
            }
        }
        long more = findings.errors() - findings.shown();
        err.println((more > 0 ? "and " + more + " more; all of them: " : "see ") + folder.resolve("exceptions.csv"));
    }
}
