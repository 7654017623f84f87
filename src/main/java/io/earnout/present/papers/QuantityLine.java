package io.earnout.present.papers;

import io.earnout.escrow.release.ReleaseInstruction;
import io.earnout.terms.Clause;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Shares;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One line of an instruction as a paper shows it: a tranche, the clauses under which its shares move, and their status.
 *
 * @param movement the release or restoration, in words
 * @param ofTheDay what is to be instructed in shares of the day; nothing where these are signed shares
 * @param isRestored whether the shares were deducted before
 * @param ofInstruction the part of the shares that the instruction at hand is about, in shares of the day
 */
public record QuantityLine(
        int trancheYear,
        String movement,
        String clauses,
        Shares entitled,
        ExactShares confirmed,
        ExactShares instructed,
        ExactShares held,
        ExactShares toInstruct,
        Optional<ReleaseInstruction.OfTheDay> ofTheDay,
        boolean isRestored,
        Shares ofInstruction) {

    static QuantityLine of(ReleaseInstruction line, Shares ofInstruction) {
        int tranche = line.tranche().number();
        return new QuantityLine(
                tranche,
                line.kind() == ReleaseInstruction.Kind.RELEASE
                        ? "release of the tranche of year " + tranche
                        : "restoration of deducted shares of year " + tranche,
                line.clauses().stream().map(Clause::citation).collect(Collectors.joining(", ")),
                line.entitled(),
                line.confirmed(),
                line.instructed(),
                line.held(),
                line.toInstruct(),
                line.ofTheDay(),
                line.kind() != ReleaseInstruction.Kind.RELEASE,
                ofInstruction);
    }

    public String ofInstructionInWords() {
        return NumberInWords.of(ofInstruction.count());
    }

    public String ofInstructionInChinese() {
        return NumberInWords.sharesInChinese(ofInstruction);
    }
}
