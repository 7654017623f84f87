package io.earnout.input;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.TextSimilarity;
import io.earnout.escrow.record.Adjustment.Signatory;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Texts;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who signed, as a cell lists them: {@code issuer; purchaser; seller; escrow-agent}. */
final class Signatories {

    /** No party's name has one of these in it. */
    private static final Pattern SEPARATORS = Pattern.compile("[;,\\uFF1B\\uFF0C\\u3001]");

    private Signatories() {}

    /** Those that a cell names; the row is rejected if it names anyone else. */
    static Set<Signatory> of(Row row, Column<String> column) {
        Set<Signatory> signed = EnumSet.noneOf(Signatory.class);
        String text = row.get(column);
        for (String part : text.isEmpty() ? new String[0] : SEPARATORS.split(text, -1)) {
            String name = part.strip();
            if (name.isEmpty()) {
                continue; // a semicolon behind the last one
            }
            Optional<Signatory> party = signatory(name);
            if (party.isEmpty()) {
                row.reject(
                        FindingCode.SIGNATORY_UNKNOWN,
                        column,
                        "names \"" + Texts.shown(name) + "\", who is none of the parties",
                        "write issuer; purchaser; seller; escrow-agent, each who signed");
            } else {
                signed.add(party.get());
            }
        }
        return signed;
    }

    private static Optional<Signatory> signatory(String name) {
        String folded = TextSimilarity.folded(name);
        for (Signatory party : Signatory.values()) {
            if (TextSimilarity.folded(party.term()).equals(folded)) {
                return Optional.of(party);
            }
        }
        return Optional.empty();
    }
}
