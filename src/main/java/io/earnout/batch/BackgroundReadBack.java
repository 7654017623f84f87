package io.earnout.batch;

import io.earnout.publish.ControlTotals;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Reads the staged CSV files back in the background of the steps that draw papers and pages, which don't touch them. */
final class BackgroundReadBack {

    private Optional<CompletableFuture<ControlTotals>> begun = Optional.empty();

    /** Begins; the files are complete. */
    void begin(Path staged) {
        begun = Optional.of(CompletableFuture.supplyAsync(() -> {
            try {
                return ControlTotals.readBack(staged);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }));
    }

    /**
     * What was read back, when it was begun before; it is read now otherwise.
     *
     * @throws IOException if a file can't be read
     * @throws IllegalStateException if a cell of shares holds no number
     */
    ControlTotals of(Path staged) throws IOException {
        if (begun.isEmpty()) {
            return ControlTotals.readBack(staged);
        }
        try {
            return begun.get().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UncheckedIOException failed) {
                throw new IOException("a staged file can't be read back", failed.getCause());
            }
            throw new IllegalStateException("the staged files contradict each other", e.getCause());
        }
    }
}
