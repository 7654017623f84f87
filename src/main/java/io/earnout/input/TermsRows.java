package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Origins;
import io.earnout.escrow.record.RunDay;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Texts;
import io.earnout.terms.Agreement;
import io.earnout.terms.AssessmentYear;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The rows on the terms of one agreement, its own and those of its assessment years, and the agreement that they make. */
final class TermsRows {

    private final CheckedInput input;
    private final RunDay day;
    private final Row row;
    private final List<Finding> findings;

    private String id = "";
    private int rows;
    private boolean knownOnTheDay;
    private boolean rejected;
    private boolean closed;
    private final List<AgreementsFile.Terms> signed = new ArrayList<>();
    private final List<AssessmentYear> years = new ArrayList<>();
    private final List<Source> yearSources = new ArrayList<>();
    private Source agreementSource = Source.NONE;
    private Optional<Agreement> agreement = Optional.empty();

    TermsRows(CheckedInput input, RunDay day, Row row, List<Finding> findings) {
        this.input = input;
        this.day = day;
        this.row = row;
        this.findings = findings;
    }

    /** Begins with another agreement. */
    void clear(String agreementId) {
        id = agreementId;
        rows = 0;
        knownOnTheDay = true;
        rejected = false;
        closed = false;
        signed.clear();
        years.clear();
        yearSources.clear();
        agreement = Optional.empty();
    }

    /** Whether agreements.csv has a row with the id. */
    boolean isListed() {
        return rows > 0;
    }

    /** Whether it was known on the as-of date; not if it was signed only later. */
    boolean isKnownOnTheDay() {
        return knownOnTheDay;
    }

    /** The agreement, after the terms were closed; nothing if its terms can't be known, or not yet. */
    Optional<Agreement> agreement() {
        return agreement;
    }

    /** The number of its last assessment year; 0 if there is no agreement. */
    int lastYear() {
        return agreement.map(agreed -> agreed.years().size()).orElse(0);
    }

    Origins origins() {
        return new Origins(agreementSource, yearSources);
    }

    /** Takes the row of the agreement; false if it was signed only after the as-of date. */
    boolean takeAgreement() {
        rows++;
        if (rows > 1) {
            row.reject(
                    FindingCode.AGREEMENT_TWICE,
                    AgreementsFile.AGREEMENT_ID,
                    "is the id of more than one agreement",
                    "give each agreement one row and an id of its own");
        }
        if (day.leavesLaterRowsOut() && AgreementsFile.isAfter(row, day.asOf())) {
            knownOnTheDay = false;
            return false;
        }
        AgreementsFile.Terms terms = AgreementsFile.read(row);
        List<String> unknown = input.calendars().unknownIn(terms.businessCalendar());
        if (row.isSound() && !unknown.isEmpty()) {
            row.note(
                    FindingCode.CALENDAR_UNKNOWN,
                    AgreementsFile.BUSINESS_CALENDAR,
                    "names a calendar that holidays.csv does not have (" + Texts.shown(String.join(", ", unknown))
                            + "): its days are computed on weekends alone",
                    "write it as in holidays.csv, several joined by +, or add its holidays");
        }
        if (row.isSound()) {
            signed.add(terms);
            agreementSource = row.source();
        } else {
            rejected = true;
        }
        return true;
    }

    /** Takes the row of an assessment year; false if the agreement was signed only after the as-of date. */
    boolean takeYear() {
        if (!knownOnTheDay) {
            return false;
        }
        Optional<AssessmentYear> year = AssessmentYearsFile.read(row);
        if (year.isPresent()) {
            years.add(year.get());
            yearSources.add(row.source());
        } else {
            rejected = true;
        }
        rejectIfNobodyKnowsIt(AssessmentYearsFile.AGREEMENT_ID);
        return true;
    }

    /** All rows on the terms were taken: the agreement is known, or can't be. */
    void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (rows == 0 || !knownOnTheDay || !input.trusted().contains(Format.ASSESSMENT_YEARS)) {
            return;
        }
        if (rows > 1) {
            return;
        }
        if (rejected) {
            findings.add(new Finding(
                    FindingCode.TERMS_REJECTED,
                    id,
                    0,
                    Source.NONE,
                    "",
                    "",
                    "a row with its terms was rejected: the other files have no rows of this agreement",
                    "correct the row, and run again"));
        } else if (new TermsCheck(id, signed.get(0).considerationShares(), findings).addUp(years, yearSources)) {
            agreement = Optional.of(signed.get(0).over(years));
        }
    }

    /** Rejects a row whose id names no agreement. */
    boolean rejectIfNobodyKnowsIt(Column<?> agreementId) {
        if (rows > 0) {
            return false;
        }
        if (input.trusted().contains(Format.AGREEMENTS)) {
            List<String> near = input.misspelt().meantBy(id);
            row.reject(
                    FindingCode.UNKNOWN_AGREEMENT,
                    agreementId,
                    "is not listed in " + Format.AGREEMENTS.fileName()
                            + (near.isEmpty() ? "" : "; the nearest is \"" + Texts.shown(near.get(0)) + "\""),
                    "correct the id, or add the agreement");
        }
        return true;
    }
}
