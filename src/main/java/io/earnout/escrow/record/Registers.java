package io.earnout.escrow.record;

import java.util.List;

/**
 * What is on record of one agreement besides its reports: what was signed, moved, suspended and agreed, and the prices and
 * dividends of the share, and how the parties are called in the documents.
 *
 * @param dividends in order of their record dates
 * @param dividendsTrusted whether no row of them is invalid
 */
public record Registers(
        List<JointInstruction> instructions,
        List<Transfer> transfers,
        List<Suspension> suspensions,
        List<Adjustment> adjustments,
        SharePrices prices,
        List<Dividend> dividends,
        boolean dividendsTrusted,
        List<Party> parties,
        ShareChanges shareChanges,
        List<Amendment> amendments) {

    /** Without share changes and amended terms. */
    public Registers(
            List<JointInstruction> instructions,
            List<Transfer> transfers,
            List<Suspension> suspensions,
            List<Adjustment> adjustments,
            SharePrices prices,
            List<Dividend> dividends,
            boolean dividendsTrusted,
            List<Party> parties) {
        this(
                instructions,
                transfers,
                suspensions,
                adjustments,
                prices,
                dividends,
                dividendsTrusted,
                parties,
                ShareChanges.NONE,
                List.of());
    }

    public static final Registers NONE =
            new Registers(List.of(), List.of(), List.of(), List.of(), SharePrices.NONE, List.of(), true, List.of());
}
