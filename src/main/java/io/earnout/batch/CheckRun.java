package io.earnout.batch;

import io.earnout.batch.InputPasses.Purpose;
import io.earnout.escrow.delay.DelayLedger;
import io.earnout.escrow.determination.OpenPoints;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.EscrowReader;
import io.earnout.input.LeftOut;
import io.earnout.input.MisspeltIds;
import io.earnout.input.MisspeltSearch;
import io.earnout.output.OutputFile;
import io.earnout.output.RunTotals;
import io.earnout.present.overview.FindingSummary;
import io.earnout.publish.ControlSums;
import io.earnout.publish.ExpectedCounts;
import io.earnout.publish.FilePermissions;
import io.earnout.terms.Figures;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.util.FileSystemUtils;

/**
 * The step {@code check}: what came of the way through the input. Either all was read and settled, and
 * {@code exceptions.csv} can be put together; or there must be another way through the input; or the input can't be trusted: then
 * it writes the list of all errors and ends the job.
 */
final class CheckRun implements Tasklet {

    /** The exit status after which the step {@code settle} follows once more. */
    static final String AGAIN = "AGAIN";

    private final RunOrder order;
    private final RunDay day;
    private final InputPasses passes;
    private final ControlSums sums;
    private final BackgroundWriting writing;
    private final SettledRun settled;
    private final StepResult<CheckedRun> checked;

    CheckRun(
            RunOrder order,
            InputPasses passes,
            ControlSums sums,
            BackgroundWriting writing,
            SettledRun settled,
            StepResult<CheckedRun> checked) {
        this.order = order;
        this.day = order.identity().day();
        this.passes = passes;
        this.sums = sums;
        this.writing = writing;
        this.settled = settled;
        this.checked = checked;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        // that the last chunk could not be written is said only here
        writing.await();
        boolean isSound = passes.isSound();
        ExceptionsSpool spool = passes.ofTheRun();
        if (isSound) {
            proveAllWasRead();
            if (settled.lost().isPresent()) {
                settled.lost().get().end();
            }
        }
        if (passes.purpose() == Purpose.EXPLAIN) {
            throw reject(spool);
        }
        if (spool.stopsTheRun() || (isSound && (settled.counted().stopsTheRun() || isNoneLeft()))) {
            return again(Purpose.EXPLAIN, misspelt(MisspeltSearch.strays(passes.input(), day)), contribution);
        }
        if (!isSound) {
            return again(Purpose.SETTLE, MisspeltIds.NONE, contribution);
        }
        if (passes.input().misspelt() == MisspeltIds.NONE) {
            MisspeltIds misspelt = misspelt(settled.counted().strays());
            if (misspelt.meanSomething()) {
                return again(Purpose.SETTLE, misspelt, contribution);
            }
        }
        complete(spool);
        return RepeatStatus.FINISHED;
    }

    private RepeatStatus again(Purpose purpose, MisspeltIds misspelt, StepContribution contribution)
            throws IOException {
        if (settled.lost().isPresent()) {
            settled.lost().get().close();
        }
        passes.again(purpose, misspelt);
        contribution.setExitStatus(new ExitStatus(AGAIN));
        return RepeatStatus.FINISHED;
    }

    /** A chunk step can end without having read, or written, all there is. */
    private void proveAllWasRead() {
        EscrowReader reader = passes.reader();
        if (!reader.hasEnded() || reader.agreements() != settled.counted().ids()) {
            throw new IllegalStateException("of " + reader.agreements() + " agreements that were read "
                    + settled.counted().ids() + " were written"
                    + (reader.hasEnded() ? "" : ", before the end of the input"));
        }
    }

    /** Which agreements may be meant by ids that name none. */
    private MisspeltIds misspelt(List<MisspeltIds.Stray> strays) {
        return MisspeltSearch.among(strays, passes.input(), day);
    }

    private long lost() {
        return settled.lost().map(LostAgreements::count).orElse(0L);
    }

    /** A run that has lost every agreement must not become the latest one: empty lists would look as if nothing were due. */
    private boolean isNoneLeft() {
        Counted counted = settled.counted();
        return !counted.stopsTheRun() && counted.agreements() == 0 && counted.notSettled() + lost() > 0;
    }

    private Finding noneLeft() {
        long notSettled = settled.counted().notSettled();
        return new Finding(
                FindingCode.NO_AGREEMENT_LEFT,
                "",
                0,
                new Source("agreements.csv", 0),
                "",
                "",
                notSettled > 0
                        ? "no agreement can be settled: the terms of all that the files name (" + notSettled
                                + ") are missing or invalid"
                        : "no agreement is known on " + day.asOf() + ", and the previous run had " + lost(),
                "correct the rows that are listed, or run into an output folder of its own");
    }

    private void leftOut(ExceptionsSpool spool) {
        List<String> names = passes.input().names();
        List<LeftOut> files = settled.counted().leftOut();
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).rows() > 0) {
                spool.accept(new Finding(
                        FindingCode.ROWS_AFTER_AS_OF,
                        "",
                        0,
                        new Source(names.get(i), 0),
                        "",
                        "",
                        "left out: " + files.get(i) + " dated after " + day.asOf()
                                + ", or of an agreement signed later",
                        ""));
            }
        }
    }

    /** Says what was found of many agreements once, with their number. */
    private void ofAllAlike(FindingCode code, ExceptionsSpool spool) {
        long agreements = settled.totals().codes().getOrDefault(code, 0L);
        if (agreements > 0) {
            spool.write(new Finding(
                    code,
                    "",
                    0,
                    new Source(Records.SHARE_PRICES.toString(), 0),
                    "",
                    "",
                    DelayLedger.NO_PRICES + ", for "
                            + (agreements == 1
                                    ? "1 agreement"
                                    : Figures.grouped(Long.toString(agreements)) + " agreements"),
                    DelayLedger.RECORD_PRICES));
        }
    }

    private void complete(ExceptionsSpool spool) throws IOException {
        if (settled.lost().isPresent()) {
            settled.lost().get().appendTo(spool);
        }
        leftOut(spool);
        passes.ofAllAlike().forEach(code -> ofAllAlike(code, spool));
        OpenPoints.notes().forEach(spool);
        spool.close();
        writeExceptions(order.stagedRun().resolve(OutputFile.EXCEPTIONS.fileName()));
        FindingsOfTheRun findings = passes.findings();
        RunTotals totals = new RunTotals();
        totals.add(findings.totals());
        totals.add(settled.totals());
        Counted counted = settled.counted();
        checked.set(new CheckedRun(
                passes.input(),
                new ExpectedCounts(
                        counted.agreements(),
                        counted.years(),
                        counted.considerationShares(),
                        counted.onlyReading(),
                        passes.rows()),
                allFindings(),
                findings.first(),
                totals));
    }

    private FindingSummary allFindings() {
        FindingSummary.Collector all = new FindingSummary.Collector();
        all.add(passes.findings().summary());
        all.add(settled.findings());
        return all.summary();
    }

    /** Rows that belong to no agreement come first. */
    private void writeExceptions(Path file) throws IOException {
        try (OutputStream out = sums.begin(OutputFile.EXCEPTIONS.fileName(), FilePermissions.create(file))) {
            OutputFile.EXCEPTIONS.writeHeader(out);
            sums.copy(order.exceptionsOfFiles(), out);
            sums.copy(order.exceptionsOfAgreements(), out);
        }
        Files.delete(order.exceptionsOfAgreements());
    }

    /** Writes the list of all errors where people find it. */
    private RejectedInput reject(ExceptionsSpool spool) throws IOException {
        if (!spool.stopsTheRun()) {
            if (settled.lost().isPresent()) {
                settled.lost().get().appendTo(spool);
            }
            if (isNoneLeft()) {
                spool.accept(noneLeft());
            }
        }
        leftOut(spool);
        spool.close();
        String name = OutputFile.EXCEPTIONS.fileName();
        Path staged = order.workFolder().resolve(name);
        writeExceptions(staged);
        sums.prove(staged);
        FilePermissions.createFolders(order.rejectedRun());
        Files.move(staged, order.rejectedRun().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        passes.close();
        FileSystemUtils.deleteRecursively(order.stagingFolder());
        return new RejectedInput(allFindings());
    }
}
