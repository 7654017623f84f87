package io.earnout.batch;

import io.earnout.output.RunTotals;
import io.earnout.output.SettledBlock;
import io.earnout.present.overview.FindingSummary;
import io.earnout.present.overview.MostPressing;
import io.earnout.publish.ControlSums;
import io.earnout.publish.Publication;
import io.earnout.settlement.Working;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/** Adds up what the step {@code settle} writes, block by block, and hands the sums on as its result. */
final class SettleSummary implements ItemWriteListener<SettledEscrows>, StepExecutionListener {

    private final RunOrder order;
    private final InputPasses passes;
    private final ControlSums sums;
    private final StepResult<SettledRun> settled;
    private final List<Working> workings = new ArrayList<>();
    private Counted counted = Counted.NOTHING;
    private RunTotals totals = new RunTotals();
    private FindingSummary.Collector findings = new FindingSummary.Collector();
    private MostPressing mostPressing = new MostPressing();
    private Optional<LostAgreements> lost = Optional.empty();

    SettleSummary(RunOrder order, InputPasses passes, ControlSums sums, StepResult<SettledRun> settled) {
        this.order = order;
        this.passes = passes;
        this.sums = sums;
        this.settled = settled;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        workings.clear();
        counted = Counted.NOTHING;
        totals = new RunTotals();
        findings = new FindingSummary.Collector();
        mostPressing = new MostPressing();
        Optional<Path> previous = new Publication(order.outputFolder(), order.identity()).previousRun();
        try {
            passes.prepare();
            lost = previous.isPresent()
                    ? Optional.of(LostAgreements.since(previous.get(), order, sums))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void afterWrite(Chunk<? extends SettledEscrows> blocks) {
        for (SettledEscrows block : blocks) {
            SettledBlock rows = block.rows();
            counted = counted.plus(block.counted());
            totals.add(rows.totals());
            rows.errors().forEach(findings::add);
            findings.addWarnings(rows.warnings());
            if (workings.isEmpty()) {
                workings.addAll(rows.workings());
            }
            mostPressing.add(block.mostPressing());
            lost.ifPresent(before -> block.counted().met().forEach(before));
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution execution) {
        settled.set(new SettledRun(
                counted,
                findings.summary(),
                totals,
                mostPressing,
                counted.agreements() == 1 ? List.copyOf(workings) : List.of(),
                lost));
        return execution.getExitStatus();
    }
}
