package io.earnout.batch;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.Review;
import io.earnout.input.AssembledEscrow;
import io.earnout.input.EscrowAssembler;
import io.earnout.input.EscrowBlock;
import io.earnout.output.RowBuffers;
import io.earnout.output.SettledBlock;
import io.earnout.present.overview.MostPressing;
import io.earnout.present.papers.UnprintableText;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Settles the escrows of one block. No escrow depends on another, so blocks can be settled at the same time. Once something
 * stops the run nothing is settled any more, and the rest is only checked.
 */
final class SettleBlock implements ItemProcessor<EscrowBlock, SettledEscrows> {

    private final RunDay day;
    private final InputPasses passes;
    private final RowBuffers buffers;

    SettleBlock(RunDay day, InputPasses passes, RowBuffers buffers) {
        this.day = day;
        this.passes = passes;
        this.buffers = buffers;
    }

    @Override
    public SettledEscrows process(EscrowBlock block) {
        EscrowAssembler assembler = EscrowAssembler.of(passes.input(), day);
        Counted.Counting counting = new Counted.Counting(day.asOf());
        SettledBlock rows = new SettledBlock(buffers);
        MostPressing mostPressing = new MostPressing();
        for (int i = 0; i < block.agreements(); i++) {
            AssembledEscrow assembled = assembler.assemble(block, i);
            counting.add(block.agreementId(i), assembled);
            List<Finding> findings = new ArrayList<>(assembled.findings());
            if (assembled.escrow().isPresent()) {
                Review review = Review.of(assembled.escrow().get(), day.asOf());
                if (passes.settles()) {
                    settle(review, findings, rows, mostPressing);
                } else {
                    findings.addAll(review.findings());
                }
            }
            rows.add(findings, passes.ofAllAlike());
        }
        Counted counted = counting.counted(assembler);
        if (counted.stopsTheRun()) {
            passes.settleNoMore();
        }
        return new SettledEscrows(rows, counted, mostPressing);
    }

    private static void settle(Review review, List<Finding> findings, SettledBlock rows, MostPressing mostPressing) {
        Determination determination = Determination.of(review);
        findings.addAll(determination.findings());
        findings.addAll(UnprintableText.in(review.escrow()));
        AgreementResult result = new AgreementResult(review, determination, List.copyOf(findings));
        rows.add(result);
        mostPressing.add(result);
    }
}
