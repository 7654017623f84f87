package io.earnout.input;

import io.earnout.escrow.record.RunDay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Goes through the ids of an input once more, for what only a fault makes necessary. */
public final class MisspeltSearch {

    private MisspeltSearch() {}

    /** The ids that name no agreement. */
    public static List<MisspeltIds.Stray> strays(CheckedInput input, RunDay day) {
        List<MisspeltIds.Stray> strays = new ArrayList<>();
        EscrowAssembler.ofTermsAlone(input, day)
                .assembleAll((block, place, assembled) -> assembled.stray().ifPresent(strays::add));
        return strays;
    }

    /** The agreements that may be meant by such ids. */
    public static MisspeltIds among(Collection<MisspeltIds.Stray> strays, CheckedInput input, RunDay day) {
        MisspeltIds misspelt = new MisspeltIds(strays);
        if (!misspelt.isEmpty()) {
            EscrowAssembler.ofTermsAlone(input, day).assembleAll((block, place, assembled) -> {
                if (assembled.isAgreement()) {
                    misspelt.compareWith(block.agreementId(place));
                }
            });
        }
        return misspelt;
    }
}
