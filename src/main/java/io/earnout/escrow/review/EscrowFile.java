package io.earnout.escrow.review;

import io.earnout.escrow.calendar.BusinessCalendar;
import io.earnout.escrow.record.ApprovedFirms;
import io.earnout.escrow.record.Origins;
import io.earnout.escrow.record.Registers;
import io.earnout.escrow.record.Rejected;
import io.earnout.escrow.record.Report;
import io.earnout.escrow.record.SharePrices;
import io.earnout.escrow.record.Suspension;
import io.earnout.terms.Agreement;
import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of one agreement on a day.
 *
 * @param agreement its terms on the day
 * @param asSigned its terms as they were signed, without the amendments
 * @param reports every report that could be read, superseded ones included
 * @param rejected what can't be known, because a row was rejected
 * @param calendar the business days of the agreement
 * @param origins where the terms were read
 */
public record EscrowFile(
        Agreement agreement,
        Agreement asSigned,
        List<Report> reports,
        ApprovedFirms approvedFirms,
        Registers registers,
        Rejected rejected,
        BusinessCalendar calendar,
        Origins origins) {

    /** With the terms as they were signed. */
    public EscrowFile(
            Agreement agreement,
            List<Report> reports,
            ApprovedFirms approvedFirms,
            Registers registers,
            Rejected rejected,
            BusinessCalendar calendar,
            Origins origins) {
        this(agreement, agreement, reports, approvedFirms, registers, rejected, calendar, origins);
    }

    /** The same with amended terms. */
    EscrowFile with(Agreement amended) {
        return new EscrowFile(amended, asSigned, reports, approvedFirms, registers, rejected, calendar, origins);
    }

    /** An escrow of which is not known where its terms were read. */
    public EscrowFile(
            Agreement agreement,
            List<Report> reports,
            ApprovedFirms approvedFirms,
            Registers registers,
            Rejected rejected,
            BusinessCalendar calendar) {
        this(agreement, reports, approvedFirms, registers, rejected, calendar, Origins.UNKNOWN);
    }

    /**
     * The same agreement with what was known on an earlier day of all that decides on shares, but for the instructions.
     *
     * @param rejectedThen what could not be known on that day
     */
    public EscrowFile asKnownOn(LocalDate day, Rejected rejectedThen) {
        Registers known = new Registers(
                List.of(),
                registers.transfers().stream()
                        .filter(transfer -> !transfer.confirmedOn().isAfter(day))
                        .toList(),
                registers.suspensions().stream()
                        .filter(suspension -> suspension.isInForceOn(day))
                        .map(Suspension::notLifted)
                        .toList(),
                registers.adjustments().stream()
                        .filter(adjustment -> !adjustment.agreedOn().isAfter(day))
                        .toList(),
                SharePrices.NONE,
                List.of(),
                true,
                List.of(),
                registers.shareChanges(),
                registers.amendments().stream()
                        .filter(amendment -> !amendment.agreedOn().isAfter(day))
                        .toList());
        List<Report> filed =
                reports.stream().filter(report -> report.isKnownOn(day)).toList();
        return new EscrowFile(asSigned, filed, approvedFirms, known, rejectedThen, calendar, origins);
    }
}
