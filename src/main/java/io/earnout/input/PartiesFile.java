package io.earnout.input;

import io.earnout.escrow.record.Party;
import io.earnout.input.csv.ChoiceCell;
import io.earnout.input.csv.Column;
import io.earnout.input.csv.Row;
import io.earnout.input.csv.Schema;
import io.earnout.input.csv.TextCell;
import java.util.Optional;

/**
 * {@code parties.csv}: how the parties are called and reached in the documents. {@code agreement_id} and {@code role} ({@code
 * issuer}, {@code purchaser}, {@code seller}, {@code escrow-agent}, {@code target-company}) are required; {@code name},
 * {@code address}, {@code registration}, {@code account} and {@code contact} stay blanks to fill in where they are empty.
 */
final class PartiesFile {

    static final Schema COLUMNS = Schema.ofAgreements();

    static final Column<String> AGREEMENT_ID = COLUMNS.owner("agreement_id");
    static final Column<Party.Role> ROLE = COLUMNS.required("role", ChoiceCell.of(Party.Role.values()));
    static final Column<String> NAME = COLUMNS.optional("name", TextCell.TEXT);
    static final Column<String> ADDRESS = COLUMNS.optional("address", TextCell.TEXT);
    static final Column<String> REGISTRATION = COLUMNS.optional("registration", TextCell.TEXT);
    static final Column<String> ACCOUNT = COLUMNS.optional("account", TextCell.TEXT);
    static final Column<String> CONTACT = COLUMNS.optional("contact", TextCell.TEXT);

    private PartiesFile() {}

    /** The party, if the row is sound. */
    static Optional<Party> read(Row row) {
        Party party = new Party(
                row.get(ROLE),
                row.get(NAME),
                row.get(ADDRESS),
                row.get(REGISTRATION),
                row.get(ACCOUNT),
                row.get(CONTACT),
                row.source());
        return row.isSound() ? Optional.of(party) : Optional.empty();
    }
}
