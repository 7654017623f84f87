package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.terms.Agreement;
import io.earnout.terms.Term;
import java.util.Arrays;
import java.util.List;

/**
 * What is on record of one party for the documents: its name there, where it is, and which account the shares go to.
 * Text that was not given is empty, and stays a blank in the documents.
 *
 * @param registration the number under which it is registered, as it is on record; of a transfer agent that of the shares in
 *     the register, their CUSIP or ISIN
 * @param account the securities account
 * @param contact who is to be written to
 */
public record Party(
        Role role, String name, String address, String registration, String account, String contact, Source source) {

    /** What it is in the agreements. */
    public enum Role implements Term {
        ISSUER("issuer"),
        PURCHASER("purchaser"),
        SELLER("seller"),
        ESCROW_AGENT("escrow-agent"),
        TARGET_COMPANY("target-company"),
        /** Who keeps the issuer's register of members: no party to the agreements. */
        TRANSFER_AGENT("transfer-agent");

        private final String term;

        Role(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }

        /** How the agreement calls it; empty where it doesn't say. */
        public String nameIn(Agreement.Parties parties) {
            return switch (this) {
                case ISSUER -> parties.issuer();
                case PURCHASER -> parties.purchaser();
                case SELLER -> parties.seller();
                case ESCROW_AGENT -> parties.escrowAgent();
                case TARGET_COMPANY -> parties.targetCompany();
                case TRANSFER_AGENT -> "";
            };
        }
    }

    /** All of its texts. */
    public List<String> texts() {
        return Arrays.asList(name, address, registration, account, contact);
    }
}
