package io.earnout.present.changes;

import io.earnout.terms.Figures;

/**
 * One difference.
 *
 * @param year 0 where it concerns the agreement as a whole
 * @param tranche 0 where it concerns no line of an instruction
 * @param words what it is, for people
 * @param ofTerms whether it redirects shares or moves a day
 * @param needsDocument whether it is a changed term or reading without a document on record (SPA 11.2)
 */
public record Change(
        String agreementId,
        int year,
        int tranche,
        String what,
        String words,
        String before,
        String after,
        String cause,
        boolean ofTerms,
        boolean needsDocument) {

    /** Whether the reading is another one. */
    public boolean isOfReading() {
        return what.equals(READING);
    }

    static Change ofFigure(String agreementId, RowKey place, String what, String before, String after, String cause) {
        return new Change(agreementId, place.year(), place.tranche(), what, what, before, after, cause, false, false);
    }

    /** What a change of the reading is about. */
    static final String READING = "reading";

    /** Why a signed term is another one, where no amendment says so. */
    static final String TERMS_CHANGED = "TERMS CHANGED without an amendment on record: ";

    /** The same for people: figures have thousands separators, and columns are called by words. */
    public String inWords() {
        boolean isFigure = !agreementId.isEmpty() && words.equals(what);
        return isFigure
                ? new Change(
                                agreementId,
                                year,
                                tranche,
                                what,
                                words.replace('_', ' '),
                                grouped(before),
                                grouped(after),
                                cause,
                                ofTerms,
                                needsDocument)
                        .toString()
                : toString();
    }

    private static String grouped(String figure) {
        return figure.matches("-?[0-9]+([.][0-9]+)?") ? Figures.grouped(figure) : figure;
    }

    /**
     * E.g. {@code KAIXIN-2025 year 1: entitled_shares 2700000 -> 3000000 (report R-1 restated by R-2)}, or {@code
     * KAIXIN-2025: the seller's account 123 -> 456 (parties.csv)}.
     */
    @Override
    public String toString() {
        if (agreementId.isEmpty()) {
            return words + ": " + cause;
        }
        return agreementId + (year == 0 ? "" : " year " + year)
                + (tranche == 0 || tranche == year ? "" : " tranche " + tranche) + ": " + words + " "
                + (before.isEmpty() ? "none" : before) + " -> " + (after.isEmpty() ? "none" : after)
                + (cause.isEmpty() ? "" : " (" + cause + ")");
    }
}
