package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.CancellationNotice;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.publish.Sha256;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The shares to be cancelled, as the papers of an agreement show them (SPA 5.2(1)): the list, and the instruction to return
 * them, for which the Escrow Agreement has no mechanism (EA 3).
 */
public final class CancellationPaperContent extends PaperContent {

    private static final int DIGITS = 8;

    CancellationPaperContent(AgreementResult result) {
        super(result);
    }

    /**
     * Whether shares are to be cancelled that were not returned yet, and that can matter: all years are assessed, or the
     * agreement expires within a year.
     */
    boolean isDue() {
        return toReturn().count() > 0 && (isFinal() || areAllYearsAssessed() || expiresWithinAYear());
    }

    private boolean areAllYearsAssessed() {
        return result().determination().years().stream()
                .allMatch(year -> year.assessment().isPresent());
    }

    private boolean expiresWithinAYear() {
        return result().agreement()
                .expiration()
                .on()
                .filter(day -> !day.isAfter(result().asOf().plusYears(1)))
                .isPresent();
    }

    /** Whether the list can no longer change. */
    public boolean isFinal() {
        return notices().stream().noneMatch(notice -> notice.status() == CancellationNotice.Status.PROJECTED);
    }

    /** The number of the list, derived from its content: the same list always has the same number. */
    String listNumber() {
        return result().agreementId() + "-CL-" + digest();
    }

    /** The number of the return instruction. */
    String returnNumber() {
        return result().agreementId() + "-RI-" + digest();
    }

    private String digest() {
        StringBuilder content = new StringBuilder(160);
        content.append(result().agreementId()).append('\n');
        content.append(expiresOn()).append('\n');
        for (CancellationNotice notice : notices()) {
            content.append(notice.tranche().number())
                    .append(':')
                    .append(notice.toCancel().count())
                    .append(':')
                    .append(notice.returned().exact())
                    .append(':')
                    .append(notice.status())
                    .append('\n');
        }
        return Sha256.of(content.toString().getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    }

    public List<CancellationNotice> notices() {
        return result().determination().cancellations();
    }

    public static String clauses(CancellationNotice notice) {
        return notice.clauses().stream().map(Clause::citation).collect(Collectors.joining(", "));
    }

    /** The shares of a tranche that are still to be returned, in shares of the day. */
    public static Shares toReturn(CancellationNotice notice) {
        return notice.returnQuantity()
                .orElseGet(() -> Shares.of(Math.max(
                        0, notice.toCancel().count() - notice.returned().wholeCount())));
    }

    public Shares toCancel() {
        return total(CancellationNotice::toCancel);
    }

    public ExactShares returned() {
        ExactShares returned = ExactShares.NONE;
        for (CancellationNotice notice : notices()) {
            returned = returned.plus(notice.returned());
        }
        return returned;
    }

    public Shares toReturn() {
        return total(CancellationPaperContent::toReturn);
    }

    private Shares total(Function<CancellationNotice, Shares> shares) {
        return Shares.of(notices().stream()
                .mapToLong(notice -> shares.apply(notice).count())
                .sum());
    }

    public String toReturnInWords() {
        return NumberInWords.of(toReturn().count());
    }

    /** The shares that are deducted and in escrow today. */
    public ExactShares deductedInEscrow() {
        return result().determination().position().deducted();
    }

    /** The day of expiration, or a blank. */
    public String expiresOn() {
        return result().agreement()
                .expiration()
                .on()
                .map(LocalDate::toString)
                .orElseGet(() -> Blank.of("day of expiration"));
    }

    /** The document that gives it, or a blank. */
    public String expiryDocument() {
        return Blank.unlessGiven(result().agreement().expiration().document(), "document of expiration");
    }

    /** Why the list can still change, once the agreement has expired; empty otherwise. */
    public List<String> waitsFor() {
        return result().findings().stream()
                .filter(finding -> finding.code() == FindingCode.CANCELLATION_WAITS)
                .map(Finding::message)
                .map(Printability::spelledOut)
                .toList();
    }
}
