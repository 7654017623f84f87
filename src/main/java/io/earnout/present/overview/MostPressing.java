package io.earnout.present.overview;

import io.earnout.escrow.determination.AgreementResult;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The results that people get to look at: all of them in a portfolio of up to {@value #ALL_OF} agreements, in a larger one the
 * {@value #ROOM} most pressing of those with something to decide. So a million agreements make no million pages, and memory
 * stays bounded; the command {@code page} writes the page of any other.
 * In which order they come doesn't matter, so that several threads can fill it.
 */
public final class MostPressing {

    /** Up to so many agreements all get a page, a sheet and their papers. */
    public static final int ALL_OF = 200;

    /** How many get a page and a sheet where there are more. */
    public static final int ROOM = 20;

    private final boolean holdsAll;
    private final TreeSet<AgreementResult> dossiers = new TreeSet<>(AgreementResult.MOST_PRESSING_FIRST);

    /**
     * An empty shelf.
     *
     * @param agreements how many agreements the portfolio has
     */
    public MostPressing(long agreements) {
        this.holdsAll = agreements <= ALL_OF;
    }

    /** Takes a result, if it is among the most pressing. */
    public void add(AgreementResult result) {
        if (holdsAll || result.hasSomethingToDecide()) {
            place(result);
        }
    }

    private synchronized void place(AgreementResult result) {
        boolean isFull = !holdsAll && dossiers.size() == ROOM;
        if (isFull && AgreementResult.MOST_PRESSING_FIRST.compare(result, dossiers.last()) > 0) {
            return;
        }
        if (isFull) {
            dossiers.pollLast();
        }
        dossiers.add(result.withoutPrices());
    }

    /** Whether every agreement of the portfolio is there. */
    public boolean holdsAll() {
        return holdsAll;
    }

    /** The results, in the order of their ids. */
    public synchronized List<AgreementResult> results() {
        return dossiers.stream()
                .sorted(Comparator.comparing(AgreementResult::agreementId))
                .toList();
    }
}
