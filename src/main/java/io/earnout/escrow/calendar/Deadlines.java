package io.earnout.escrow.calendar;

import io.earnout.escrow.record.Suspension;
import io.earnout.terms.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The days by which something is due, in the business days of the places that the agreement names. */
public final class Deadlines {

    private static final int BUSINESS_DAYS_TO_TRANSFER = 10;
    private static final int BUSINESS_DAYS_TO_DEPOSIT = 15;
    private static final int DAYS_OF_A_COURIER = 3;

    private final BusinessCalendar calendar;

    public Deadlines(BusinessCalendar calendar) {
        this.calendar = calendar;
    }

    /**
     * The last day for the release of a year's tranche (SPA 5.1): day 60 after the year's end, which itself is not
     * counted; if that is no business day under the governing law, the next one (PRC Civil Code 201, 203). A holiday of
     * another place alone doesn't move it.
     */
    public LocalDate releaseDue(Period year) {
        return calendar.ofGoverningLaw().onOrAfter(dayOfRelease(year));
    }

    /** The places and years on which {@link #releaseDue} rests and that are not known. */
    public Set<String> unknownOfRelease(Period year) {
        return calendar.ofGoverningLaw().unknownBetween(dayOfRelease(year), releaseDue(year));
    }

    /**
     * The places and years on which a count of business days rests and that are not known: of transfer, latest receipt and
     * deposit, which go by all places that are named.
     */
    public Set<String> unknownBetween(LocalDate from, LocalDate to) {
        return calendar.unknownBetween(from, to);
    }

    /** The sixtieth day itself, business day or not. */
    public static LocalDate dayOfRelease(Period year) {
        return year.sixtiethDayAfter();
    }

    /** Ten business days after the later of report and instruction was received (EA 3.2), whose day is not counted. */
    public LocalDate transferDue(LocalDate documentsComplete) {
        return calendar.after(documentsComplete, BUSINESS_DAYS_TO_TRANSFER);
    }

    /**
     * The same, not counting the days of suspensions, after which the rest of the ten runs on; nothing while one lasts whose end isn't on
     * record.
     */
    public Optional<LocalDate> transferDue(LocalDate documentsComplete, List<Suspension> suspensions) {
        if (suspensions.isEmpty()) {
            return Optional.of(transferDue(documentsComplete));
        }
        LocalDate day = documentsComplete;
        int counted = 0;
        while (counted < BUSINESS_DAYS_TO_TRANSFER) {
            day = day.plusDays(1);
            boolean suspended = false;
            for (Suspension suspension : suspensions) {
                suspended |= suspension.isInForceOn(day);
                if (suspension.isInForceOn(day) && suspension.ended().isEmpty()) {
                    return Optional.empty();
                }
            }
            counted += calendar.isBusinessDay(day) && !suspended ? 1 : 0;
        }
        return Optional.of(day);
    }

    /**
     * The last business day on which the agent can receive the documents so that its ten business days (EA 3.2) end within
     * the sixty days (SPA 5.1), which here are not prolonged: a plan must not rely on that.
     */
    public LocalDate latestReceipt(Period year) {
        return latestReceipt(dayOfRelease(year));
    }

    /** The same for a day of release that all parties agreed on (SPA 5.3). */
    public LocalDate latestReceipt(LocalDate release) {
        return calendar.latestBefore(release, BUSINESS_DAYS_TO_TRANSFER);
    }

    /** The last day for the deposit (EA 1.1): fifteen business days after the effective date. */
    public LocalDate depositDue(LocalDate effective) {
        return calendar.after(effective, BUSINESS_DAYS_TO_DEPOSIT);
    }

    /** The last day to hand a notice to the courier so that it is given by a day (SPA 11.3). */
    public static LocalDate sendBy(LocalDate given) {
        return given.minusDays(DAYS_OF_A_COURIER);
    }
}
