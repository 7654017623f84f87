package io.earnout.escrow.release;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Which transfers carry out which joint written instructions (EA 3.2), and what is left of these. A transfer carries out the
 * instruction that it names; without a name the oldest open one of its assessment year that lists its tranche and was signed when it was
 * made, and the next with what is left of it.
 */
public final class InstructionTransfers {

    /** By the receipt, then by the first signature; what has none comes last. */
    private static final Comparator<Instruction> OLDEST_FIRST = Comparator.comparing(
                    (Instruction instruction) -> instruction.receivedOn().orElse(LocalDate.MAX))
            .thenComparing(instruction -> instruction.row().firstSignedOn().orElse(LocalDate.MAX))
            .thenComparing(Instruction::number)
            .thenComparing(Instruction::source);

    private final List<Left> left = new ArrayList<>();
    private final List<CountedTransfer> transfers = new ArrayList<>();
    private final long[] toCarryOut;
    private final List<Moved> moved = new ArrayList<>();

    /**
     * Shares of one transfer that were moved under one instruction.
     *
     * @param under nothing where no complete instruction was left to carry out
     * @param shares in units
     */
    public record Moved(CountedTransfer transfer, Optional<Instruction> under, long shares) {}

    /**
     * What an instruction lists of a tranche and no transfer has moved.
     *
     * @param shares in units, at least one
     */
    record OpenPart(Instruction instruction, int tranche, long shares) {}

    /** What is not carried out of an instruction. */
    private static final class Left {

        private final Instruction instruction;
        private final Map<Integer, Long> movedOf = new LinkedHashMap<>();
        private long total;

        private Left(Instruction instruction) {
            this.instruction = instruction;
            this.total = instruction.totalUnits();
        }

        private long of(int tranche) {
            return Math.min(total, instruction.mostOf(tranche) - movedOf.getOrDefault(tranche, 0L));
        }

        private void carryOut(int tranche, long shares) {
            movedOf.merge(tranche, shares, Long::sum);
            total -= shares;
        }
    }

    private InstructionTransfers(List<Instruction> instructions, List<CountedTransfer> counted) {
        if (!instructions.isEmpty()) {
            instructions.stream().sorted(OLDEST_FIRST).map(Left::new).forEach(left::add);
        }
        for (CountedTransfer transfer : counted) {
            if (transfer.isRelease()) {
                transfers.add(transfer);
            }
        }
        this.toCarryOut = new long[transfers.size()];
        for (int i = 0; i < toCarryOut.length; i++) {
            toCarryOut[i] = transfers.get(i).units();
        }
    }

    /**
     * Applies the transfers to the instructions.
     *
     * @param counted the transfers that count, in the order of their days
     * @param releasable what can still be released of each tranche, by its number; once more is open than that, a transfer made before an
     *     instruction was signed is what it was signed for
     */
    static InstructionTransfers of(List<Instruction> instructions, List<CountedTransfer> counted, long[] releasable) {
        InstructionTransfers carriedOut = new InstructionTransfers(instructions, counted);
        if (counted.isEmpty()) {
            return carriedOut;
        }
        carriedOut.carryOut(InstructionTransfers::couldCarryOut);
        carriedOut.carryOutSignedAfterwards(releasable);
        carriedOut.carryOut((transfer, instruction) -> !instruction.isComplete());
        for (int i = 0; i < carriedOut.toCarryOut.length; i++) {
            if (carriedOut.toCarryOut[i] > 0) {
                carriedOut.moved.add(
                        new Moved(carriedOut.transfers.get(i), Optional.empty(), carriedOut.toCarryOut[i]));
            }
        }
        return carriedOut;
    }

    private static boolean couldCarryOut(CountedTransfer transfer, Instruction instruction) {
        return instruction.isComplete()
                && instruction.isSignedBy(transfer.confirmedOn())
                && !instruction.isWithdrawnBy(transfer.confirmedOn());
    }

    private void carryOut(BiPredicate<CountedTransfer, Instruction> could) {
        for (int i = 0; i < toCarryOut.length; i++) {
            for (Left of : left) {
                if (toCarryOut[i] > 0 && could.test(transfers.get(i), of.instruction)) {
                    carryOut(i, of, toCarryOut[i]);
                }
            }
        }
    }

    /** As far as more is signed for than can still be released, it was signed for what had moved before. */
    private void carryOutSignedAfterwards(long[] releasable) {
        for (int i = 0; i < toCarryOut.length; i++) {
            int tranche = transfers.get(i).trancheYear();
            for (Left of : left) {
                if (toCarryOut[i] > 0 && isOpen(of.instruction)) {
                    long open = of.instruction.isAsDrafted() ? openOf(tranche) : of.of(tranche);
                    long beyond = open - releasable[tranche];
                    carryOut(i, of, Math.max(0, Math.min(toCarryOut[i], beyond)));
                }
            }
        }
    }

    private void carryOut(int transfer, Left of, long atMost) {
        CountedTransfer by = transfers.get(transfer);
        boolean named = by.instructionId().isEmpty() || by.instructionId().equals(of.instruction.number());
        if (by.year() != of.instruction.year() || !named) {
            return;
        }
        long shares = Math.min(atMost, of.of(by.trancheYear()));
        if (shares > 0) {
            of.carryOut(by.trancheYear(), shares);
            toCarryOut[transfer] -= shares;
            boolean complete = of.instruction.isComplete();
            moved.add(new Moved(by, complete ? Optional.of(of.instruction) : Optional.empty(), shares));
        }
    }

    private static boolean isOpen(Instruction instruction) {
        return instruction.isComplete() && instruction.isInForce();
    }

    /** What is open of a tranche under all instructions. */
    private long openOf(int tranche) {
        long open = 0;
        for (Left of : left) {
            open += isOpen(of.instruction) && of.instruction.isAsDrafted() ? of.of(tranche) : 0;
        }
        return open;
    }

    /** What the agent may still act on, in the order of receipt; of instructions that are as they were drafted. */
    List<OpenPart> open() {
        return parts(true);
    }

    /** What waits for a signature or its receipt, in the order of their first signatures; of instructions that are as they were drafted. */
    List<OpenPart> awaiting() {
        return parts(false);
    }

    private List<OpenPart> parts(boolean complete) {
        List<OpenPart> parts = new ArrayList<>();
        for (Left of : left) {
            Instruction instruction = of.instruction;
            if (instruction.isComplete() == complete && instruction.isInForce() && instruction.isAsDrafted()) {
                for (TrancheShares.Part part : instruction.units().parts()) {
                    if (of.of(part.tranche()) > 0) {
                        parts.add(new OpenPart(instruction, part.tranche(), of.of(part.tranche())));
                    }
                }
            }
        }
        return parts;
    }

    /** The instructions that can't be acted on as they are, are not withdrawn, and of which something is not moved. */
    List<Instruction> unsound() {
        if (left.isEmpty()) {
            return List.of();
        }
        return left.stream()
                .filter(of -> !of.instruction.isAsDrafted() && of.instruction.isInForce() && of.total > 0)
                .map(of -> of.instruction)
                .toList();
    }

    /** The instructions that a share change overtook before they were carried out: they name shares that no longer exist. */
    List<Instruction> overtaken() {
        return left.stream()
                .filter(of -> of.instruction.overtakenOn().isPresent()
                        && of.instruction.withdrawnOn().isEmpty()
                        && of.total > 0)
                .map(of -> of.instruction)
                .toList();
    }

    /** Whether the agent has an instruction that it has not carried out. */
    public boolean isAnyOpen() {
        return !left.isEmpty() && left.stream().anyMatch(of -> isOpen(of.instruction) && of.total > 0);
    }

    /** The complete instructions of a year, in the order of receipt. */
    public List<Instruction> complete(int year) {
        List<Instruction> complete = new ArrayList<>(left.size());
        for (Left of : left) {
            if (of.instruction.year() == year && of.instruction.isComplete()) {
                complete.add(of.instruction);
            }
        }
        return complete;
    }

    /** The releases of a year, in the order of their days. */
    public List<CountedTransfer> transfers(int year) {
        List<CountedTransfer> ofYear = new ArrayList<>(2);
        for (CountedTransfer transfer : transfers) {
            if (transfer.year() == year) {
                ofYear.add(transfer);
            }
        }
        return ofYear;
    }

    /** What was moved by the transfers, each divided by the instructions that it carries out. */
    public List<Moved> moved() {
        return moved;
    }

    /** What is left of an instruction in units, over all its tranches. */
    public long left(Instruction instruction) {
        for (Left of : left) {
            if (of.instruction.equals(instruction)) {
                return of.total;
            }
        }
        return 0;
    }
}
