package io.earnout.present.changes;

import io.earnout.output.OutputFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;

/**
 * The agreements of the previous run into the same output folder. An agreement of that run that is not
 * settled in this one is lost, and must not vanish from {@code latest} without a word. The ids are passed in the order of the
 * files, so that none has to be kept.
 */
public final class PreviousAgreements implements AutoCloseable {

    private final RunRecords before;

    private PreviousAgreements(RunRecords before) {
        this.before = before;
    }

    /** Opens the run in that folder. */
    public static PreviousAgreements of(Path previous) throws IOException {
        return new PreviousAgreements(RunRecords.open(previous, OutputFile.POSITIONS));
    }

    /**
     * Tells which agreements of the previous run come earlier than the next one of this run, and so are not in it.
     *
     * @param id of this run, in the order of the files
     * @param lost is told the id of each
     * @return whether the previous run had this one
     */
    public boolean had(String id, Consumer<String> lost) throws IOException {
        byte[] next = id.getBytes(StandardCharsets.UTF_8);
        while (!before.hasEnded() && Arrays.compareUnsigned(before.nextId(), next) < 0) {
            takeNext(lost);
        }
        if (before.hasEnded() || !Arrays.equals(before.nextId(), next)) {
            return false;
        }
        before.of(next);
        return true;
    }

    /** Tells which agreements of the previous run come after all of this run. */
    public void end(Consumer<String> lost) throws IOException {
        while (!before.hasEnded()) {
            takeNext(lost);
        }
    }

    private void takeNext(Consumer<String> lost) throws IOException {
        byte[] id = before.nextId();
        before.of(id);
        lost.accept(new String(id, StandardCharsets.UTF_8));
    }

    /** Tells which agreements of the previous run another published run doesn't have. */
    public void notIn(Path run, Consumer<String> lost) throws IOException {
        try (RunRecords records = RunRecords.open(run, OutputFile.POSITIONS)) {
            while (!records.hasEnded()) {
                byte[] id = records.nextId();
                had(new String(id, StandardCharsets.UTF_8), lost);
                records.of(id);
            }
        }
        end(lost);
    }

    @Override
    public void close() throws IOException {
        before.close();
    }
}
