package io.earnout.present.explain;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.RowForms;
import io.earnout.output.ExceptionsFile;
import java.util.List;

/** What looking for one agreement in the input came to. */
public sealed interface Answer {

    /**
     * The agreement, settled on the day.
     *
     * @param ofFiles what is wrong with files, beside the agreement's own findings
     * @param day as of which it was looked at
     * @param rowForms how rows look that are added to the input
     */
    record Found(AgreementResult result, List<Finding> ofFiles, RunDay day, RowForms rowForms) implements Answer {

        /** The same with its findings in the order in which a run lists them. */
        Found inOrder() {
            AgreementResult ordered = new AgreementResult(
                    result.review(), result.determination(), ExceptionsFile.inOrder(result.findings()));
            return new Found(ordered, ofFiles, day, rowForms);
        }

        /** Whether the day lies in the future. */
        boolean projection() {
            return day.isAhead();
        }
    }

    /**
     * The agreement is in the input and can't be settled: its terms were rejected, or it was signed later.
     *
     * @param findings what is wrong with its rows; none if it was signed later
     */
    record Unsettled(String agreementId, List<Finding> findings) implements Answer {}

    /**
     * No such agreement; or none was named, and there isn't exactly one.
     *
     * @param nearest the ids that are most like it, the nearest first
     * @param agreements how many agreements there are
     */
    record Unknown(String agreementId, List<String> nearest, long agreements) implements Answer {}

    /**
     * A file, or the terms of an agreement, can't be trusted: a run of this input would publish nothing.
     *
     * @param first the first faults, as a run prints them
     * @param more how many there are beside these
     */
    record Rejected(List<String> first, long more) implements Answer {}
}
