package io.earnout.present.changes;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.output.AgreedTerm;
import io.earnout.terms.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What redirects shares or moves a day between two runs: the terms of an agreement and of its years, who receives, and every
 * day by which something is due, with what moved it.
 */
final class TermChanges {

    /** The terms of a year, in reconciliation-report.csv, and how people call them. */
    private static final Map<String, String> OF_A_YEAR = Map.of(
            "starts_on", "the first day of the year",
            "ends_on", "the last day of the year",
            "target_revenue", "the target",
            "tranche_shares", "the tranche");

    private static final String RELEASE = Deadline.Kind.RELEASE.term();
    private static final String DOCUMENTS = Deadline.Kind.DOCUMENTS.term();
    private static final String DEPOSIT = Deadline.Kind.DEPOSIT.term();

    /** The deadlines that are counted, and how people call them. Fees and expiration follow from terms. */
    private static final Map<String, String> DEADLINES = Map.of(
            DEPOSIT, "the last day for the deposit",
            DOCUMENTS, "the latest receipt of report and instruction",
            RELEASE, "the day of release");

    private final String agreementId;
    private final Known before;
    private final Known after;
    private final CalendarDifferences calendars;
    private final boolean looksBack;
    private final Consumer<Change> told;

    /**
     * What one run says of an agreement.
     *
     * @param deadlines the rows of deadlines.csv
     * @param findings the rows of exceptions.csv
     */
    record Known(
            Map<String, String> terms,
            Map<RowKey, Map<String, String>> years,
            Map<RowKey, Map<String, String>> lines,
            List<Map<String, String>> deadlines,
            List<Map<String, String>> findings) {

        private String term(AgreedTerm term) {
            return terms.getOrDefault(term.column(), term.inEarlierVersions());
        }

        private String ofYear(int year, String column) {
            return years.getOrDefault(new RowKey(year, 0), Map.of()).getOrDefault(column, "");
        }

        private String due(int year, String deadline) {
            for (Map<String, String> row : deadlines) {
                if (cell(row, "deadline").equals(deadline)
                        && cell(row, "assessment_year").equals(year == 0 ? "" : Integer.toString(year))) {
                    return cell(row, "due_on");
                }
            }
            return "";
        }

        private boolean hasLineOf(int year) {
            return lines.keySet().stream().anyMatch(place -> place.year() == year);
        }

        /** The finding that all parties amended the target of a year (SPA 11.2) to what it is; empty if they didn't. */
        private Map<String, String> amended(int year, String target) {
            for (Map<String, String> row : findings) {
                if (cell(row, "code").equals(FindingCode.AMENDED.name())
                        && cell(row, "assessment_year").equals(Integer.toString(year))
                        && cell(row, "value").equals(target)) {
                    return row;
                }
            }
            return Map.of();
        }

        /** The finding that all parties agreed on the day of a release (SPA 5.3); empty if they didn't. */
        private Map<String, String> agreedDay(int year) {
            for (Map<String, String> row : findings) {
                if (cell(row, "code").equals(FindingCode.DUE_DATE_AGREED.name())
                        && cell(row, "assessment_year").equals(Integer.toString(year))) {
                    return row;
                }
            }
            return Map.of();
        }
    }

    TermChanges(
            String agreementId,
            Known before,
            Known after,
            CalendarDifferences calendars,
            boolean looksBack,
            Consumer<Change> told) {
        this.looksBack = looksBack;
        this.agreementId = agreementId;
        this.before = before;
        this.after = after;
        this.calendars = calendars;
        this.told = told;
    }

    void tell() {
        if (!before.terms().isEmpty()) {
            for (AgreedTerm term : AgreedTerm.values()) {
                compare(
                        new RowKey(0, 0),
                        term.column(),
                        term.words(),
                        before.term(term),
                        after.term(term),
                        term.isSigned() ? Change.TERMS_CHANGED + term.source() : cause(term),
                        term.isSigned());
            }
        }
        after.years()
                .forEach((year, row) -> List.of("starts_on", "ends_on", "target_revenue", "tranche_shares")
                        .forEach(
                                column -> ofYear(year, column, before.ofYear(year.year(), column), cell(row, column))));
        after.lines().forEach((place, row) -> {
            Map<String, String> was = before.lines().getOrDefault(place, Map.of());
            if (!was.isEmpty()) {
                compare(
                        place,
                        "recipient",
                        "the recipient",
                        cell(was, "recipient"),
                        cell(row, "recipient"),
                        "agreements.csv");
                dayOfLine(place, "release_due_on", "the day of release", RELEASE, was, row);
                dayOfLine(place, "transfer_due_on", "the last day of the agent's transfer", "transfer", was, row);
            }
        });
        deadline(0, DEPOSIT);
        for (RowKey year : after.years().keySet()) {
            deadline(year.year(), DOCUMENTS);
            if (!before.hasLineOf(year.year()) || !after.hasLineOf(year.year())) {
                deadline(year.year(), RELEASE);
            }
        }
    }

    private void ofYear(RowKey year, String column, String was, String is) {
        boolean isTarget = column.equals("target_revenue");
        Map<String, String> amended = isTarget ? after.amended(year.year(), is) : Map.of();
        Map<String, String> amendedBefore = isTarget && looksBack ? before.amended(year.year(), was) : Map.of();
        String cause = amendedBefore.isEmpty()
                ? Change.TERMS_CHANGED + "assessment-years.csv"
                : "its amendment is of a later day than this run";
        cause = amended.isEmpty() ? cause : "amendments.csv: " + cell(amended, "message");
        boolean needsDocument = amended.isEmpty() && amendedBefore.isEmpty();
        compare(year, column, OF_A_YEAR.getOrDefault(column, column), was, is, cause, needsDocument);
    }

    private void compare(RowKey place, String what, String words, String was, String is, String cause) {
        compare(place, what, words, was, is, cause, false);
    }

    private void compare(
            RowKey place, String what, String words, String was, String is, String cause, boolean needsDocument) {
        if (!was.equals(is)) {
            told.accept(new Change(
                    agreementId, place.year(), place.tranche(), what, words, was, is, cause, true, needsDocument));
        }
    }

    /** The file, and the document that says so where the terms name one. */
    private String cause(AgreedTerm term) {
        String document = switch (term) {
            case EXPIRES_ON -> after.term(AgreedTerm.EXPIRY_DOCUMENT);
            case READINGS_AGREED_ON -> after.term(AgreedTerm.READINGS_DOCUMENT);
            default -> "";
        };
        return term.source() + (document.isEmpty() ? "" : ", " + document);
    }

    private void deadline(int year, String deadline) {
        String was = before.due(year, deadline);
        String is = after.due(year, deadline);
        // one that is done, or past, is no deadline any more: its day did not move
        if (!was.isEmpty() && !is.isEmpty() && !was.equals(is)) {
            compare(
                    new RowKey(year, 0),
                    "deadline " + deadline,
                    DEADLINES.getOrDefault(deadline, deadline),
                    was,
                    is,
                    causeOfDay(year, deadline, was, is, Map.of(), Map.of()));
        }
    }

    private void dayOfLine(
            RowKey place,
            String column,
            String words,
            String deadline,
            Map<String, String> lineBefore,
            Map<String, String> lineAfter) {
        String was = cell(lineBefore, column);
        String is = cell(lineAfter, column);
        if (!was.isEmpty() && !is.isEmpty() && !was.equals(is)) {
            compare(place, column, words, was, is, causeOfDay(place.year(), deadline, was, is, lineBefore, lineAfter));
        }
    }

    private String causeOfDay(
            int year,
            String deadline,
            String was,
            String is,
            Map<String, String> lineBefore,
            Map<String, String> lineAfter) {
        List<String> causes = new ArrayList<>();
        boolean ofRelease = deadline.equals(RELEASE) || deadline.equals(DOCUMENTS);
        Map<String, String> agreed = after.agreedDay(year);
        if (ofRelease && !cell(agreed, "value").equals(cell(before.agreedDay(year), "value"))) {
            causes.add(
                    agreed.isEmpty()
                            ? "the day that all parties agreed on doesn't count any more"
                            : cell(agreed, "message"));
        }
        if (ofRelease) {
            addChanged("ends_on", before.ofYear(year, "ends_on"), after.ofYear(year, "ends_on"), causes);
        }
        if (deadline.equals(DEPOSIT)) {
            addChanged("signed_on", before.term(AgreedTerm.SIGNED_ON), after.term(AgreedTerm.SIGNED_ON), causes);
        }
        addChanged(
                "documents_complete_on",
                cell(lineBefore, "documents_complete_on"),
                cell(lineAfter, "documents_complete_on"),
                causes);
        if (!before.terms().isEmpty()) {
            addChanged(
                    AgreedTerm.BUSINESS_CALENDAR.column(),
                    before.term(AgreedTerm.BUSINESS_CALENDAR),
                    after.term(AgreedTerm.BUSINESS_CALENDAR),
                    causes);
        }
        if (causes.isEmpty()) {
            String holidays = String.join("; ", holidays(year, deadline, was, is, !agreed.isEmpty(), lineAfter));
            causes.add(holidays.isEmpty() ? "what is on record beside the reports" : "holidays.csv: " + holidays);
        }
        return String.join("; ", causes);
    }

    private static void addChanged(String what, String was, String is, List<String> causes) {
        if (!was.equals(is)) {
            causes.add(what + " " + (was.isEmpty() ? "none" : was) + " -> " + (is.isEmpty() ? "none" : is));
        }
    }

    /** The holidays and working weekends that the count touches and that the runs know otherwise. */
    private List<String> holidays(
            int year, String deadline, String was, String is, boolean agreed, Map<String, String> line) {
        boolean isLater = day(is).isAfter(day(was));
        LocalDate from = day(isLater ? was : is);
        LocalDate later = day(isLater ? is : was);
        if (deadline.equals(DEPOSIT)) {
            from = day(after.term(AgreedTerm.SIGNED_ON));
        } else if (deadline.equals(DOCUMENTS)) {
            String release = after.due(year, RELEASE);
            later = agreed && !release.isEmpty() ? day(release) : sixtieth(year);
        } else if (deadline.equals(RELEASE)) {
            from = sixtieth(year);
        } else if (!cell(line, "documents_complete_on").isEmpty()) {
            from = day(cell(line, "documents_complete_on"));
        }
        return calendars.in(after.term(AgreedTerm.BUSINESS_CALENDAR), deadline.equals(RELEASE), from, later);
    }

    private LocalDate sixtieth(int year) {
        return Period.sixtiethDayAfter(day(after.ofYear(year, "ends_on")));
    }

    /** A day as the files hold it: of a year beyond 9999 without the sign that Java wants. */
    private static LocalDate day(String text) {
        return LocalDate.parse(text.length() > 10 ? "+" + text : text);
    }

    private static String cell(Map<String, String> row, String column) {
        return row.getOrDefault(column, "");
    }
}
