package io.earnout.batch;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.output.RunTotals;
import io.earnout.output.SettledBlock;
import io.earnout.present.overview.FindingSummary;
import io.earnout.present.overview.MostPressing;
import io.earnout.settlement.Working;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.ItemWriteListener;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.infrastructure.item.Chunk;

/** Adds up what the step {@code settle} writes, block by block, and hands the sums on as its result. */
final class SettleSummary implements ItemWriteListener<SettledEscrows>, StepExecutionListener {

    private final StepResult<CheckedRun> checked;
    private final StepResult<SettledRun> settled;
    private final List<Working> workings = new ArrayList<>();
    private RunTotals totals = new RunTotals();
    private FindingSummary.Collector findings = new FindingSummary.Collector(FindingSummary.NONE);
    private MostPressing mostPressing = new MostPressing(0);

    SettleSummary(StepResult<CheckedRun> checked, StepResult<SettledRun> settled) {
        this.checked = checked;
        this.settled = settled;
    }

    @Override
    public void beforeStep(StepExecution execution) {
        workings.clear();
        totals = new RunTotals();
        totals.add(checked.get().totals());
        findings = new FindingSummary.Collector(checked.get().findings());
        mostPressing = new MostPressing(checked.get().expected().agreements());
    }

    @Override
    public void afterWrite(Chunk<? extends SettledEscrows> blocks) {
        for (SettledEscrows block : blocks) {
            SettledBlock rows = block.rows();
            totals.add(rows.totals());
            rows.errors().forEach(findings::add);
            findings.addWarnings(rows.warnings());
            workings.addAll(rows.workings());
            for (AgreementResult result : block.mostPressing()) {
                mostPressing.add(result);
            }
        }
    }

    @Override
    public ExitStatus afterStep(StepExecution execution) {
        settled.set(new SettledRun(
                findings.summary(), totals, mostPressing.results(), mostPressing.holdsAll(), List.copyOf(workings)));
        return execution.getExitStatus();
    }
}
