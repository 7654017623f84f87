package io.earnout.escrow;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The accounting firms that the issuer approved for an agreement (SPA 4.2).
 *
 * @param listed whether there is a list at all; without one every firm is taken as approved
 */
public record ApprovedFirms(boolean listed, List<Approval> approvals) {

    public static final ApprovedFirms NO_LIST = new ApprovedFirms(false, List.of());

    /** One approval: from its day on, until the day on which it is withdrawn. */
    public record Approval(String firm, LocalDate approvedOn, Optional<LocalDate> withdrawnOn) {}

    /** Why a firm's report of a day does not count; nothing if it does. */
    Optional<Code> objectionTo(String firm, LocalDate reportDate) {
        if (!listed) {
            return Optional.empty();
        }
        Optional<Code> objection = Optional.of(Code.FIRM_NOT_APPROVED);
        for (Approval approval : approvals) {
            if (!approval.firm().equals(firm)) {
                continue;
            }
            if (approval.approvedOn().isAfter(reportDate)) {
                objection = Optional.of(Code.FIRM_APPROVED_LATER);
            } else if (approval.withdrawnOn().isPresent()
                    && !reportDate.isBefore(approval.withdrawnOn().get())) {
                objection = Optional.of(Code.FIRM_WITHDRAWN);
            } else {
                return Optional.empty();
            }
        }
        return objection;
    }
}
