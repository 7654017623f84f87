package io.earnout.batch;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.Review;
import io.earnout.input.AssembledEscrow;
import io.earnout.input.EscrowAssembler;
import io.earnout.input.EscrowBlock;
import io.earnout.output.SettledBlock;
import io.earnout.present.overview.MostPressing;
import io.earnout.present.papers.UnprintableText;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Settles the escrows of one block. It is a pure function: no escrow depends on another, so blocks can be settled at the same time. */
final class SettleBlock implements ItemProcessor<EscrowBlock, SettledEscrows> {

    private final RunDay day;
    private final CheckedRun checked;

    SettleBlock(RunDay day, CheckedRun checked) {
        this.day = day;
        this.checked = checked;
    }

    @Override
    public SettledEscrows process(EscrowBlock block) {
        EscrowAssembler assembler = EscrowAssembler.of(checked.input(), day);
        long agreements = checked.expected().agreements();
        SettledBlock rows = new SettledBlock(block.agreements());
        MostPressing mostPressing = new MostPressing(agreements);
        for (int i = 0; i < block.agreements(); i++) {
            AssembledEscrow assembled = assembler.assemble(block, i);
            List<Finding> findings = new ArrayList<>(assembled.findings());
            if (assembled.escrow().isPresent()) {
                Review review = Review.of(assembled.escrow().get(), day.asOf());
                Determination determination = Determination.of(review);
                findings.addAll(determination.findings());
                findings.addAll(UnprintableText.in(assembled.escrow().get()));
                AgreementResult result = new AgreementResult(review, determination, List.copyOf(findings));
                rows.add(result);
                mostPressing.add(result);
                if (agreements == 1) {
                    rows.explain(determination);
                }
            }
            rows.add(findings);
        }
        return new SettledEscrows(rows, mostPressing.results());
    }
}
