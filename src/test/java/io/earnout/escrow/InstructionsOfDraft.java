package io.earnout.escrow;

import io.earnout.escrow.record.ShareChanges;
import io.earnout.escrow.release.Draft;
import io.earnout.settlement.Assessment;
import io.earnout.settlement.Settlement;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Readings;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The joint instructions that follow from given figures, for inventions whose papers bear the numbers of the drafts. */
public final class InstructionsOfDraft {

    private InstructionsOfDraft() {}

    /**
     * One paper, ready to be signed.
     *
     * @param parts by tranche
     */
    public record Paper(int year, String instructionId, List<Part> parts) {

        /** The whole of it. */
        public long shares() {
            return parts.stream().mapToLong(Part::shares).sum();
        }
    }

    /** What it moves of one tranche. */
    public record Part(int trancheYear, long shares) {}

    /** The papers of all years that release shares, under the default reading. */
    public static List<Paper> on(Agreement agreement, List<Assessment> assessments) {
        List<Paper> papers = new ArrayList<>();
        Settlement settlement = Settlement.of(agreement, Readings.DEFAULT, assessments);
        for (AssessmentYear year : agreement.years()) {
            Draft.ofAll(settlement, year.number(), ShareChanges.NONE, LocalDate.MAX)
                    .ifPresent(draft -> {
                        List<Part> parts = draft.shares().parts().stream()
                                .map(part -> new Part(part.tranche(), part.shares()))
                                .toList();
                        papers.add(new Paper(draft.year(), draft.number(1), parts));
                    });
        }
        return papers;
    }
}
