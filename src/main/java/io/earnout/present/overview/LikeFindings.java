package io.earnout.present.overview;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.terms.Figures;
import java.util.Optional;

/**
 * Errors that are the same but for their row, told in one line with their number: those of the cells of one column, the days of one
 * file that are written in another form, and agreements whose terms were rejected.
 */
final class LikeFindings {

    private static final String IN_ANOTHER_FORM = "is not in the form YYYY-MM-DD";

    private LikeFindings() {}

    /** What like errors have in common; nothing if an error is told by itself. */
    static Optional<String> likeness(Finding finding) {
        if (finding.code() == FindingCode.TERMS_REJECTED) {
            return Optional.of(finding.code().name());
        }
        if (!isAboutACell(finding)) {
            return Optional.empty();
        }
        String column = isDayInAnotherForm(finding) ? "" : finding.column();
        return Optional.of(finding.source().file() + '\n' + column + '\n' + finding.code());
    }

    /** Whether an error only follows from others, of rows or of a file, which are told before it. */
    static boolean follows(Finding finding) {
        return finding.code() == FindingCode.TERMS_REJECTED || finding.code() == FindingCode.NO_AGREEMENT_LEFT;
    }

    private static boolean isAboutACell(Finding finding) {
        return finding.source().line() > 0
                && !finding.column().isEmpty()
                && (finding.message().startsWith("\"") || finding.code() == FindingCode.VALUE_MISSING);
    }

    private static boolean isDayInAnotherForm(Finding finding) {
        return finding.code() == FindingCode.NOT_A_DATE && finding.message().endsWith(IN_ANOTHER_FORM);
    }

    /** Several like errors as the console prints them. */
    static String together(Finding first, long count) {
        String number = Figures.grouped(Long.toString(count));
        String remedy = first.remedy().isEmpty() ? "" : "\n  " + first.remedy();
        if (first.code() == FindingCode.TERMS_REJECTED) {
            return number + " agreements can't be settled, because a row with their terms was rejected; the first is "
                    + first.agreementId() + "\n  correct these rows, and run again";
        }
        String place = ", first in " + first.source();
        String column = first.column();
        if (isDayInAnotherForm(first)) {
            return number + " dates are not in the form YYYY-MM-DD" + place + ": " + column + ": "
                    + quoted(first, IN_ANOTHER_FORM) + remedy;
        }
        if (first.code() == FindingCode.VALUE_MISSING) {
            return number + " cells of " + column + " are empty" + place + remedy;
        }
        return number + " cells of " + column + " have the same error" + place + ": " + first.message() + remedy;
    }

    private static String quoted(Finding first, String sentence) {
        return first.message()
                .substring(0, first.message().length() - sentence.length())
                .strip();
    }
}
