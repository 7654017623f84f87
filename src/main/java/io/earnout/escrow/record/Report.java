package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.review.Review;
import io.earnout.settlement.AuditedRevenue;
import io.earnout.terms.Money;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A written report of an accounting firm on one assessment year (SPA 4.2, EA 3.1(a)), as filed. Whether it counts is
 * decided by the {@link Review}.
 *
 * @param year the number of the assessment year that it names
 * @param supersedes the report that it replaces; empty for none
 * @param confirmedFigure whether a figure was confirmed that looks implausible
 */
public record Report(
        int year,
        Money revenue,
        String currency,
        String reportId,
        String firm,
        LocalDate reportDate,
        Optional<LocalDate> receivedOn,
        String opinion,
        String supersedes,
        boolean confirmedFigure,
        Source source) {

    /** The opinion with which a report counts. */
    public static final String UNQUALIFIED = Opinion.PLAIN_UNQUALIFIED;

    /** An unqualified opinion that points to something in the accounts: the report counts, with a note. */
    public static final String WITH_EMPHASIS = Opinion.PLAIN_WITH_EMPHASIS;

    public Report {
        opinion = Opinion.plain(opinion);
    }

    public boolean isUnqualified() {
        return opinion.equals(UNQUALIFIED) || opinion.equals(WITH_EMPHASIS);
    }

    /** Whether the other row says the same in every respect, whatever its line. */
    public boolean saysTheSameAs(Report other) {
        return equals(new Report(
                other.year,
                other.revenue,
                other.currency,
                other.reportId,
                other.firm,
                other.reportDate,
                other.receivedOn,
                other.opinion,
                other.supersedes,
                other.confirmedFigure,
                source));
    }

    /** Whether it was made, and received if that is on record, by a day. */
    public boolean isKnownOn(LocalDate day) {
        return !reportDate.isAfter(day)
                && (receivedOn.isEmpty() || !receivedOn.get().isAfter(day));
    }

    /** The day from which it is known: its receipt, or its own date where the receipt is not on record. */
    public LocalDate knownSince() {
        return receivedOn.orElse(reportDate);
    }

    public AuditedRevenue confirms() {
        return new AuditedRevenue(year, revenue, reportId);
    }
}
