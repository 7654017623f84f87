package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.CheckedInput;
import io.earnout.input.EscrowReader;
import io.earnout.input.InputCheck;
import io.earnout.input.InputPass;
import io.earnout.input.MisspeltIds;
import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.OrderedRecords;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.util.FileSystemUtils;

/**
 * The ways through the input of a run. In most runs there is one, which checks the files while it settles their escrows. Another
 * one follows where that one finds files that aren't in order, ids that may mean other agreements, or something that stops the
 * run: then it settles nothing, and collects all that is wrong.
 */
final class InputPasses implements AutoCloseable {

    /** What a way through the input is for. */
    enum Purpose {
        SETTLE,
        EXPLAIN
    }

    private final RunOrder order;
    private final ControlSums sums;
    private final FindingsOfTheRun findings = new FindingsOfTheRun();
    private Purpose purpose = Purpose.SETTLE;
    private volatile boolean settles = true;
    private Optional<InputPass> first = Optional.empty();
    private Optional<CheckedInput> input = Optional.empty();
    private Optional<ExceptionsSpool> spool = Optional.empty();
    private EscrowReader reader = new EscrowReader(List::of);

    InputPasses(RunOrder order, ControlSums sums) {
        this.order = order;
        this.sums = sums;
    }

    /** Makes room for the files of the run before its first way through the input. */
    void prepare() throws IOException {
        if (input.isEmpty()) {
            FileSystemUtils.deleteRecursively(order.stagingFolder());
            FilePermissions.createFolders(order.workFolder());
        }
    }

    /** A reader for the next way through the input. */
    EscrowReader nextReader() {
        reader = new EscrowReader(this::records);
        return reader;
    }

    /** The reader of this way through the input. */
    EscrowReader reader() {
        return reader;
    }

    private List<OrderedRecords> records() {
        if (input.isPresent()) {
            return input.get().records();
        }
        try {
            InputPass begun = new InputPass(order.input(), order.workFolder());
            first = Optional.of(begun);
            input = Optional.of(begun.input());
            return isSound() ? begun.records() : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** How much of the files has been read. */
    int percentRead() {
        long all = Math.max(
                1, input().files().stream().mapToLong(OrderedFile::bytes).sum());
        return (int) Math.min(100, reader.bytesRead() * 100 / all);
    }

    Purpose purpose() {
        return purpose;
    }

    /** Whether escrows are settled on this way through the input, and not only checked. */
    boolean settles() {
        return settles;
    }

    /** The rest is only checked: what was settled so far is not published. */
    void settleNoMore() {
        settles = false;
    }

    CheckedInput input() {
        return input.orElseThrow(() -> new IllegalStateException("the input has not been opened"));
    }

    /** The notes that hold for all agreements alike, since a whole file is not there. */
    Set<FindingCode> ofAllAlike() {
        return input().pricesListed() ? Set.of() : Set.of(FindingCode.PRICES_NOT_ON_RECORD);
    }

    /** How many rows each file has, by its name; known at the end of the way through the input. */
    Map<String, Long> rows() {
        return first.map(InputPass::rows).orElseGet(() -> input().rows());
    }

    /** Whether nothing was found so far that makes another way through the input necessary. */
    boolean isSound() {
        return first.isEmpty()
                || (first.get().isSound()
                        && order.input().findings().stream()
                                .noneMatch(finding -> finding.code().stopsTheRun()));
    }

    /** Takes what is found about files and the run as a whole; what was found when the files were opened comes first. */
    ExceptionsSpool ofTheRun() throws IOException {
        if (spool.isEmpty()) {
            ExceptionsSpool begun = ExceptionsSpool.open(order.exceptionsOfFiles(), findings, sums);
            spool = Optional.of(begun);
            RunDay day = order.identity().day();
            if (day.isAhead()) {
                begun.accept(new Finding(
                        FindingCode.PROJECTION,
                        "",
                        0,
                        new Source("", 0),
                        "",
                        "",
                        "PROJECTION: the as-of date " + day.asOf() + " lies in the future",
                        ""));
            }
            order.input().findings().forEach(begun);
            if (isSound() && first.isPresent()) {
                first.get().tell(begun);
            } else {
                input = Optional.of(InputCheck.of(order.input(), order.workFolder(), begun));
                endFirst();
            }
        }
        return spool.get();
    }

    FindingsOfTheRun findings() {
        return findings;
    }

    /** Another way through the input, whose files are all checked by now. */
    void again(Purpose next, MisspeltIds misspelt) {
        input = Optional.of(input().with(rows()).with(misspelt));
        endFirst();
        purpose = next;
        settles = next == Purpose.SETTLE;
    }

    private void endFirst() {
        first.ifPresent(InputPass::close);
        first = Optional.empty();
    }

    @Override
    public void close() throws IOException {
        endFirst();
        if (spool.isPresent()) {
            spool.get().close();
        }
    }
}
