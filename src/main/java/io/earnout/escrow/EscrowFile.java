package io.earnout.escrow;

import io.earnout.terms.Agreement;
import java.util.List;
import java.util.Set;

/**
 * All that is known of one agreement on a day.
 *
 * @param reports every report that could be read, superseded ones included
 * @param rejectedReports the years of which a row was rejected: what it would have said is unknown
 * @param rejectedWhole whether a row was rejected that could belong to any year
 */
public record EscrowFile(
        Agreement agreement,
        List<Report> reports,
        ApprovedFirms approvedFirms,
        Set<Integer> rejectedReports,
        boolean rejectedWhole) {}
