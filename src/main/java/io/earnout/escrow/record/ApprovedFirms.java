package io.earnout.escrow.record;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.finding.TextSimilarity;
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

    /**
     * One approval: from its day on, until the day on which it is withdrawn.
     *
     * @param document where it is kept; empty if that isn't given
     */
    public record Approval(
            String firm, LocalDate approvedOn, Optional<LocalDate> withdrawnOn, String document, Source source) {

        /** An approval without a document. */
        public Approval(String firm, LocalDate approvedOn, Optional<LocalDate> withdrawnOn) {
            this(firm, approvedOn, withdrawnOn, "", Source.NONE);
        }

        /** Whether the two rows of one firm can't both be right: they say something else of days of which both tell. */
        public boolean contradicts(Approval other) {
            return firm.equals(other.firm)
                    && !(approvedOn.equals(other.approvedOn) && withdrawnOn.equals(other.withdrawnOn))
                    && (approvedOn.equals(other.approvedOn)
                            || (lastsOn(other.approvedOn) && other.lastsOn(approvedOn)));
        }

        private boolean lastsOn(LocalDate day) {
            return withdrawnOn.isEmpty() || day.isBefore(withdrawnOn.get());
        }
    }

    /** The approval under which a firm's report of a day counts; nothing without a list, or if it doesn't count. */
    public Optional<Approval> inForce(String firm, LocalDate reportDate) {
        return approvals.stream()
                .filter(approval -> approval.firm().equals(firm)
                        && !approval.approvedOn().isAfter(reportDate)
                        && approval.lastsOn(reportDate))
                .findFirst();
    }

    /** The firm on the list whose name is most like another name; nothing if none is like it. */
    public Optional<String> nearest(String firm) {
        return TextSimilarity.nearest(
                firm, approvals.stream().map(Approval::firm).toList());
    }

    /** Why a firm's report of a day does not count; nothing if it does. */
    public Optional<FindingCode> objectionTo(String firm, LocalDate reportDate) {
        if (!listed) {
            return Optional.empty();
        }
        FindingCode objection = FindingCode.FIRM_NOT_APPROVED;
        for (Approval approval : approvals) {
            if (!approval.firm().equals(firm)) {
                continue;
            }
            boolean begun = !approval.approvedOn().isAfter(reportDate);
            if (begun && approval.lastsOn(reportDate)) {
                return Optional.empty();
            }
            if (begun) {
                objection = FindingCode.FIRM_WITHDRAWN;
            } else if (objection == FindingCode.FIRM_NOT_APPROVED) {
                // a withdrawn approval says more than a later one, whatever the order of the rows
                objection = FindingCode.FIRM_APPROVED_LATER;
            }
        }
        return Optional.of(objection);
    }
}
