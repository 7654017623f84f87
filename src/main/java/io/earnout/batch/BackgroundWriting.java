package io.earnout.batch;

import java.io.IOException;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes in the background while escrows are settled, in order, and no more than one chunk behind. Writing and hashing take a sixth of the time of a
 * large run, in which nothing would be settled otherwise.
 */
final class BackgroundWriting implements AutoCloseable {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread writing = new Thread(work, "write");
        writing.setDaemon(true);
        return writing;
    });
    private Future<Void> last = CompletableFuture.completedFuture(null);

    /**
     * Writes next, after what was written before.
     *
     * @throws IOException if what was written before failed
     */
    void write(Callable<Void> next) throws IOException {
        await();
        last = thread.submit(next);
    }

    /**
     * Waits until all is written.
     *
     * @throws IOException if it could not be written
     */
    void await() throws IOException {
        try {
            last.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the files were written", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failed) {
                throw failed;
            }
            throw new IllegalStateException("the files could not be written", e.getCause());
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
