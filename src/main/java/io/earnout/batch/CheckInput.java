package io.earnout.batch;

import io.earnout.escrow.determination.OpenPoints;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.input.CheckedInput;
import io.earnout.input.InputCheck;
import io.earnout.input.LeftOut;
import io.earnout.output.OutputFile;
import io.earnout.present.changes.PreviousAgreements;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.Publication;
import java.io.IOException;
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

/**
 * The first step: reads and checks everything, brings into order what is not, and counts what must come out. If a file or
 * the terms can't be trusted it writes the list of all faults, and nothing is published.
 */
final class CheckInput implements Tasklet {

    private final RunOrder order;
    private final RunState state;
    private final EscrowCheck escrows;

    CheckInput(RunOrder order, RunState state, EscrowCheck escrows) {
        this.order = order;
        this.state = state;
        this.escrows = escrows;
    }

    @Override
    public RepeatStatus execute(StepContribution contribution, ChunkContext chunkContext) throws Exception {
        state.begin();
        Folders.delete(order.stagingFolder());
        FilePermissions.createFolders(order.workFolder());
        CheckedInput input;
        boolean stops;
        try (ExceptionsSpool ofFiles = ExceptionsSpool.open(order.exceptionsOfFiles(), state)) {
            if (order.identity().projection()) {
                ofFiles.accept(ofTheRun(
                        FindingCode.PROJECTION,
                        new Source("", 0),
                        "PROJECTION: the as-of date " + order.identity().asOf() + " lies in the future"));
            }
            order.input().findings().forEach(ofFiles);
            input = InputCheck.of(order.input(), order.workFolder(), ofFiles);
            EscrowCheck.Counted counted = count(input, ofFiles);
            input = input.with(escrows.misspelt(input, counted));
            leftOut(input, counted, ofFiles);
            stops = ofFiles.stopsTheRun() || counted.stopsTheRun();
            if (!stops) {
                OpenPoints.notes().forEach(ofFiles);
            }
            state.checked(
                    input,
                    new Publication.Expected(
                            counted.agreements(),
                            counted.years(),
                            counted.considerationShares(),
                            counted.onlyReading(),
                            input.rows()));
        }
        if (stops) {
            reject(input);
        }
        return RepeatStatus.FINISHED;
    }

    /** Counts what must come out, and tells what the run before into the same output folder had and this one has not. */
    private EscrowCheck.Counted count(CheckedInput input, ExceptionsSpool ofFiles) throws Exception {
        Optional<Path> previous = new Publication(order.outputFolder(), order.identity()).previousRun();
        // of a file that can't be trusted nothing follows for an agreement
        if (previous.isEmpty() || ofFiles.stopsTheRun()) {
            EscrowCheck.Counted counted = escrows.count(input);
            findNoneLeft(counted, 0, ofFiles);
            return counted;
        }
        try (PreviousAgreements before = PreviousAgreements.of(previous.get())) {
            LostAgreements lost = new LostAgreements(before, order.identity().asOf(), ofFiles);
            EscrowCheck.Counted counted = escrows.count(input, Optional.of(lost));
            lost.end();
            findNoneLeft(counted, lost.count(), ofFiles);
            return counted;
        }
    }

    /** A run that has lost every agreement must not become the latest one: an empty list looks as if nothing were due. */
    private void findNoneLeft(EscrowCheck.Counted counted, long lost, ExceptionsSpool ofFiles) {
        boolean stopsAnyway = ofFiles.stopsTheRun() || counted.stopsTheRun();
        if (stopsAnyway || counted.agreements() > 0 || counted.notSettled() + lost == 0) {
            return;
        }
        ofFiles.accept(new Finding(
                FindingCode.NO_AGREEMENT_LEFT,
                "",
                0,
                new Source("agreements.csv", 0),
                "",
                "",
                counted.notSettled() > 0
                        ? "no agreement can be settled: the terms of all that the files name (" + counted.notSettled()
                                + ") are missing or invalid"
                        : "no agreement is known on " + order.identity().asOf() + ", and the run before had " + lost,
                "correct the rows that are listed, or run into an output folder of its own"));
    }

    private void leftOut(CheckedInput input, EscrowCheck.Counted counted, ExceptionsSpool ofFiles) {
        List<String> names = input.names();
        for (int i = 0; i < names.size(); i++) {
            LeftOut leftOut = counted.leftOut().get(i);
            if (leftOut.rows() > 0) {
                ofFiles.accept(ofTheRun(
                        FindingCode.ROWS_AFTER_AS_OF,
                        new Source(names.get(i), 0),
                        "left out: " + leftOut + " dated after "
                                + order.identity().asOf() + ", or of an agreement signed later"));
            }
        }
    }

    private static Finding ofTheRun(FindingCode code, Source source, String message) {
        return new Finding(code, "", 0, source, "", "", message, "");
    }

    private void reject(CheckedInput input) throws Exception {
        Path ofEscrows = order.workFolder().resolve("exceptions-of-escrows");
        try (ExceptionsSpool spool = ExceptionsSpool.open(ofEscrows, state)) {
            escrows.explain(input, spool);
        }
        Path staged = order.workFolder().resolve(OutputFile.EXCEPTIONS.fileName());
        ControlSums sums = state.controlSums();
        try (OutputStream out = sums.begin(OutputFile.EXCEPTIONS.fileName(), FilePermissions.create(staged))) {
            OutputFile.EXCEPTIONS.writeHeader(out);
            sums.copy(order.exceptionsOfFiles(), out);
            sums.copy(ofEscrows, out);
        }
        sums.prove(staged);
        moveToRejected(staged);
        Folders.delete(order.stagingFolder());
        state.reject();
        throw new RejectedInput();
    }

    private void moveToRejected(Path staged) throws IOException {
        FilePermissions.createFolders(order.rejectedRun());
        Files.move(
                staged,
                order.rejectedRun().resolve(OutputFile.EXCEPTIONS.fileName()),
                StandardCopyOption.REPLACE_EXISTING);
    }
}
