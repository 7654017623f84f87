package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.Review;
import io.earnout.input.AssembledEscrow;
import io.earnout.input.CheckedInput;
import io.earnout.input.EscrowAssembler;
import io.earnout.input.EscrowBlock;
import io.earnout.input.EscrowReader;
import io.earnout.input.LeftOut;
import io.earnout.input.MisspeltIds;
import io.earnout.output.ExceptionsFile;
import io.earnout.terms.Agreement;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.springframework.core.task.AsyncTaskExecutor;

/** Reads all escrows before any is settled: checks that their terms add up, and counts them. */
final class EscrowCheck {

    private static final int BLOCKS_AHEAD = 4;

    private final RunDay day;
    private final AsyncTaskExecutor workers;
    private final LongConsumer checked;

    /**
     * Checks on a day.
     *
     * @param checked is told how many agreements more were checked
     */
    EscrowCheck(RunDay day, AsyncTaskExecutor workers, LongConsumer checked) {
        this.day = day;
        this.workers = workers;
        this.checked = checked;
    }

    /**
     * What was counted.
     *
     * @param notSettled how many ids the files name whose agreements can't be settled, though they were not signed later
     * @param leftOut what was left out as dated after the as-of date, by file
     * @param onlyReading the reading, if there is one agreement
     * @param strays ids that name no agreement
     * @param met the ids of a block, in order, where they are asked for
     */
    record Counted(
            long agreements,
            long notSettled,
            long years,
            BigInteger considerationShares,
            boolean stopsTheRun,
            List<LeftOut> leftOut,
            Optional<String> onlyReading,
            List<MisspeltIds.Stray> strays,
            List<Met> met) {

        private static Counted nothing(int files) {
            return new Counted(
                    0,
                    0,
                    0,
                    BigInteger.ZERO,
                    false,
                    Collections.nCopies(files, LeftOut.NONE),
                    Optional.empty(),
                    List.of(),
                    List.of());
        }

        private Counted plus(Counted more) {
            List<LeftOut> rows = new ArrayList<>(leftOut);
            for (int file = 0; file < rows.size(); file++) {
                rows.set(file, rows.get(file).plus(more.leftOut.get(file)));
            }
            return new Counted(
                    agreements + more.agreements,
                    notSettled + more.notSettled,
                    years + more.years,
                    considerationShares.add(more.considerationShares),
                    stopsTheRun || more.stopsTheRun,
                    rows,
                    agreements + more.agreements == 1 ? onlyReading.or(more::onlyReading) : Optional.empty(),
                    strays.isEmpty()
                            ? more.strays
                            : Stream.concat(strays.stream(), more.strays.stream())
                                    .toList(),
                    List.of());
        }
    }

    /** What became of an agreement id that the files name. */
    record Met(String id, Outcome outcome) {}

    /** Whether an agreement can be settled. */
    enum Outcome {
        SETTLED,
        /** It was signed after the as-of date. */
        SIGNED_LATER,
        TERMS_REJECTED,
        /** Something about it stops the run, which says why. */
        STOPS_THE_RUN,
        /** No row of agreements.csv has its id. */
        NOT_LISTED;

        private static Outcome of(AssembledEscrow assembled) {
            if (assembled.escrow().isPresent()) {
                return SETTLED;
            }
            if (assembled.stopsTheRun()) {
                return STOPS_THE_RUN;
            }
            if (assembled.isSignedLater()) {
                return SIGNED_LATER;
            }
            boolean rejected =
                    assembled.findings().stream().anyMatch(finding -> finding.code() == FindingCode.TERMS_REJECTED);
            return rejected ? TERMS_REJECTED : NOT_LISTED;
        }
    }

    Counted count(CheckedInput input) throws Exception {
        return count(input, Optional.empty());
    }

    /**
     * Counts what must come out.
     *
     * @param met is told the ids that the files name, in their order
     */
    Counted count(CheckedInput input, Optional<Consumer<Met>> met) throws Exception {
        Counted[] total = {Counted.nothing(input.files().size())};
        inBlocks(input, block -> count(block, input, met.isPresent()), counted -> {
            total[0] = total[0].plus(counted);
            met.ifPresent(counted.met()::forEach);
            checked.accept(counted.agreements());
        });
        return total[0];
    }

    private Counted count(EscrowBlock block, CheckedInput input, boolean ids) {
        EscrowAssembler assembler = EscrowAssembler.ofTermsAlone(input, day);
        List<Met> met = new ArrayList<>(ids ? block.agreements() : 0);
        long notSettled = 0;
        long agreements = 0;
        long years = 0;
        long shares = 0;
        boolean stops = false;
        Optional<String> reading = Optional.empty();
        List<MisspeltIds.Stray> strays = new ArrayList<>();
        for (int i = 0; i < block.agreements(); i++) {
            AssembledEscrow assembled = assembler.assemble(block, i);
            stops |= assembled.stopsTheRun();
            assembled.stray().ifPresent(strays::add);
            if (ids) {
                met.add(new Met(block.agreementId(i), Outcome.of(assembled)));
            }
            notSettled += assembled.escrow().isEmpty() && !assembled.isSignedLater() ? 1 : 0;
            if (assembled.escrow().isPresent()) {
                Agreement agreement = assembled.escrow().get().agreement();
                agreements++;
                years += agreement.years().size();
                // a block has no more than some 6,500 agreements, of at most 10^15 shares: a long holds 9,200 of these
                shares += agreement.considerationShares().count();
                reading = Optional.of(agreement.readings().inForceOn(day.asOf()).toString());
            }
        }
        List<LeftOut> leftOut = new ArrayList<>();
        for (int file = 0; file < input.files().size(); file++) {
            leftOut.add(assembler.leftOut(file));
        }
        return new Counted(
                agreements, notSettled, years, BigInteger.valueOf(shares), stops, leftOut, reading, strays, met);
    }

    /** Which agreements may be meant by ids that name none. */
    MisspeltIds misspelt(CheckedInput input, Counted counted) throws Exception {
        MisspeltIds misspelt = new MisspeltIds(counted.strays());
        if (!misspelt.isEmpty()) {
            inBlocks(input, block -> ids(block, input), ids -> ids.forEach(misspelt::compareWith));
        }
        return misspelt;
    }

    private List<String> ids(EscrowBlock block, CheckedInput input) {
        EscrowAssembler assembler = EscrowAssembler.ofTermsAlone(input, day);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < block.agreements(); i++) {
            if (assembler.assemble(block, i).isAgreement()) {
                ids.add(block.agreementId(i));
            }
        }
        return ids;
    }

    /** Tells everything that is wrong with the escrows, in the order of the agreements. */
    void explain(CheckedInput input, Consumer<Finding> findings) throws Exception {
        inBlocks(input, block -> explain(block, input), found -> found.forEach(findings));
    }

    private List<Finding> explain(EscrowBlock block, CheckedInput input) {
        EscrowAssembler assembler = EscrowAssembler.of(input, day);
        List<Finding> all = new ArrayList<>();
        for (int i = 0; i < block.agreements(); i++) {
            AssembledEscrow assembled = assembler.assemble(block, i);
            List<Finding> found = new ArrayList<>(assembled.findings());
            assembled
                    .escrow()
                    .ifPresent(
                            escrow -> found.addAll(Review.of(escrow, day.asOf()).findings()));
            all.addAll(ExceptionsFile.inOrder(found));
        }
        return all;
    }

    /** Several blocks at a time, their results in the order of the blocks. */
    private <T> void inBlocks(CheckedInput input, Function<EscrowBlock, T> work, Consumer<T> results) throws Exception {
        Deque<Future<T>> ahead = new ArrayDeque<>();
        try (EscrowReader reader = new EscrowReader(() -> input)) {
            reader.open();
            for (EscrowBlock block = reader.read(); block != null; block = reader.read()) {
                EscrowBlock next = block;
                ahead.add(workers.submit(() -> work.apply(next)));
                if (ahead.size() > BLOCKS_AHEAD) {
                    results.accept(ahead.remove().get());
                }
            }
            while (!ahead.isEmpty()) {
                results.accept(ahead.remove().get());
            }
        }
    }
}
