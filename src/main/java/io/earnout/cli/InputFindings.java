package io.earnout.cli;

import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.Review;
import io.earnout.input.CheckedInput;
import io.earnout.input.EscrowAssembler;
import io.earnout.input.InputCheck;
import io.earnout.input.InputFolder;
import io.earnout.input.MisspeltIds;
import io.earnout.input.MisspeltSearch;
import io.earnout.output.ExceptionsFile;
import io.earnout.present.papers.UnprintableText;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** What is found about an input without a run, in the order in which a run lists it. */
final class InputFindings {

    private long agreements;
    private boolean stops;

    private InputFindings() {}

    /**
     * Finds everything: about the files, then agreement by agreement. Where something stops the run, no agreement is settled, as
     * in a run.
     *
     * @param work a folder for temporary files
     */
    static InputFindings of(InputFolder folder, RunDay day, Path work, Consumer<Finding> told) throws IOException {
        InputFindings findings = new InputFindings();
        Consumer<Finding> ofFiles = finding -> {
            findings.stops |= finding.code().stopsTheRun();
            told.accept(finding);
        };
        folder.findings().forEach(ofFiles);
        CheckedInput checked = InputCheck.of(folder, work, ofFiles);
        List<MisspeltIds.Stray> strays = new ArrayList<>();
        EscrowAssembler.ofTermsAlone(checked, day).assembleAll((block, place, assembled) -> {
            findings.stops |= assembled.stopsTheRun();
            findings.agreements += assembled.isAgreement() ? 1 : 0;
            assembled.stray().ifPresent(strays::add);
        });
        CheckedInput input = checked.with(MisspeltSearch.among(strays, checked, day));
        ofEscrows(input, day, !findings.stops, told);
        return findings;
    }

    /**
     * Finds what there is about the agreements.
     *
     * @param settles whether to settle them; otherwise rows and reports alone are looked at
     */
    static void ofEscrows(CheckedInput input, RunDay day, boolean settles, Consumer<Finding> told) {
        EscrowAssembler.of(input, day).assembleAll((block, place, assembled) -> {
            List<Finding> found = new ArrayList<>(assembled.findings());
            assembled.escrow().ifPresent(escrow -> {
                Review review = Review.of(escrow, day.asOf());
                if (settles) {
                    found.addAll(Determination.of(review).findings());
                    found.addAll(UnprintableText.in(escrow));
                } else {
                    found.addAll(review.findings());
                }
            });
            ExceptionsFile.inOrder(found).forEach(told);
        });
    }

    /** How many agreements are known on the day. */
    long agreements() {
        return agreements;
    }
}
