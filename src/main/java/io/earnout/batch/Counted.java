package io.earnout.batch;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.input.AssembledEscrow;
import io.earnout.input.EscrowAssembler;
import io.earnout.input.LeftOut;
import io.earnout.input.MisspeltIds;
import io.earnout.terms.Agreement;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What was counted as the escrows were read, apart from their settling: the published files must have it.
 *
 * @param ids how many agreement ids the files name
 * @param agreements how many of these can be settled
 * @param notSettled how many can't, though they were not signed later
 * @param leftOut what was left out as dated after the as-of date, by file
 * @param onlyReading the reading, if there is one agreement
 * @param strays ids that name no agreement
 * @param met the ids of a block, in order
 */
record Counted(
        long ids,
        long agreements,
        long notSettled,
        long years,
        BigInteger considerationShares,
        boolean stopsTheRun,
        List<LeftOut> leftOut,
        Optional<String> onlyReading,
        List<MisspeltIds.Stray> strays,
        List<Met> met) {

    static final Counted NOTHING =
            new Counted(0, 0, 0, 0, BigInteger.ZERO, false, List.of(), Optional.empty(), List.of(), List.of());

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

    /** Counts the agreements of one block. */
    static final class Counting {
        private final LocalDate asOf;
        private final List<Met> met = new ArrayList<>();
        private final List<MisspeltIds.Stray> strays = new ArrayList<>();
        private Optional<String> reading = Optional.empty();
        private long notSettled;
        private long agreements;
        private long years;
        private long shares;
        private boolean stops;

        Counting(LocalDate asOf) {
            this.asOf = asOf;
        }

        void add(String id, AssembledEscrow assembled) {
            stops |= assembled.stopsTheRun();
            assembled.stray().ifPresent(strays::add);
            met.add(new Met(id, Outcome.of(assembled)));
            notSettled += assembled.escrow().isEmpty() && !assembled.isSignedLater() ? 1 : 0;
            if (assembled.escrow().isPresent()) {
                Agreement agreement = assembled.escrow().get().agreement();
                agreements++;
                years += agreement.years().size();
                // a block has no more than some 6,500 agreements, of at most 10^15 shares: a long holds 9,200 of these
                shares += agreement.considerationShares().count();
                if (agreements == 1) {
                    reading = Optional.of(agreement.readings().inForceOn(asOf).toString());
                }
            }
        }

        /** What was counted, after the last agreement of the block. */
        Counted counted(EscrowAssembler assembler) {
            return new Counted(
                    met.size(),
                    agreements,
                    notSettled,
                    years,
                    BigInteger.valueOf(shares),
                    stops,
                    assembler.leftOut(),
                    reading,
                    strays,
                    met);
        }
    }

    /** These and those of another block; which ids were met is not kept. */
    Counted plus(Counted more) {
        return new Counted(
                ids + more.ids,
                agreements + more.agreements,
                notSettled + more.notSettled,
                years + more.years,
                considerationShares.add(more.considerationShares),
                stopsTheRun || more.stopsTheRun,
                LeftOut.sum(leftOut, more.leftOut),
                agreements + more.agreements == 1 ? onlyReading.or(more::onlyReading) : Optional.empty(),
                strays.isEmpty()
                        ? more.strays
                        : Stream.concat(strays.stream(), more.strays.stream()).toList(),
                List.of());
    }
}
