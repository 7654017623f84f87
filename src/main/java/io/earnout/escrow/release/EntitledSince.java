package io.earnout.escrow.release;

import io.earnout.escrow.record.Report;
import io.earnout.escrow.review.Review;
import io.earnout.terms.OffsetDirection;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Since when the shares of a line could be released: since the report on which they rest was received (EA 3.1(a)), or all parties
 * agreed on them (SPA 5.3). After a restatement upward the shares of before are based on the earlier report, and the difference on the later one.
 */
public final class EntitledSince {

    private final Deque<Layer> left;

    /** Shares that could be released since a day, in units. */
    public record Layer(LocalDate since, long shares) {}

    private EntitledSince(Deque<Layer> layers) {
        this.left = layers;
    }

    public static EntitledSince of(ReleaseLine line, Review review, DraftHistory history) {
        Deque<Layer> layers = new ArrayDeque<>(1);
        Optional<LocalDate> since = ofPlain(line, review);
        if (since.isPresent()) {
            layers.add(new Layer(since.get(), line.entitled()));
            return new EntitledSince(layers);
        }
        List<LocalDate> days = new ArrayList<>(history.daysOfNews());
        long least = line.entitled();
        for (int i = days.size() - 1; i >= 0 && least > 0; i--) {
            // on each earlier day no more than what was determined on all days since
            long then = Math.min(
                    least,
                    history.entitled(
                            days.get(i), line.assessmentYear(), line.tranche().number()));
            if (then < least) {
                layers.addFirst(new Layer(i + 1 < days.size() ? days.get(i + 1) : days.get(i), least - then));
            }
            least = then;
        }
        if (least > 0) {
            layers.addFirst(new Layer(days.get(0), least));
        }
        return new EntitledSince(layers);
    }

    /** Where each year has one report, and nothing else ever changed: the day on which the last of those that it takes came. */
    private static Optional<LocalDate> ofPlain(ReleaseLine line, Review review) {
        if (!review.escrow().registers().adjustments().isEmpty()
                || !review.escrow().registers().amendments().isEmpty()
                || review.escrow().agreement().readings().everChanges()) {
            return Optional.empty();
        }
        LocalDate last = LocalDate.MIN;
        boolean restores = !line.isOf(line.assessmentYear());
        if (review.escrow().agreement().offsetDirection() == OffsetDirection.FORWARD && line.assessmentYear() > 1) {
            return Optional.empty(); // the credits of earlier years may have come later than its own report
        }
        for (int year = restores ? 1 : line.assessmentYear(); year <= line.assessmentYear(); year++) {
            List<Report> reports = review.year(year).reports();
            if (reports.size() != 1) {
                return Optional.empty();
            }
            LocalDate came = reports.get(0).knownSince();
            last = came.isAfter(last) ? came : last;
        }
        return Optional.of(last);
    }

    /** The next of the line's shares, those that could be released first. */
    public List<Layer> take(long shares) {
        if (shares <= 0) {
            return List.of();
        }
        List<Layer> taken = new ArrayList<>(1);
        long more = shares;
        while (more > 0 && !left.isEmpty()) {
            Layer layer = left.removeFirst();
            long part = Math.min(more, layer.shares());
            more -= part;
            if (part < layer.shares()) {
                taken.add(new Layer(layer.since(), part));
                left.addFirst(new Layer(layer.since(), layer.shares() - part));
            } else {
                taken.add(layer);
            }
        }
        return taken;
    }
}
