package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.terms.Shares;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One row on a joint written instruction of issuer and purchaser (EA 3.1(b)): who has signed the quantity, when the agent
 * received it, and whether it was withdrawn. A day that is not given has not come yet.
 *
 * @param year the assessment year whose result it instructs
 * @param instructionId the number of the draft that was signed
 * @param tranche the year whose shares the row is about; nothing if it is about the whole instruction
 * @param shares of the tranche; without one of the whole instruction, over all its tranches
 * @param withdrawnOn the first day on which the agent may not act on it any more
 */
public record JointInstruction(
        int year,
        String instructionId,
        Optional<Integer> tranche,
        Shares shares,
        Optional<LocalDate> signedByIssuerOn,
        Optional<LocalDate> signedByPurchaserOn,
        Optional<LocalDate> receivedOn,
        Optional<LocalDate> withdrawnOn,
        Source source) {

    public boolean isSigned() {
        return signedByIssuerOn.isPresent() && signedByPurchaserOn.isPresent();
    }

    /** Signed by both and received: the agent may act on it. */
    public boolean isComplete() {
        return isSigned() && receivedOn.isPresent();
    }

    /** The day of the first signature; nothing if there is none. */
    public Optional<LocalDate> firstSignedOn() {
        if (signedByIssuerOn.isPresent() && signedByPurchaserOn.isPresent()) {
            return signedByIssuerOn.get().isBefore(signedByPurchaserOn.get()) ? signedByIssuerOn : signedByPurchaserOn;
        }
        return signedByIssuerOn.or(this::signedByPurchaserOn);
    }

    /** The day of the later signature, whose shares it counts in; nothing if there is none. */
    public Optional<LocalDate> lastSignedOn() {
        if (signedByIssuerOn.isPresent() && signedByPurchaserOn.isPresent()) {
            return signedByIssuerOn.get().isBefore(signedByPurchaserOn.get()) ? signedByPurchaserOn : signedByIssuerOn;
        }
        return signedByIssuerOn.or(this::signedByPurchaserOn);
    }

    /** Whether the first signature was there on a day. */
    public boolean isSignedBy(LocalDate day) {
        return firstSignedOn().filter(signed -> !signed.isAfter(day)).isPresent();
    }

    /** The row as it was on an earlier day. */
    public JointInstruction asKnownOn(LocalDate day) {
        return new JointInstruction(
                year,
                instructionId,
                tranche,
                shares,
                signedByIssuerOn.filter(on -> !on.isAfter(day)),
                signedByPurchaserOn.filter(on -> !on.isAfter(day)),
                receivedOn.filter(on -> !on.isAfter(day)),
                withdrawnOn.filter(on -> !on.isAfter(day)),
                source);
    }

    /** Whether the other row has the same signatures, receipt and withdrawal. */
    public boolean hasTheSameDaysAs(JointInstruction other) {
        return signedByIssuerOn.equals(other.signedByIssuerOn)
                && signedByPurchaserOn.equals(other.signedByPurchaserOn)
                && receivedOn.equals(other.receivedOn)
                && withdrawnOn.equals(other.withdrawnOn);
    }

    public boolean saysTheSameAs(JointInstruction other) {
        return equals(new JointInstruction(
                other.year,
                other.instructionId,
                other.tranche,
                other.shares,
                other.signedByIssuerOn,
                other.signedByPurchaserOn,
                other.receivedOn,
                other.withdrawnOn,
                source));
    }
}
