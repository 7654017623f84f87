package io.earnout.present.papers;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.determination.Position;
import io.earnout.escrow.determination.YearStatement;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.release.InstructionToSign;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** An agreement as its board looks at it, on one page: where the shares are, what is due, and what is next. */
public final class SummaryContent extends PaperContent {

    /** The latest years that are shown one by one; earlier ones are in the report. */
    private static final int YEARS = 6;

    private static final int DATES = 5;
    private static final int INSTRUCTIONS = 6;
    private static final BigInteger THOUSAND = BigInteger.valueOf(1_000);

    SummaryContent(AgreementResult result) {
        super(result);
    }

    /**
     * A part of the consideration shares.
     *
     * @param name e.g. {@code released to the seller}
     * @param tenths its tenths of a percent of the whole, rounded down
     * @param shade which of the shades of the picture it has
     */
    public record Part(String name, String clauses, ExactShares shares, int tenths, String shade) {

        /** E.g. {@code 12.5%}. */
        public String percent() {
            return tenths / 10 + "." + tenths % 10 + "%";
        }
    }

    /** Where the consideration shares are. */
    public List<Part> parts() {
        Position position = position();
        return List.of(
                part("released to the seller", "EA 3.2", position.released(), "#1f4e79"),
                part("to be released: to instruct, or instructed", "EA 3.1(b)", position.releasable(), "#5b9bd5"),
                part("held", "EA 3", position.held(), "#c55a11"),
                part("deducted, in escrow until expiration", "SPA 5.2(1)", position.deducted(), "#f4b183"),
                part("returned for cancellation", "SPA 5.2(1)", position.returned(), "#7f7f7f"),
                part("of years not assessed", "SPA 5.1", position.unassessed(), "#e3e3e3"));
    }

    private Part part(String name, String clauses, ExactShares shares, String shade) {
        int tenths = BigInteger.valueOf(shares.wholeCount())
                .multiply(THOUSAND)
                .divide(BigInteger.valueOf(position().considerationShares().count()))
                .intValue();
        return new Part(name, clauses, shares, tenths, shade);
    }

    public Position position() {
        return result().determination().position();
    }

    /** The latest years that have a result. */
    public List<YearStatement> years() {
        List<YearStatement> assessed = assessed();
        return assessed.subList(Math.max(0, assessed.size() - YEARS), assessed.size());
    }

    /** How many assessed years are not shown. */
    public int earlierYears() {
        return Math.max(0, assessed().size() - YEARS);
    }

    private List<YearStatement> assessed() {
        return result().determination().years().stream()
                .filter(year -> year.assessment().isPresent())
                .toList();
    }

    public String currency() {
        return result().agreement().currency();
    }

    /** How many years the agreement has. */
    public int allYears() {
        return result().determination().years().size();
    }

    /** The first joint written instructions to be signed or to be received. */
    public List<InstructionToSign> toSign() {
        List<InstructionToSign> all = result().determination().toSign();
        return all.subList(0, Math.min(INSTRUCTIONS, all.size()));
    }

    public int moreToSign() {
        return Math.max(0, result().determination().toSign().size() - INSTRUCTIONS);
    }

    /** What an instruction waits for. */
    public static String waitsFor(InstructionToSign instruction) {
        return instruction
                .onRecord()
                .map(row -> row.signedByIssuerOn().isEmpty()
                                || row.signedByPurchaserOn().isEmpty()
                        ? "the second signature"
                        : "its receipt by the Escrow Agent")
                .orElse("both signatures");
    }

    /** The shares to be cancelled as it is today. */
    public Shares toCancel() {
        return Shares.of(result().determination().cancellations().stream()
                .map(CancellationNotice::toCancel)
                .mapToLong(Shares::count)
                .sum());
    }

    /** Those that will be cancelled at least. */
    public Shares certainlyCancelled() {
        return result().certainlyCancelled();
    }

    /** The shares to which the seller is entitled under the reading in force. */
    public Shares entitled() {
        return result().determination().settlement().entitled();
    }

    /** The next dates, those that are missed first. */
    public List<Deadline> dates() {
        return result().determination().deadlines().stream()
                .sorted(Comparator.comparing(Deadline::dueOn).thenComparing(Deadline::year))
                .limit(DATES)
                .toList();
    }

    public static String clauses(Deadline deadline) {
        return deadline.kind().clauses().stream().map(Clause::citation).collect(Collectors.joining(", "));
    }

    public String daysLeft(Deadline deadline) {
        long days = deadline.daysLeft(result().asOf());
        return days < 0 ? "missed by " + -days + " days" : days + " days left";
    }

    /** How many points need a person. */
    public long toDecide() {
        return result().findings().stream()
                .filter(finding -> finding.code().severity() == Severity.ERROR)
                .count();
    }
}
