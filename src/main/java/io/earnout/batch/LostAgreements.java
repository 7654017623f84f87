package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.present.changes.PreviousAgreements;
import io.earnout.publish.ControlSums;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Finds every agreement that the previous run had and this run doesn't settle. */
final class LostAgreements implements Consumer<Counted.Met>, AutoCloseable {

    private final PreviousAgreements before;
    private final LocalDate asOf;
    private final FindingsOfTheRun findings = new FindingsOfTheRun();
    private final ExceptionsSpool spool;
    private long count;

    private LostAgreements(PreviousAgreements before, RunOrder order, ControlSums sums) throws IOException {
        this.before = before;
        this.asOf = order.identity().asOf();
        this.spool = ExceptionsSpool.open(order.exceptionsOfLost(), findings, sums);
    }

    static LostAgreements since(Path previousRun, RunOrder order, ControlSums sums) throws IOException {
        return new LostAgreements(PreviousAgreements.of(previousRun), order, sums);
    }

    /** Takes the next id that the files name. */
    @Override
    public void accept(Counted.Met met) {
        try {
            boolean had = before.had(met.id(), id -> find(id, Counted.Outcome.NOT_LISTED));
            boolean isSaid = met.outcome() == Counted.Outcome.SETTLED || met.outcome() == Counted.Outcome.STOPS_THE_RUN;
            if (had && !isSaid) {
                find(met.id(), met.outcome());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All ids were taken. */
    void end() throws IOException {
        before.end(id -> find(id, Counted.Outcome.NOT_LISTED));
        close();
    }

    /** Hands on what was found. */
    void appendTo(ExceptionsSpool ofTheRun) throws IOException {
        ofTheRun.append(spool);
    }

    @Override
    public void close() throws IOException {
        before.close();
        spool.close();
    }

    /** How many are lost. */
    long count() {
        return count;
    }

    private void find(String id, Counted.Outcome outcome) {
        count++;
        String why = switch (outcome) {
            case TERMS_REJECTED -> "a row with its terms is invalid";
            case SIGNED_LATER -> "it was signed after " + asOf;
            default -> "it has no row in agreements.csv";
        };
        spool.accept(new Finding(
                FindingCode.AGREEMENT_LOST,
                "",
                0,
                new Source("agreements.csv", 0),
                "agreement_id",
                id,
                "\"" + id + "\" was in the previous run and is not in this one: " + why,
                outcome == Counted.Outcome.NOT_LISTED
                        ? "put its row back; if it was removed on purpose, the next run no longer reports it"
                        : outcome == Counted.Outcome.TERMS_REJECTED
                                ? "correct the row, and run again"
                                : "run for a day after its signature"));
    }
}
