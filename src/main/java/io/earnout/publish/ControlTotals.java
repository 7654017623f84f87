package io.earnout.publish;

import io.earnout.output.OutputFile;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The control totals of a run: shares added up again from the staged files, compared with each other and with what the input
 * check counted.
 */
public final class ControlTotals {

    private final Map<OutputFile, ReadBack> files;

    private ControlTotals(Map<OutputFile, ReadBack> files) {
        this.files = files;
    }

    /**
     * Reads all staged CSV files, two at a time.
     *
     * @throws IllegalStateException if a cell of shares holds no number
     */
    public static ControlTotals readBack(Path staged) throws IOException {
        ExecutorService readers = Executors.newFixedThreadPool(2);
        try {
            Map<OutputFile, Future<ReadBack>> reading = new EnumMap<>(OutputFile.class);
            for (OutputFile file : OutputFile.values()) {
                Callable<ReadBack> read =
                        () -> ReadBack.of(staged.resolve(file.fileName()), file, file.summedColumns());
                reading.put(file, readers.submit(read));
            }
            Map<OutputFile, ReadBack> files = new EnumMap<>(OutputFile.class);
            for (Map.Entry<OutputFile, Future<ReadBack>> read : reading.entrySet()) {
                files.put(read.getKey(), read.getValue().get());
            }
            return new ControlTotals(files);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the staged files were read back", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IllegalStateException contradiction) {
                throw contradiction;
            }
            throw new IOException("a staged file can't be read back", e);
        } finally {
            readers.shutdownNow();
        }
    }

    /**
     * Proves that no share and no row was lost.
     *
     * @throws IllegalStateException if the files contradict each other or what was expected
     */
    void prove(ExpectedCounts expected) {
        BigInteger ofAShare = partsOfAShare();
        BigInteger considerationShares = expected.considerationShares().multiply(ofAShare);
        ReadBack releases = of(OutputFile.RELEASE_INSTRUCTIONS).inParts(ofAShare);
        ReadBack cancellations = of(OutputFile.CANCELLATION_LIST).inParts(ofAShare);
        ReadBack years = of(OutputFile.RECONCILIATION_REPORT).inParts(ofAShare);
        ReadBack positions = of(OutputFile.POSITIONS).inParts(ofAShare);
        List<String> broken = new ArrayList<>();
        equal("agreements", positions.rows(), expected.agreements(), broken);
        equal("terms", of(OutputFile.TERMS).rows(), expected.agreements(), broken);
        equal("assessment years", years.rows(), expected.years(), broken);
        equal("deposited", positions.sum("consideration_shares"), considerationShares, broken);
        equal("tranches", years.sum("tranche_shares"), considerationShares, broken);
        equal("conserved", parts(positions), considerationShares, broken);
        equal("check", positions.sum("check"), BigInteger.ZERO, broken);
        equal(
                "releasable",
                releases.sum("shares_to_instruct").add(releases.sum("instructed_shares")),
                positions.sum("releasable"),
                broken);
        equal("released", years.sum("confirmed_released_shares"), positions.sum("confirmed_released"), broken);
        equal(
                "released and entitled",
                releases.sum("confirmed_shares")
                        .add(years.sum("over_released_shares"))
                        .add(years.sum("undecided_released_shares")),
                positions.sum("confirmed_released"),
                broken);
        equal("returned", years.sum("confirmed_returned_shares"), positions.sum("confirmed_returned"), broken);
        equal("entitled", releases.sum("entitled_shares"), earnedOrRestored(years), broken);
        stillThere(releases, years, positions, broken);
        equal("to cancel", cancellations.sum("shares_to_cancel"), years.sum("outstanding_deducted_shares"), broken);
        equal("ever deducted", cancellations.sum("deducted_shares"), years.sum("deducted_shares"), broken);
        equal("restored", cancellations.sum("restored_shares"), years.sum("restored_into_shares"), broken);
        if (!broken.isEmpty()) {
            throw new IllegalStateException("the staged files contradict each other: " + String.join("; ", broken));
        }
    }

    /** In how many parts a share is to be counted, so that all sums are whole. */
    private BigInteger partsOfAShare() {
        BigInteger common = BigInteger.ONE;
        for (ReadBack read : files.values()) {
            common = read.commonWith(common);
        }
        return common;
    }

    /** The entitlement of all lines, including years whose missed target blocks it: their earned shares are 0. */
    private static BigInteger earnedOrRestored(ReadBack years) {
        return years.sum("tranche_shares")
                .subtract(years.sum("unassessed_shares"))
                .subtract(years.sum("deducted_shares"))
                .add(years.sum("restored_into_shares"));
    }

    /**
     * Shares held, deducted and not assessed are in escrow, except for shares that were over-released or returned.
     */
    private static void stillThere(ReadBack releases, ReadBack years, ReadBack positions, List<String> broken) {
        BigInteger out = years.sum("over_released_shares")
                .add(years.sum("undecided_released_shares"))
                .add(years.sum("confirmed_returned_shares"));
        BigInteger taken = BigInteger.ZERO;
        Map<String, BigInteger> computed = Map.of(
                "held", releases.sum("held_shares"),
                "deducted", years.sum("outstanding_deducted_shares"),
                "unassessed", years.sum("unassessed_shares"));
        for (Map.Entry<String, BigInteger> part : computed.entrySet()) {
            BigInteger missing = part.getValue().subtract(positions.sum(part.getKey()));
            taken = taken.add(missing);
            if (missing.signum() < 0 || missing.compareTo(out) > 0) {
                broken.add(part.getKey() + " " + part.getValue() + " against " + positions.sum(part.getKey()));
            }
        }
        if (taken.compareTo(out) > 0) {
            broken.add("taken from escrow " + taken + " against " + out);
        }
    }

    /** Every share is in one of six positions. */
    private static BigInteger parts(ReadBack positions) {
        return positions
                .sum("confirmed_released")
                .add(positions.sum("releasable"))
                .add(positions.sum("held"))
                .add(positions.sum("deducted"))
                .add(positions.sum("unassessed"))
                .add(positions.sum("confirmed_returned"));
    }

    ReadBack of(OutputFile file) {
        ReadBack read = files.get(file);
        if (read == null) {
            throw new IllegalStateException("every file is read back: " + file);
        }
        return read;
    }

    private static void equal(String what, Object one, Object other, List<String> broken) {
        if (!one.equals(other)) {
            broken.add(what + " " + one + " against " + other);
        }
    }

    /** What the manifest says of the run, in whole shares. */
    Map<String, BigInteger> totals() {
        ReadBack positions = of(OutputFile.POSITIONS);
        ReadBack releases = of(OutputFile.RELEASE_INSTRUCTIONS);
        Map<String, BigInteger> totals = new LinkedHashMap<>();
        totals.put("agreements", BigInteger.valueOf(positions.rows()));
        totals.put("consideration_shares", positions.sum("consideration_shares"));
        totals.put("entitled_shares", of(OutputFile.RECONCILIATION_REPORT).sum("entitled_shares"));
        totals.put("confirmed_released", positions.sum("confirmed_released"));
        totals.put("instructed_shares", releases.sum("instructed_shares"));
        totals.put("shares_to_instruct", releases.sum("shares_to_instruct"));
        totals.put("held_shares", positions.sum("held"));
        totals.put("shares_to_cancel", positions.sum("deducted"));
        totals.put("confirmed_returned", positions.sum("confirmed_returned"));
        totals.put("unassessed_shares", positions.sum("unassessed"));
        totals.put("lowest_entitlement", positions.sum("lowest_entitlement"));
        totals.put("highest_entitlement", positions.sum("highest_entitlement"));
        return totals;
    }
}
