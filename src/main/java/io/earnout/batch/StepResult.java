package io.earnout.batch;

import java.util.Optional;

/**
 * The result of a step, for the steps after it. It lives in memory, as long as the context of the run: the job repository
 * must not hold a figure (SPA 9), and an interrupted run starts again with its first step.
 *
 * @param <T> an immutable record
 */
final class StepResult<T> {

    private Optional<T> result = Optional.empty();

    void set(T ofTheStep) {
        result = Optional.of(ofTheStep);
    }

    /** Nothing, if the step has not been completed. */
    Optional<T> find() {
        return result;
    }

    T get() {
        return result.orElseThrow(() -> new IllegalStateException("the step before was not completed"));
    }
}
