package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.input.csv.Texts;
import io.earnout.terms.AssessmentYear;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.List;

/**
 * Whether the terms of one agreement add up: assessment years numbered from 1 without gaps, each starting the day after
 * the one before ended (SPA 1.4: consecutive), and tranches that make up the consideration shares (SPA 1.1, 5.1).
 */
final class TermsCheck {

    private static final String YEARS = Format.ASSESSMENT_YEARS.fileName();

    private final String agreementId;
    private final Shares considerationShares;
    private final List<Finding> findings;

    TermsCheck(String agreementId, Shares considerationShares, List<Finding> findings) {
        this.agreementId = agreementId;
        this.considerationShares = considerationShares;
        this.findings = findings;
    }

    /** Puts the years into order, with their sources, and says whether they add up. */
    boolean addUp(List<AssessmentYear> years, List<Source> sources) {
        int before = findings.size();
        order(years, sources);
        if (years.isEmpty()) {
            find(
                    FindingCode.YEARS_MISSING,
                    0,
                    new Source(YEARS, 0),
                    "agreement_id",
                    agreementId,
                    "the agreement \"" + Texts.shown(agreementId) + "\" has no assessment years",
                    "add a row for each assessment year");
        }
        long tranches = 0;
        for (int i = 0; i < years.size(); i++) {
            AssessmentYear year = years.get(i);
            tranches += year.tranche().count();
            if (year.number() != i + 1) {
                numbering(year, i, sources.get(i), years);
                return false; // after the first hole every later year is in the wrong place
            }
            if (i > 0) {
                follows(years.get(i - 1), year, sources.get(i));
            }
        }
        if (!years.isEmpty() && tranches != considerationShares.count()) {
            find(
                    FindingCode.TRANCHES_DONT_ADD_UP,
                    0,
                    new Source(YEARS, 0),
                    "tranche_shares",
                    Long.toString(tranches),
                    "the tranches add up to " + tranches + " shares, the agreement is about "
                            + considerationShares.count(),
                    "correct tranche_shares, or consideration_shares in agreements.csv");
        }
        return findings.size() == before;
    }

    /** A few years that mostly are in order already: insertion sort, which keeps each source beside its year. */
    private static void order(List<AssessmentYear> years, List<Source> sources) {
        for (int i = 1; i < years.size(); i++) {
            for (int j = i; j > 0 && years.get(j - 1).number() > years.get(j).number(); j--) {
                years.set(j, years.set(j - 1, years.get(j)));
                sources.set(j, sources.set(j - 1, sources.get(j)));
            }
        }
    }

    private void numbering(AssessmentYear year, int place, Source source, List<AssessmentYear> years) {
        boolean twice = place > 0 && years.get(place - 1).number() == year.number();
        find(
                FindingCode.YEARS_NOT_CONSECUTIVE,
                year.number(),
                source,
                "assessment_year",
                Integer.toString(year.number()),
                twice
                        ? "assessment year " + year.number() + " is listed twice"
                        : "assessment year " + year.number() + " is listed where year " + (place + 1) + " is expected",
                "number the years 1, 2, 3 and so on, each once");
    }

    private void follows(AssessmentYear before, AssessmentYear year, Source source) {
        LocalDate expected = before.period().endsOn().plusDays(1);
        LocalDate starts = year.period().startsOn();
        if (starts.equals(expected)) {
            return;
        }
        boolean overlaps = starts.isBefore(expected);
        find(
                overlaps ? FindingCode.YEARS_OVERLAP : FindingCode.YEARS_LEAVE_A_GAP,
                year.number(),
                source,
                "starts_on",
                starts.toString(),
                "year " + year.number() + " starts on " + starts + ", but year " + before.number() + " ends on "
                        + before.period().endsOn() + (overlaps ? ": they overlap" : ": days are left between"),
                "let it start on " + expected);
    }

    private void find(
            FindingCode code, int year, Source source, String column, String value, String message, String remedy) {
        findings.add(new Finding(code, agreementId, year, source, column, value, message, remedy));
    }
}
