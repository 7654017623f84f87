package io.earnout.present.overview;

import io.earnout.escrow.determination.AgreementResult;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The results that people get to look at: all of them in a portfolio of up to {@value #MOST_SHOWN_WHOLE} agreements, in a larger
 * one the {@value #ROOM} most pressing of those with something to decide. So a million agreements make no million pages, and
 * memory stays bounded; the command {@code page} writes the page of any other. In which order they come doesn't matter.
 */
public final class MostPressing {

    /** In a portfolio of no more agreements each has a page, a sheet and its papers. */
    public static final int MOST_SHOWN_WHOLE = 200;

    /** In a larger one so many have. */
    public static final int ROOM = 20;

    private final TreeSet<AgreementResult> results = new TreeSet<>(AgreementResult.MOST_PRESSING_FIRST);
    private long agreements;
    private long toDecide;

    /** Takes a result, if it is among the most pressing. */
    public void add(AgreementResult result) {
        agreements++;
        toDecide += result.hasSomethingToDecide() ? 1 : 0;
        if (holdsAll()) {
            results.add(result.withoutPrices());
            return;
        }
        if (agreements == MOST_SHOWN_WHOLE + 1) {
            keepTheMostPressing();
        }
        boolean isFull = results.size() == ROOM;
        if (isFull && AgreementResult.MOST_PRESSING_FIRST.compare(result, results.last()) > 0) {
            return;
        }
        if (result.hasSomethingToDecide()) {
            results.add(result.withoutPrices());
            keepTheMostPressing();
        }
    }

    /** Takes the results of other agreements of the portfolio. */
    public void add(MostPressing more) {
        agreements += more.agreements;
        toDecide += more.toDecide;
        results.addAll(more.results);
        keepTheMostPressing();
    }

    private void keepTheMostPressing() {
        if (holdsAll()) {
            return;
        }
        results.removeIf(result -> !result.hasSomethingToDecide());
        while (results.size() > ROOM) {
            results.pollLast();
        }
    }

    /** How many agreements of the portfolio have something to sign or to decide. */
    public long toDecide() {
        return toDecide;
    }

    /** Whether every agreement of the portfolio is there. */
    public boolean holdsAll() {
        return agreements <= MOST_SHOWN_WHOLE;
    }

    /** The results, in the order of their ids. */
    public List<AgreementResult> results() {
        return results.stream()
                .sorted(Comparator.comparing(AgreementResult::agreementId))
                .toList();
    }
}
