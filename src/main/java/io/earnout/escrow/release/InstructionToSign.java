package io.earnout.escrow.release;

import io.earnout.escrow.record.JointInstruction;
import io.earnout.terms.Shares;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A joint written instruction (EA 3.1(b)) on its way to the escrow agent: a draft, or one on record that waits for a signature
 * or its receipt.
 *
 * @param place which of the year's instructions it is, 1 for the first
 * @param shares by tranche, in shares of the day
 * @param onRecord the row that says how far it has come; nothing while it is a draft
 */
public record InstructionToSign(
        int year, String number, int place, Map<Integer, Shares> shares, Optional<JointInstruction> onRecord) {

    public InstructionToSign {
        shares = Map.copyOf(shares);
    }

    /** The drafts and those that wait, by year and place. */
    public static List<InstructionToSign> of(Releases releases) {
        List<InstructionToSign> toSign = new ArrayList<>(1);
        int year = 0;
        for (ReleaseLine line : releases.lines()) {
            if (line.assessmentYear() == year) {
                continue;
            }
            year = line.assessmentYear();
            for (Instruction instruction : releases.awaiting(year)) {
                toSign.add(new InstructionToSign(
                        year,
                        instruction.number(),
                        releases.placeOf(instruction),
                        byTranche(instruction.shares()),
                        Optional.of(instruction.row())));
            }
            Optional<Draft> draft = releases.draft(year);
            if (draft.isPresent()) {
                int place = releases.nextPlace(year);
                toSign.add(new InstructionToSign(
                        year,
                        draft.get().number(place),
                        place,
                        byTranche(draft.get().shares()),
                        Optional.empty()));
            }
        }
        return toSign;
    }

    private static Map<Integer, Shares> byTranche(TrancheShares shares) {
        List<TrancheShares.Part> parts = shares.parts();
        if (parts.size() == 1) {
            return Map.of(parts.get(0).tranche(), Shares.of(parts.get(0).shares()));
        }
        Map<Integer, Shares> byTranche = new TreeMap<>();
        parts.forEach(part -> byTranche.put(part.tranche(), Shares.of(part.shares())));
        return byTranche;
    }

    /** What it instructs of a tranche. */
    public Shares of(int tranche) {
        return shares.getOrDefault(tranche, Shares.NONE);
    }

    /** The whole of it. */
    public Shares total() {
        return Shares.of(shares.values().stream().mapToLong(Shares::count).sum());
    }
}
