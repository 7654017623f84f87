package io.earnout.input;

import io.earnout.escrow.record.Party;
import java.util.Optional;

/**
 * {@code parties.csv}: how the parties are called and reached in the papers. {@code agreement_id} and {@code role} ({@code
 * issuer}, {@code purchaser}, {@code seller}, {@code escrow-agent}, {@code target-company}) are required; {@code name},
 * {@code address}, {@code registration}, {@code account} and {@code contact} stay blanks to fill in where they are empty.
 */
final class PartiesFile {

    enum Columns implements Column {
        AGREEMENT_ID,
        ROLE,
        NAME,
        ADDRESS,
        REGISTRATION,
        ACCOUNT,
        CONTACT;

        @Override
        public boolean required() {
            return this == AGREEMENT_ID || this == ROLE;
        }
    }

    private static final Party.Role[] ROLES = Party.Role.values();

    private PartiesFile() {}

    /** The party, if the row is sound. */
    static Optional<Party> read(Row row) {
        Party party = new Party(
                row.requiredChoice(Columns.ROLE, ROLES, Party.Role::term),
                row.optionalText(Columns.NAME),
                row.optionalText(Columns.ADDRESS),
                row.optionalText(Columns.REGISTRATION),
                row.optionalText(Columns.ACCOUNT),
                row.optionalText(Columns.CONTACT),
                row.source());
        return row.isSound() ? Optional.of(party) : Optional.empty();
    }
}
