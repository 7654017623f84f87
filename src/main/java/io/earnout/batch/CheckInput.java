package io.earnout.batch;

import io.earnout.escrow.determination.OpenPoints;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.CheckedInput;
import io.earnout.input.InputCheck;
import io.earnout.input.LeftOut;
import io.earnout.output.OutputFile;
import io.earnout.present.changes.PreviousAgreements;
import io.earnout.publish.ControlSums;
import io.earnout.publish.ExpectedCounts;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.Publication;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.util.FileSystemUtils;

/**
 * The step {@code check}: reads and checks all files, sorts those that are not in order, and counts what must come out. If a
 * file or the terms can't be trusted, it writes the list of all errors and ends the job.
 */
final class CheckInput implements Tasklet {

    private final RunOrder order;
    private final RunDay day;
    private final EscrowCheck escrows;
    private final ControlSums sums;
    private final StepResult<CheckedRun> checked;

    CheckInput(RunOrder order, RunDay day, EscrowCheck escrows, ControlSums sums, StepResult<CheckedRun> checked) {
        this.order = order;
        this.day = day;
        this.escrows = escrows;
        this.sums = sums;
        this.checked = checked;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        FileSystemUtils.deleteRecursively(order.stagingFolder());
        FilePermissions.createFolders(order.workFolder());
        FindingsOfTheRun findings = new FindingsOfTheRun();
        CheckedInput input;
        EscrowCheck.Counted counted;
        boolean stops;
        try (ExceptionsSpool spool = ExceptionsSpool.open(order.exceptionsOfFiles(), findings, sums)) {
            if (day.isAhead()) {
                spool.accept(ofTheRun(
                        FindingCode.PROJECTION,
                        new Source("", 0),
                        "PROJECTION: the as-of date " + day.asOf() + " lies in the future"));
            }
            order.input().findings().forEach(spool);
            input = InputCheck.of(order.input(), order.workFolder(), spool);
            counted = count(input, spool);
            input = input.with(escrows.misspelt(input, counted));
            leftOut(input, counted, spool);
            stops = spool.stopsTheRun() || counted.stopsTheRun();
            if (!stops) {
                OpenPoints.notes().forEach(spool);
            }
        }
        if (stops) {
            throw reject(input, findings);
        }
        checked.set(new CheckedRun(
                input,
                new ExpectedCounts(
                        counted.agreements(),
                        counted.years(),
                        counted.considerationShares(),
                        counted.onlyReading(),
                        input.rows()),
                findings.summary(),
                findings.first(),
                findings.totals()));
        return RepeatStatus.FINISHED;
    }

    /** Counts what must come out, and reports the agreements that the previous run had and this one has not. */
    private EscrowCheck.Counted count(CheckedInput input, ExceptionsSpool spool) throws Exception {
        Optional<Path> previous = new Publication(order.outputFolder(), order.identity()).previousRun();
        // a file that can't be trusted says nothing about an agreement
        if (previous.isEmpty() || spool.stopsTheRun()) {
            EscrowCheck.Counted counted = escrows.count(input);
            findNoneLeft(counted, 0, spool);
            return counted;
        }
        try (PreviousAgreements before = PreviousAgreements.of(previous.get())) {
            LostAgreements lost = new LostAgreements(before, day.asOf(), spool);
            EscrowCheck.Counted counted = escrows.count(input, Optional.of(lost));
            lost.end();
            findNoneLeft(counted, lost.count(), spool);
            return counted;
        }
    }

    /** A run that has lost every agreement must not become the latest one: empty lists would look as if nothing were due. */
    private void findNoneLeft(EscrowCheck.Counted counted, long lost, ExceptionsSpool spool) {
        boolean stopsAnyway = spool.stopsTheRun() || counted.stopsTheRun();
        if (stopsAnyway || counted.agreements() > 0 || counted.notSettled() + lost == 0) {
            return;
        }
        spool.accept(new Finding(
                FindingCode.NO_AGREEMENT_LEFT,
                "",
                0,
                new Source("agreements.csv", 0),
                "",
                "",
                counted.notSettled() > 0
                        ? "no agreement can be settled: the terms of all that the files name (" + counted.notSettled()
                                + ") are missing or invalid"
                        : "no agreement is known on " + day.asOf() + ", and the previous run had " + lost,
                "correct the rows that are listed, or run into an output folder of its own"));
    }

    private void leftOut(CheckedInput input, EscrowCheck.Counted counted, ExceptionsSpool spool) {
        List<String> names = input.names();
        for (int i = 0; i < names.size(); i++) {
            LeftOut leftOut = counted.leftOut().get(i);
            if (leftOut.rows() > 0) {
                spool.accept(ofTheRun(
                        FindingCode.ROWS_AFTER_AS_OF,
                        new Source(names.get(i), 0),
                        "left out: " + leftOut + " dated after " + day.asOf() + ", or of an agreement signed later"));
            }
        }
    }

    private static Finding ofTheRun(FindingCode code, Source source, String message) {
        return new Finding(code, "", 0, source, "", "", message, "");
    }

    /** Writes the list of all errors where people find it. */
    private RejectedInput reject(CheckedInput input, FindingsOfTheRun findings) throws Exception {
        Path ofEscrows = order.workFolder().resolve("exceptions-of-escrows");
        try (ExceptionsSpool spool = ExceptionsSpool.open(ofEscrows, findings, sums)) {
            escrows.explain(input, spool);
        }
        String name = OutputFile.EXCEPTIONS.fileName();
        Path staged = order.workFolder().resolve(name);
        try (OutputStream out = sums.begin(name, FilePermissions.create(staged))) {
            OutputFile.EXCEPTIONS.writeHeader(out);
            sums.copy(order.exceptionsOfFiles(), out);
            sums.copy(ofEscrows, out);
        }
        sums.prove(staged);
        FilePermissions.createFolders(order.rejectedRun());
        Files.move(staged, order.rejectedRun().resolve(name), StandardCopyOption.REPLACE_EXISTING);
        FileSystemUtils.deleteRecursively(order.stagingFolder());
        return new RejectedInput(findings.summary());
    }
}
