package io.earnout.escrow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What may be instructed, a second time: written from what was decided on transfers, papers and gates, with bare numbers in
 * tables, and sharing nothing with the releases that it is held against. Every year has a target of 200 and a tranche of 100
 * shares, so that a revenue below it in steps of 2, or above it in steps of 4, moves whole shares alone.
 */
final class NaiveReleases {

    static final long TARGET = 200;
    static final long TRANCHE = 100;

    /** What the agent moved. */
    private record Move(int year, int tranche, long shares) {}

    /**
     * What was signed.
     *
     * @param determination what the number stands for; empty if it stands for nothing
     * @param movesBefore how much was moved before it was signed
     */
    private record Paper(int year, String determination, long shares, boolean complete, int movesBefore) {}

    private final int years;
    private final long[] revenue;
    private final String[] report;
    private final List<Move> moves = new ArrayList<>();
    private final List<Paper> papers = new ArrayList<>();

    /** The year of the suspension in force; 0 for all years, -1 for none. */
    int suspended = -1;

    // by assessment year and tranche, both numbered from 1
    long[][] entitled = new long[0][0];
    long[][] confirmed = new long[0][0];
    long[][] instructed = new long[0][0];
    long[][] held = new long[0][0];
    long[][] toInstruct = new long[0][0];
    // by tranche
    long[] released = new long[0];
    long[] overReleased = new long[0];
    /** Whether a year's papers cover a part alone, so that it isn't decided on which of its lines. */
    boolean[] inPart = new boolean[0];

    private boolean whole;
    private boolean[] counted = new boolean[0];

    NaiveReleases(int years) {
        this.years = years;
        revenue = new long[years + 1];
        Arrays.fill(revenue, -1);
        report = new String[years + 1];
        Arrays.fill(report, "");
    }

    NaiveReleases copy() {
        NaiveReleases copy = new NaiveReleases(years);
        System.arraycopy(revenue, 0, copy.revenue, 0, revenue.length);
        System.arraycopy(report, 0, copy.report, 0, report.length);
        copy.moves.addAll(moves);
        copy.papers.addAll(papers);
        copy.suspended = suspended;
        return copy;
    }

    void report(int year, long amount, String id) {
        revenue[year] = amount;
        report[year] = id;
    }

    void move(int year, int tranche, long shares) {
        moves.add(new Move(year, tranche, shares));
    }

    /** Signs for the determination as it stands. */
    void sign(int year, long shares, boolean complete) {
        settle();
        papers.add(new Paper(year, determination(year), shares, complete, moves.size()));
    }

    void signUnknownNumber(int year, long shares) {
        papers.add(new Paper(year, "", shares, true, moves.size()));
    }

    private String determination(int year) {
        StringBuilder content = new StringBuilder();
        for (int tranche = 1; tranche <= year; tranche++) {
            if (entitled[year][tranche] > 0) {
                content.append(tranche)
                        .append(':')
                        .append(entitled[year][tranche])
                        .append(' ');
            }
        }
        return content.isEmpty() ? "" : report[year] + " " + content;
    }

    void compute() {
        settle();
        confirmed = new long[years + 1][years + 1];
        instructed = new long[years + 1][years + 1];
        held = new long[years + 1][years + 1];
        toInstruct = new long[years + 1][years + 1];
        released = new long[years + 1];
        overReleased = new long[years + 1];
        inPart = new boolean[years + 1];
        confirm();
        long[][] gated = holdAtGates();
        holdAgainstOverRelease();
        for (int year = 1; year <= years; year++) {
            weigh(year, sum(gated[year]));
        }
    }

    /** SPA 5: what every year releases of its own tranche, and gives back of the earlier ones, the oldest first. */
    private void settle() {
        entitled = new long[years + 1][years + 1];
        long[] open = new long[years + 1];
        boolean gap = false;
        for (int year = 1; year <= years; year++) {
            if (revenue[year] < 0) {
                gap = true;
            } else if (revenue[year] < TARGET) {
                entitled[year][year] = revenue[year] / 2;
                open[year] = TRANCHE - revenue[year] / 2;
            } else {
                entitled[year][year] = TRANCHE;
                long credit = gap ? 0 : (revenue[year] - TARGET) / 4;
                for (int earlier = 1; earlier < year; earlier++) {
                    long laid = Math.min(credit, open[earlier]);
                    entitled[year][earlier] = laid;
                    open[earlier] -= laid;
                    credit -= laid;
                }
            }
        }
    }

    private void confirm() {
        counted = new boolean[moves.size()];
        long inEscrow = years * TRANCHE;
        whole = false;
        for (int i = 0; i < counted.length; i++) {
            Move move = moves.get(i);
            if (move.shares() > inEscrow) {
                whole = true;
                continue;
            }
            inEscrow -= move.shares();
            counted[i] = true;
            released[move.tranche()] += move.shares();
            long left = move.shares() - lay(move.year(), move.tranche(), move.shares());
            for (int year = 1; year <= years; year++) {
                left -= lay(year, move.tranche(), left);
            }
        }
        for (int tranche = 1; tranche <= years; tranche++) {
            long due = 0;
            for (int year = 1; year <= years; year++) {
                due += entitled[year][tranche];
            }
            overReleased[tranche] = Math.max(0, released[tranche] - due);
        }
    }

    private long lay(int year, int tranche, long shares) {
        long laid = Math.min(shares, due(year, tranche));
        confirmed[year][tranche] += laid;
        return laid;
    }

    /** What isn't moved and not held. */
    private long due(int year, int tranche) {
        return entitled[year][tranche] - confirmed[year][tranche] - held[year][tranche];
    }

    private boolean isClosed(int year, int tranche) {
        return whole || suspended == 0 || suspended == year || suspended == tranche;
    }

    private long[][] holdAtGates() {
        long[][] gated = new long[years + 1][years + 1];
        for (int year = 1; year <= years; year++) {
            for (int tranche = 1; tranche <= year; tranche++) {
                gated[year][tranche] = isClosed(year, tranche) ? due(year, tranche) : 0;
                held[year][tranche] = gated[year][tranche];
            }
        }
        return gated;
    }

    private void holdAgainstOverRelease() {
        long left = sum(overReleased);
        for (int year = 1; year <= years; year++) {
            for (int tranche = 1; tranche <= year; tranche++) {
                long taken = isClosed(year, tranche) ? 0 : Math.min(left, due(year, tranche));
                held[year][tranche] += taken;
                left -= taken;
            }
        }
    }

    private void weigh(int year, long gated) {
        long available = 0;
        for (int tranche = 1; tranche <= year; tranche++) {
            available += due(year, tranche);
        }
        boolean incomplete = false;
        for (Paper paper : papers) {
            incomplete |= paper.year() == year && !paper.complete();
        }
        long[] left = left(year, true);
        long open = sum(left);
        if (open != available && open != available + gated) {
            long[] afterwards = left(year, false);
            if (sum(afterwards) == available || sum(afterwards) == available + gated) {
                left = afterwards;
                open = sum(left);
            }
        }
        if (open == available || open == available + gated) {
            put(year, instructed);
        } else if (open == 0 && !incomplete) {
            put(year, toInstruct);
        } else if (incomplete || open > available || !restsOnEarlier(year, left)) {
            put(year, held);
        } else {
            inPart[year] = true;
            instructed[year][0] = open;
            toInstruct[year][0] = available - open;
        }
    }

    private void put(int year, long[][] account) {
        for (int tranche = 1; tranche <= year; tranche++) {
            account[year][tranche] += due(year, tranche);
        }
    }

    /** What is left of each paper: moves carry out the oldest one that was signed before, or any if that is no matter. */
    private long[] left(int year, boolean signedFirst) {
        long[] left = new long[papers.size()];
        for (int i = 0; i < left.length; i++) {
            Paper paper = papers.get(i);
            left[i] = paper.year() == year && paper.complete() ? paper.shares() : 0;
        }
        for (int move = 0; move < moves.size(); move++) {
            boolean ofYear = counted[move] && moves.get(move).year() == year;
            long toMove = ofYear ? moves.get(move).shares() : 0;
            for (int i = 0; i < left.length; i++) {
                if (!signedFirst || papers.get(i).movesBefore() <= move) {
                    long part = Math.min(left[i], toMove);
                    left[i] -= part;
                    toMove -= part;
                }
            }
        }
        return left;
    }

    /** Whether all papers that are not carried out in full rest on what was determined before a restatement. */
    private boolean restsOnEarlier(int year, long[] left) {
        for (int i = 0; i < left.length; i++) {
            String determination = papers.get(i).determination();
            if (left[i] > 0 && (determination.isEmpty() || determination.equals(determination(year)))) {
                return false;
            }
        }
        return true;
    }

    static long sum(long[] numbers) {
        return Arrays.stream(numbers).sum();
    }
}
