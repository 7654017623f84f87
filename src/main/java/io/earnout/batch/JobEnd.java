package io.earnout.batch;

import io.earnout.present.overview.FindingSummary;
import java.util.List;

/** How the job ended. */
public sealed interface JobEnd {

    /**
     * The run is published.
     *
     * @param repositoryFailed whether the job repository failed after that, so that it could not note the end
     */
    record Published(RunResults results, boolean repositoryFailed) implements JobEnd {}

    /** The input can't be trusted; the list of all errors was written. */
    record Rejected(FindingSummary findings) implements JobEnd {}

    /** Nothing was published. */
    record Failed(List<Throwable> failures) implements JobEnd {}
}
