package io.earnout.terms;

/**
 * One assessment year with its performance target (SPA 4.1) and its tranche, for Kaixin one-fifth of the consideration
 * shares (SPA 5.1).
 *
 * @param number 1 for the first year, up to {@value #MOST}
 * @param period its days
 * @param target the operating revenue that it shall not be less than; above zero
 * @param tranche the shares that it decides on; at least one
 */
public record AssessmentYear(int number, Period period, Money target, Shares tranche) {

    /** The most assessment years that an agreement may have. */
    public static final int MOST = 40;

    public AssessmentYear {
        if (number < 1 || number > MOST) {
            throw new IllegalArgumentException("an assessment year is numbered from 1 to " + MOST + ", not " + number);
        }
        if (target.isZero() || tranche.isNone()) {
            throw new IllegalArgumentException("year " + number + " needs a target and a tranche above zero");
        }
    }

    /** This year's own rate of revenue to shares. */
    public Conversion conversion() {
        return new Conversion(tranche, target);
    }
}
