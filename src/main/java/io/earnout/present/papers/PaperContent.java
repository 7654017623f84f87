package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.record.Party;
import io.earnout.escrow.record.ShareChange;
import io.earnout.escrow.record.ShareChanges;
import io.earnout.terms.OffsetDirection;
import java.time.LocalDate;
import java.util.List;

/** The parts of an agreement that every paper shows: the parties, the day of signing, and the class of shares. */
public abstract class PaperContent {

    private final AgreementResult result;

    PaperContent(AgreementResult result) {
        this.result = result;
    }

    final AgreementResult result() {
        return result;
    }

    /** The day on which both agreements were signed, as on record. */
    public LocalDate signedOn() {
        return result.agreement().signedOn();
    }

    /** Which shortfalls an excess can offset. */
    public OffsetDirection offsetDirection() {
        return result.agreement().offsetDirection();
    }

    /** Which shortfalls an excess offsets, in words, without the name of the column. */
    public String offsetInWords() {
        String words = offsetDirection().inWords();
        return words.substring(words.indexOf(": ") + 2);
    }

    /** The class of shares; a blank where it is not on record. */
    public String shareClass() {
        return Blank.unlessGiven(result.agreement().shareClass(), "share class");
    }

    /** Whether shares of the day are others than those of the day of signature. */
    public boolean isConverted() {
        return !shareChanges().isEmpty();
    }

    /** The share changes that lie between the signature and the day. */
    public List<ShareChanges.Step> shareChanges() {
        return result.shareChanges();
    }

    /** The resolution on a share change. */
    public String document(ShareChange change) {
        return Printability.spelledOut(change.document());
    }

    public NamedParty issuer() {
        return NamedParty.of(result, Party.Role.ISSUER);
    }

    public NamedParty purchaser() {
        return NamedParty.of(result, Party.Role.PURCHASER);
    }

    public NamedParty seller() {
        return NamedParty.of(result, Party.Role.SELLER);
    }

    public NamedParty escrowAgent() {
        return NamedParty.of(result, Party.Role.ESCROW_AGENT);
    }

    /** The issuer's registrar; without a name where none is on record. */
    public NamedParty transferAgent() {
        return NamedParty.of(result, Party.Role.TRANSFER_AGENT);
    }

    public NamedParty targetCompany() {
        return NamedParty.of(result, Party.Role.TARGET_COMPANY);
    }
}
