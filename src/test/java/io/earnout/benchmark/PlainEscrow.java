package io.earnout.benchmark;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Article 5 for one agreement under the default readings, written straight down in whole numbers. It knows what the
 * invented portfolio has (targets that rise, equal tranches, so that no credit ever closes a deduction) and refuses the
 * rest.
 */
final class PlainEscrow {

    /** Where the rows go. */
    interface Rows {
        void line(PlainEscrow escrow, PlainLine line);

        void cancellation(PlainEscrow escrow, PlainYear year);
    }

    record Approval(String firm, String approvedOn, String withdrawnOn) {}

    final String id;
    final String issuer;
    final String seller;
    final String expiresOn;
    final List<Approval> approvals = new ArrayList<>(1);
    final List<PlainYear> years = new ArrayList<>(5);

    PlainEscrow(String id, String issuer, String seller, String expiresOn) {
        this.id = id;
        this.issuer = issuer;
        this.seller = seller;
        this.expiresOn = expiresOn;
    }

    /** SPA 4.2: a report counts from a firm that was approved on its date. ISO dates compare as text. */
    boolean isApproved(String firm, String reportDate) {
        for (Approval approval : approvals) {
            if (approval.firm().equals(firm)
                    && approval.approvedOn().compareTo(reportDate) <= 0
                    && (approval.withdrawnOn().isEmpty()
                            || approval.withdrawnOn().compareTo(reportDate) > 0)) {
                return true;
            }
        }
        return false;
    }

    PlainYear year(int number) {
        for (PlainYear year : years) {
            if (year.number == number) {
                return year;
            }
        }
        throw new IllegalArgumentException(id + " has no year " + number);
    }

    void settle(Rows rows) {
        years.sort(Comparator.comparingInt(year -> year.number));
        boolean everyEarlierYearAssessed = true;
        List<PlainLine> lines = new ArrayList<>(5);
        for (PlainYear year : years) {
            if (year.revenue == PlainYear.NO_REPORT) {
                everyEarlierYearAssessed = false;
                continue;
            }
            long earned = year.tranche;
            if (year.revenue < year.target) {
                earned = quotient(year.revenue, year.tranche, year.target);
                year.openHalfFen = 2 * (year.target - year.revenue);
            } else if (year.revenue > year.target && everyEarlierYearAssessed) {
                restore(year, lines);
            }
            earned = year.agreed < 0 ? earned : year.agreed;
            year.deducted = year.tranche - earned;
            if (earned > 0) {
                lines.add(new PlainLine(year, year, earned, 0));
            }
            weigh(year, lines);
            for (PlainLine line : lines) {
                rows.line(this, line);
            }
            lines.clear();
        }
        for (PlainYear year : years) {
            if (year.deducted > 0) {
                rows.cancellation(this, year);
            }
        }
    }

    /** What is signed for, held or to be instructed of what the agent has not moved yet. */
    private void weigh(PlainYear year, List<PlainLine> lines) {
        long left = 0;
        for (PlainLine line : lines) {
            left += line.left();
        }
        long open = year.open();
        if (open != 0 && open != left) {
            throw new IllegalStateException(id + ": the plain loop knows no paper of another quantity");
        }
        for (PlainLine line : lines) {
            line.held = year.suspended ? line.left() : 0;
            line.instructed = open > 0 ? line.left() - line.held : 0;
            line.toInstruct = line.left() - line.held - line.instructed;
        }
    }

    /** SPA 5.2(2), oldest first; the sum is rounded down and dealt out by largest remainder. */
    private void restore(PlainYear year, List<PlainLine> lines) {
        int earlier = year.number - 1;
        long[] laid = new long[earlier];
        long[] remainders = new long[earlier];
        long[] shares = new long[earlier];
        long credit = year.revenue - year.target;
        long divisor = 2 * year.target;
        long remainder = 0;
        long left = 0;
        for (int i = 0; i < earlier && credit > 0; i++) {
            PlainYear open = years.get(i);
            if (open.openHalfFen == 0) {
                continue;
            }
            if (open.target >= year.target || open.tranche != year.tranche) {
                throw new IllegalStateException(id + ": the plain loop knows rising targets and equal tranches alone");
            }
            laid[i] = Math.min(credit, open.openHalfFen);
            credit -= laid[i];
            open.openHalfFen -= laid[i];
            long whole = quotient(laid[i], year.tranche, divisor);
            // exact although the products may wrap: what is left is smaller than the divisor
            remainders[i] = laid[i] * year.tranche - whole * divisor;
            remainder += remainders[i];
            shares[i] = Math.min(whole, open.stillDeducted());
            left += whole - shares[i];
        }
        dealOut(left + remainder / divisor, laid, remainders, shares);
        for (int i = 0; i < earlier; i++) {
            if (shares[i] > 0) {
                years.get(i).restored += shares[i];
                lines.add(new PlainLine(year, years.get(i), shares[i], laid[i]));
            }
        }
    }

    /** One share to each in the order of the remainders, ties to the older year, and again while any are left. */
    private void dealOut(long left, long[] laid, long[] remainders, long[] shares) {
        boolean[] dealt = new boolean[laid.length];
        long toDeal = left;
        boolean again = true;
        while (toDeal > 0 && again) {
            again = false;
            Arrays.fill(dealt, false);
            for (int next = next(laid, remainders, shares, dealt);
                    toDeal > 0 && next >= 0;
                    next = next(laid, remainders, shares, dealt)) {
                shares[next]++;
                dealt[next] = true;
                toDeal--;
                again = true;
            }
        }
    }

    private int next(long[] laid, long[] remainders, long[] shares, boolean[] dealt) {
        int next = -1;
        for (int i = 0; i < laid.length; i++) {
            boolean room = laid[i] > 0 && !dealt[i] && shares[i] < years.get(i).stillDeducted();
            if (room && (next < 0 || remainders[i] > remainders[next])) {
                next = i;
            }
        }
        return next;
    }

    /** a x b / divisor rounded down; the product may need 128 bits. */
    private static long quotient(long a, long b, long divisor) {
        long product = a * b;
        if (product >= 0 && Math.multiplyHigh(a, b) == 0) {
            return product / divisor;
        }
        return BigInteger.valueOf(a)
                .multiply(BigInteger.valueOf(b))
                .divide(BigInteger.valueOf(divisor))
                .longValueExact();
    }
}
