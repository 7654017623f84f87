package io.earnout.cli;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.InputFolder;
import io.earnout.present.explain.TerminalPage;
import io.earnout.terms.Figures;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code check}: lists all faults of the input, without a run. */
@Command(
        name = "check",
        sortOptions = false,
        customSynopsis = "./run.sh check [--input DIR] [--as-of YYYY-MM-DD] [--help]",
        description = {
            "Lists every fault of the input files, and what to do.",
            "Writes nothing, and doesn't need an output folder. What happened between the parties (a dispute, a late release) is no fault of the input; a run tells it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no faults", "65:faults; all of them are listed"},
        exitCodeOnInvalidInput = 64,
        exitCodeOnExecutionException = 70)
final class CheckInput implements Callable<Integer> {

    /** The errors that follow from what happened between the parties, and not from a cell that is wrong. */
    private static final Set<FindingCode> OF_THE_MATTER = EnumSet.of(
            FindingCode.AGREEMENT_LOST,
            FindingCode.REPORT_CONFLICT,
            FindingCode.FIRM_NOT_APPROVED,
            FindingCode.FIRM_APPROVED_LATER,
            FindingCode.FIRM_WITHDRAWN,
            FindingCode.OPINION_NOT_UNQUALIFIED,
            FindingCode.REPORT_OVERDUE,
            FindingCode.OFFSET_WAITS,
            FindingCode.MISSED_TARGET_BLOCKS,
            FindingCode.DISPUTED,
            FindingCode.SUSPENDED,
            FindingCode.ADJUSTMENT_UNDECIDED,
            FindingCode.AMENDMENT_UNDECIDED,
            FindingCode.SHARES_CHANGED,
            FindingCode.AGENT_BALANCE_SHORT,
            FindingCode.OVER_RELEASED,
            FindingCode.READING_UNDOCUMENTED,
            FindingCode.QUANTITY_DIFFERS,
            FindingCode.TRANSFER_OVERDUE,
            FindingCode.TRANSFER_SHORT,
            FindingCode.TRANSFER_NOT_INSTRUCTED,
            FindingCode.TRANSFER_BEYOND_INSTRUCTION,
            FindingCode.TRANSFERRED_TWICE,
            FindingCode.TRANSFER_OF_WRONG_TRANCHE,
            FindingCode.TRANSFER_BEFORE_DOCUMENTS,
            FindingCode.TRANSFER_WHILE_SUSPENDED,
            FindingCode.HELD_AGAINST_OVER_RELEASE,
            FindingCode.RETURN_BEFORE_FINAL,
            FindingCode.RETURN_BEYOND_DEDUCTED,
            FindingCode.CLAIM_AFTER_CANCELLATION,
            FindingCode.DEPOSIT_NOT_RECORDED,
            FindingCode.DOCUMENTS_LATE,
            FindingCode.RELEASE_LATE);

    private final Options options;

    /** The warnings about files as a whole, with the files that each is about. */
    private final Map<String, List<String>> ofFiles = new LinkedHashMap<>();

    private long faults;
    private long warnings;
    private long matters;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    CheckInput(Options options) {
        this.options = options;
    }

    @Override
    public Integer call() {
        return options.withoutRun(this::check);
    }

    private ExitCode check(Optional<LocalDate> asOf) {
        Surroundings surroundings = options.surroundings();
        InputFolder folder = InputFolder.of(options.inputFolder());
        RunDay day = AsOfDay.of(folder, asOf, surroundings.today());
        try (TemporaryFolder work = TemporaryFolder.create()) {
            InputFindings found = InputFindings.of(folder, day, work.path(), this::tell);
            if (found.agreements() == 0 && faults == 0) {
                faults++;
                surroundings.err().println("agreements.csv: the input has no agreement on " + day.asOf());
            }
            sumUp(folder, found.agreements(), day);
        } catch (IOException | UncheckedIOException e) {
            surroundings.error(
                    "the input can't be checked: " + Failures.message(e), "check the folder for temporary files");
            return ExitCode.OUTPUT_FAILED;
        }
        return faults == 0 ? ExitCode.DONE : ExitCode.INPUT_REJECTED;
    }

    private void tell(Finding finding) {
        Severity severity = finding.code().severity();
        if (severity == Severity.NOTE) {
            return;
        }
        if (severity == Severity.ERROR && OF_THE_MATTER.contains(finding.code())) {
            matters++;
            return;
        }
        if (severity == Severity.ERROR) {
            faults++;
            print(options.surroundings().err(), finding.toString());
            return;
        }
        warnings++;
        if (finding.source().line() == 0 && finding.agreementId().isEmpty()) {
            ofFiles.computeIfAbsent(finding.message() + "\n  " + finding.remedy(), none -> new ArrayList<>())
                    .add(finding.source().file());
        } else {
            print(options.surroundings().out(), "warning: " + finding);
        }
    }

    private static void print(PrintStream to, String text) {
        text.lines().map(TerminalPage::visible).forEach(to::println);
    }

    private void sumUp(InputFolder folder, long agreements, RunDay day) {
        PrintStream out = options.surroundings().out();
        options.surroundings().err().flush();
        ofFiles.forEach((warning, files) -> print(out, "warning: " + String.join(", ", files) + ": " + warning));
        out.println(counted(faults, "fault") + (warnings == 0 ? "" : " and " + counted(warnings, "warning")) + " in "
                + counted(folder.files().size(), "file") + ", "
                + counted(agreements, "agreement") + " as of " + day.asOf());
        if (matters > 0) {
            out.println("a run says what else needs a person: " + counted(matters, "matter")
                    + " held, overdue or in conflict");
        }
    }

    private static String counted(long count, String what) {
        String number = count == 0 ? "no" : Figures.grouped(Long.toString(count));
        return number + " " + what + (count == 1 ? "" : "s");
    }
}
