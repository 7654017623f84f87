package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.Party;
import java.time.LocalDate;

/** What every paper says of its agreement: who the parties are, what was signed when, and what the shares are called. */
public abstract sealed class PaperContent permits YearPaperContent, CancellationPaperContent {

    private final AgreementResult dossier;

    PaperContent(AgreementResult dossier) {
        this.dossier = dossier;
    }

    public String agreementId() {
        return dossier.agreementId();
    }

    /** The day on which both agreements were signed, as it stands on record. */
    public LocalDate signedOn() {
        return dossier.agreement().signedOn();
    }

    /** What the shares are called; a blank where the record doesn't say. */
    public String shareClass() {
        return Blank.unlessGiven(dossier.agreement().shareClass(), "share class");
    }

    public NamedParty issuer() {
        return NamedParty.of(dossier, Party.Role.ISSUER);
    }

    public NamedParty purchaser() {
        return NamedParty.of(dossier, Party.Role.PURCHASER);
    }

    public NamedParty seller() {
        return NamedParty.of(dossier, Party.Role.SELLER);
    }

    public NamedParty escrowAgent() {
        return NamedParty.of(dossier, Party.Role.ESCROW_AGENT);
    }

    public NamedParty targetCompany() {
        return NamedParty.of(dossier, Party.Role.TARGET_COMPANY);
    }
}
