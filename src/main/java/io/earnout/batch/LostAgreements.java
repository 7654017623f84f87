package io.earnout.batch;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.present.changes.PreviousAgreements;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Finds every agreement that the previous run had and this run doesn't settle. */
final class LostAgreements implements Consumer<EscrowCheck.Met> {

    private final PreviousAgreements before;
    private final LocalDate asOf;
    private final Consumer<Finding> findings;
    private long count;

    LostAgreements(PreviousAgreements before, LocalDate asOf, Consumer<Finding> findings) {
        this.before = before;
        this.asOf = asOf;
        this.findings = findings;
    }

    /** Takes the next id that the files name. */
    @Override
    public void accept(EscrowCheck.Met met) {
        try {
            boolean had = before.had(met.id(), id -> find(id, EscrowCheck.Outcome.NOT_LISTED));
            boolean isSaid =
                    met.outcome() == EscrowCheck.Outcome.SETTLED || met.outcome() == EscrowCheck.Outcome.STOPS_THE_RUN;
            if (had && !isSaid) {
                find(met.id(), met.outcome());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All ids were taken. */
    void end() throws IOException {
        before.end(id -> find(id, EscrowCheck.Outcome.NOT_LISTED));
    }

    /** How many are lost. */
    long count() {
        return count;
    }

    private void find(String id, EscrowCheck.Outcome outcome) {
        count++;
        String why = switch (outcome) {
            case TERMS_REJECTED -> "a row with its terms is invalid";
            case SIGNED_LATER -> "it was signed after " + asOf;
            default -> "it has no row in agreements.csv";
        };
        findings.accept(new Finding(
                FindingCode.AGREEMENT_LOST,
                "",
                0,
                new Source("agreements.csv", 0),
                "agreement_id",
                id,
                "\"" + id + "\" was in the previous run and is not in this one: " + why,
                outcome == EscrowCheck.Outcome.NOT_LISTED
                        ? "put its row back; if it was removed on purpose, the next run no longer reports it"
                        : outcome == EscrowCheck.Outcome.TERMS_REJECTED
                                ? "correct the row, and run again"
                                : "run for a day after its signature"));
    }
}
