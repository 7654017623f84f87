package io.earnout.terms;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * One earn-out agreement as signed: the consideration shares (SPA 1.1), the assessment years with their targets
 * (SPA 4.1), the parties, and how the open points are read. Text that was not given is empty.
 *
 * @param id what all files call it
 * @param considerationShares all shares in escrow; the tranches add up to them
 * @param offsetDirection which shortfalls an excess can offset (SPA 5.2(2): those of previous years)
 * @param years the assessment years, 1 to n, each starting the day after the one before ended
 */
public record Agreement(
        String id,
        Shares considerationShares,
        String shareClass,
        String currency,
        Parties parties,
        LocalDate signedOn,
        Optional<LocalDate> depositedOn,
        Expiration expiration,
        ReadingsOnRecord readings,
        OffsetDirection offsetDirection,
        String businessCalendar,
        List<AssessmentYear> years) {

    /** Who signed; empty where the input does not say. */
    public record Parties(String issuer, String purchaser, String seller, String escrowAgent, String targetCompany) {}

    /** When the agreement expires (SPA 5.2(1)) and which document says so; the contract itself gives no date. */
    public record Expiration(Optional<LocalDate> on, String document) {}

    /** The reading in force, and when and where all parties agreed to it (SPA 5.3, 11.2). */
    public record ReadingsOnRecord(Readings chosen, Optional<LocalDate> agreedOn, String document) {

        /** The chosen reading, once it was agreed on; before that day the default. */
        public Readings inForceOn(LocalDate day) {
            return agreedOn.isPresent() && agreedOn.get().isAfter(day) ? Readings.DEFAULT : chosen;
        }

        /** Whether the reading in force is another one on some days than on others. */
        public boolean everChanges() {
            return agreedOn.isPresent() && !chosen.equals(Readings.DEFAULT);
        }

        /** Whether a day and a document show that all parties agreed to it by a day. */
        public boolean isDocumentedOn(LocalDate day) {
            return agreedOn.isPresent() && !agreedOn.get().isAfter(day) && !document.isEmpty();
        }
    }

    public Agreement {
        years = List.copyOf(years);
        if (id.isEmpty() || years.isEmpty()) {
            throw new IllegalArgumentException("an agreement needs an id and at least one year: \"" + id + "\"");
        }
        long tranches = 0;
        for (int i = 0; i < years.size(); i++) {
            AssessmentYear year = years.get(i);
            tranches += year.tranche().count();
            if (year.number() != i + 1) {
                throw new IllegalArgumentException(id + ": year " + year.number() + " is in place " + (i + 1));
            }
            if (i > 0
                    && !years.get(i - 1)
                            .period()
                            .endsOn()
                            .plusDays(1)
                            .equals(year.period().startsOn())) {
                throw new IllegalArgumentException(
                        id + ": year " + year.number() + " doesn't follow on the year before");
            }
        }
        if (tranches != considerationShares.count()) {
            throw new IllegalArgumentException(
                    id + ": tranches of " + tranches + " against " + considerationShares + " consideration shares");
        }
    }

    /** The same agreement under another reading. */
    public Agreement read(ReadingsOnRecord other) {
        return new Agreement(
                id,
                considerationShares,
                shareClass,
                currency,
                parties,
                signedOn,
                depositedOn,
                expiration,
                other,
                offsetDirection,
                businessCalendar,
                years);
    }

    /** The same agreement over other years, whose tranches add up to the same shares. */
    public Agreement over(List<AssessmentYear> otherYears) {
        return new Agreement(
                id,
                considerationShares,
                shareClass,
                currency,
                parties,
                signedOn,
                depositedOn,
                expiration,
                readings,
                offsetDirection,
                businessCalendar,
                otherYears);
    }

    /** The year of that number, 1 to n. */
    public AssessmentYear year(int number) {
        return years.get(number - 1);
    }
}
