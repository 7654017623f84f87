package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Source;
import io.earnout.escrow.record.Party;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A party as a paper names it: as the register of parties has it, and as the agreement does where that differs. What is not
 * on record is a blank.
 *
 * @param capacity its role, e.g. {@code Issuer (Party A)}
 * @param name as it is to sign, or a blank
 * @param alsoNamed the name in the agreement, where it is another one; empty otherwise
 * @param account with its label, or a blank, as are registration and contact
 * @param places the files and lines of the record
 */
public record NamedParty(
        Party.Role role,
        String capacity,
        String name,
        String alsoNamed,
        String address,
        String registration,
        String account,
        String contact,
        String places) {

    static NamedParty of(AgreementResult result, Party.Role role) {
        Optional<Party> onRecord = result.escrow().registers().parties().stream()
                .filter(party -> party.role() == role)
                .findFirst();
        String inAgreement = role.nameIn(result.agreement().parties());
        String inRegister = onRecord.map(Party::name).orElse("");
        boolean differs = !inRegister.isEmpty() && !inAgreement.isEmpty() && !inRegister.equals(inAgreement);
        List<String> places = new ArrayList<>(2);
        onRecord.map(Party::source).map(Source::toString).ifPresent(places::add);
        if (!inAgreement.isEmpty()) {
            places.add(result.escrow().origins().agreement().toString());
        }
        return new NamedParty(
                role,
                capacityOf(role),
                Blank.unlessGiven(inRegister.isEmpty() ? inAgreement : inRegister, "name"),
                differs ? inAgreement : "",
                Blank.unlessGiven(onRecord.map(Party::address).orElse(""), "address"),
                labelled("registration", onRecord.map(Party::registration).orElse("")),
                labelled("account", onRecord.map(Party::account).orElse("")),
                labelled("contact", onRecord.map(Party::contact).orElse("")),
                String.join(", ", places));
    }

    /** The terms of the party that are signed, without the place where they were read. */
    List<String> terms() {
        return List.of(name, alsoNamed, address, registration, account);
    }

    /** Whether the account that shares move to or from is on record. */
    boolean hasAccount() {
        return !account.equals(Blank.of("account"));
    }

    /** Its name, and in brackets the one in the agreement where that is another. */
    public String fullName() {
        return alsoNamed.isEmpty() ? name : name + " (" + alsoNamed + ")";
    }

    /** The account without its label, or a blank. */
    public String accountNumber() {
        return withoutLabel("account", account);
    }

    /** The registration without its label, or a blank. */
    public String registrationNumber() {
        return withoutLabel("registration", registration);
    }

    private static String withoutLabel(String what, String text) {
        return Blank.is(text) ? text : text.substring(what.length() + 1);
    }

    private static String labelled(String what, String text) {
        return text.isEmpty() ? Blank.of(what) : what + " " + text;
    }

    private static String capacityOf(Party.Role role) {
        return switch (role) {
            case ISSUER -> "Issuer (Party A)";
            case PURCHASER -> "Purchaser (Party B)";
            case SELLER -> "Seller (Party C)";
            case ESCROW_AGENT -> "Escrow Agent (Party D)";
            case TARGET_COMPANY -> "Target Company";
            case TRANSFER_AGENT -> "Transfer Agent";
        };
    }
}
