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
import io.earnout.present.papers.UnprintableText;
import java.util.ArrayList;
import java.util.List;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/** Assembles, settles and formats the escrows of one block. Blocks know nothing of each other. */
final class SettleBlock implements ItemProcessor<EscrowBlock, SettledBlock> {

    private final RunState state;
    private final RunDay day;

    SettleBlock(RunState state, RunDay day) {
        this.state = state;
        this.day = day;
    }

    @Override
    public SettledBlock process(EscrowBlock block) {
        EscrowAssembler assembler = EscrowAssembler.of(state.input(), day);
        SettledBlock settled = new SettledBlock(block.agreements());
        for (int i = 0; i < block.agreements(); i++) {
            AssembledEscrow assembled = assembler.assemble(block, i);
            List<Finding> findings = new ArrayList<>(assembled.findings());
            if (assembled.escrow().isPresent()) {
                Review review = Review.of(assembled.escrow().get(), day.asOf());
                Determination determination = Determination.of(review);
                findings.addAll(determination.findings());
                findings.addAll(UnprintableText.in(assembled.escrow().get()));
                AgreementResult dossier = new AgreementResult(review, determination, List.copyOf(findings));
                settled.add(dossier);
                state.shelf().add(dossier);
                if (state.expected().agreements() == 1) {
                    settled.explain(determination);
                }
            }
            settled.add(findings);
        }
        return settled;
    }
}
