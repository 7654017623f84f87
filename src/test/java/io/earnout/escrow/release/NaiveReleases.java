package io.earnout.escrow.release;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What may be instructed, a second time: written from the rules on joint instructions, transfers and gates alone, with bare numbers
 * in tables, and sharing nothing with the releases that it is compared with. Every year has a target of 200 and a tranche of 100
 * shares, so that a revenue in steps of 4 moves whole shares alone. A day is a number; what is recorded has happened by {@link #today}.
 */
@SuppressWarnings({"NullAway", "NonApiType"}) // bare tables, that share nothing with the main code
final class NaiveReleases {

    static final long TARGET = 200;
    static final long TRANCHE = 100;
    static final int NEVER = Integer.MAX_VALUE;
    static final int NONE = -1;

    /** A release that the agent confirmed; {@code named} is the position of the instruction that it names. */
    private record Move(int day, int year, int tranche, long shares, int named) {}

    private record Suspended(int year, int from, int until) {}

    /** A joint instruction on record. */
    static final class Paper {
        final int year;
        final String number;
        /** What its number stands for, by tranche; null if no draft had that number. */
        private final long[] drafted;
        /** What its rows say, by tranche; null if it has one row for the whole. */
        private final long[] rows;

        private final long total;
        int issuerSigned = NEVER;
        int purchaserSigned = NEVER;
        int received = NEVER;
        int withdrawn = NEVER;

        Paper(int year, String number, long[] drafted, long[] rows, long total) {
            this.year = year;
            this.number = number;
            this.drafted = drafted;
            this.rows = rows;
            this.total = total;
        }

        private Paper(Paper other) {
            this(other.year, other.number, other.drafted, other.rows, other.total);
            issuerSigned = other.issuerSigned;
            purchaserSigned = other.purchaserSigned;
            received = other.received;
            withdrawn = other.withdrawn;
        }

        int firstSigned() {
            return Math.min(issuerSigned, purchaserSigned);
        }

        boolean isSigned() {
            return issuerSigned != NEVER && purchaserSigned != NEVER;
        }

        boolean isComplete() {
            return isSigned() && received != NEVER;
        }

        boolean isWithdrawn() {
            return withdrawn != NEVER;
        }

        boolean isSound() {
            return drafted != null && (rows == null ? sum(drafted) == total : Arrays.equals(drafted, rows));
        }

        private boolean lists(int tranche) {
            if (rows != null) {
                return rows[tranche] > 0;
            }
            return drafted == null || drafted[tranche] > 0;
        }

        /** Whether it is known how many shares of each tranche it orders; else there is only a total. */
        private boolean isByTranche() {
            return rows != null || isSound();
        }
    }

    private final int years;
    private final long[] revenue;
    private final boolean[] conflict;
    private final boolean[] reportRejected;
    private final boolean[] rowRejected;
    private final long[] agreed;
    private final boolean[] disagreed;
    private final List<Move> moves = new ArrayList<>();
    private final List<Suspended> suspensions = new ArrayList<>();
    final List<Paper> papers = new ArrayList<>();
    int today;

    // by assessment year and tranche, both numbered from 1
    long[][] entitled = new long[0][0];
    long[][] confirmed = new long[0][0];
    long[][] instructed = new long[0][0];
    long[][] held = new long[0][0];
    long[][] awaiting = new long[0][0];
    long[][] toInstruct = new long[0][0];
    String[][] awaits = new String[0][0];
    long[][] againstOverRelease = new long[0][0];
    boolean[][] overdue = new boolean[0][0];
    // by tranche
    long[] released = new long[0];
    long[] overReleased = new long[0];
    /** What is instructed and was moved already, without an instruction. */
    long[] movedInstead = new long[0];
    // by instruction and tranche: what is not moved of it
    long[][] left = new long[0][0];
    /** By instruction: what is not moved of it in all. */
    long[] leftOver = new long[0];
    /** The shares of each open part, by instruction and tranche, that its tranche has room for as a whole. */
    long[][] covered = new long[0][0];

    private boolean exceedsEscrow;
    private boolean[] counted = new boolean[0];
    // by transfer: what no line took of it, and what carried out no instruction
    private long[] beyondLines = new long[0];
    private long[] underNone = new long[0];

    NaiveReleases(int years) {
        this.years = years;
        revenue = new long[years + 1];
        Arrays.fill(revenue, NONE);
        conflict = new boolean[years + 1];
        reportRejected = new boolean[years + 1];
        rowRejected = new boolean[years + 1];
        agreed = new long[years + 1];
        Arrays.fill(agreed, NONE);
        disagreed = new boolean[years + 1];
    }

    private NaiveReleases(NaiveReleases other) {
        years = other.years;
        revenue = other.revenue.clone();
        conflict = other.conflict.clone();
        reportRejected = other.reportRejected.clone();
        rowRejected = other.rowRejected.clone();
        agreed = other.agreed.clone();
        disagreed = other.disagreed.clone();
        moves.addAll(other.moves);
        suspensions.addAll(other.suspensions);
        other.papers.forEach(paper -> papers.add(new Paper(paper)));
        today = other.today;
    }

    NaiveReleases copy() {
        return new NaiveReleases(this);
    }

    // ---- what happens

    void report(int year, long amount) {
        revenue[year] = amount;
    }

    /** A second report on the year that doesn't supersede the first, until it does or is taken out. */
    void conflict(int year, boolean isThere) {
        conflict[year] = isThere;
    }

    void rejectReport(int year, boolean isRejected) {
        reportRejected[year] = isRejected;
    }

    void rejectRow(int year, boolean isRejected) {
        rowRejected[year] = isRejected;
    }

    void agree(int year, long shares, boolean signedByAll) {
        disagreed[year] = !signedByAll;
        agreed[year] = signedByAll ? shares : agreed[year];
    }

    void suspend(int year, int from, int until) {
        suspensions.add(new Suspended(year, from, until));
    }

    void move(int year, int tranche, long shares, int named) {
        moves.add(new Move(today, year, tranche, shares, named));
    }

    // ---- what follows

    boolean isReported(int year) {
        return revenue[year] != NONE;
    }

    boolean isInConflict(int year) {
        return conflict[year];
    }

    boolean isReportRejected(int year) {
        return reportRejected[year];
    }

    boolean isRowRejected(int year) {
        return rowRejected[year];
    }

    boolean isDisagreed(int year) {
        return disagreed[year];
    }

    long revenueOf(int year) {
        return revenue[year];
    }

    private boolean isAccepted(int year) {
        return isReported(year) && !isUndecided(year);
    }

    private boolean isUndecided(int year) {
        return conflict[year] || reportRejected[year];
    }

    boolean isSuspended(int year, int tranche, int day) {
        return suspensions.stream()
                .anyMatch(suspended -> suspended.from() <= day
                        && day < suspended.until()
                        && (suspended.year() == 0 || suspended.year() == year || suspended.year() == tranche));
    }

    boolean isClosed(int year, int tranche) {
        return exceedsEscrow
                || isSuspended(year, tranche, today)
                || disagreed[year]
                || disagreed[tranche]
                || rowRejected[year]
                || rowRejected[tranche];
    }

    boolean isOpen(int paper) {
        Paper signed = papers.get(paper);
        return signed.isComplete() && !signed.isWithdrawn() && signed.isSound() && leftOver[paper] > 0;
    }

    void compute() {
        settle();
        confirmed = table();
        released = new long[years + 1];
        overReleased = new long[years + 1];
        confirm();
        carryOut();
        long[][] cover = table();
        long[][] misfit = table();
        layOpen(cover, misfit);
        instructed = table();
        held = table();
        toInstruct = table();
        for (int year = 1; year <= years; year++) {
            for (int tranche = 1; tranche <= years; tranche++) {
                long due = entitled[year][tranche] - confirmed[year][tranche];
                if (isClosed(year, tranche)) {
                    held[year][tranche] = due;
                } else {
                    instructed[year][tranche] = cover[year][tranche];
                    held[year][tranche] = misfit[year][tranche];
                    toInstruct[year][tranche] = due - cover[year][tranche] - misfit[year][tranche];
                }
            }
        }
        holdForUnsound();
        holdAgainstOverRelease();
        layAwaiting(cover, misfit);
    }

    private long[][] table() {
        return new long[years + 1][years + 1];
    }

    /** SPA 5: what every year releases of its own tranche, and gives back of the earlier ones, the oldest first; SPA 5.3. */
    private void settle() {
        entitled = table();
        long[] openRevenue = new long[years + 1];
        long[] deducted = new long[years + 1];
        boolean gap = false;
        for (int year = 1; year <= years; year++) {
            if (!isAccepted(year)) {
                gap = true;
                continue;
            }
            long formula = Math.min(TRANCHE, revenue[year] / 2);
            entitled[year][year] = agreed[year] == NONE ? formula : agreed[year];
            deducted[year] = TRANCHE - entitled[year][year];
            openRevenue[year] = Math.max(0, TARGET - revenue[year]);
            long credit = gap ? 0 : Math.max(0, revenue[year] - TARGET) / 2;
            for (int earlier = 1; earlier < year; earlier++) {
                long laid = Math.min(credit, Math.min(openRevenue[earlier], 2 * deducted[earlier]));
                entitled[year][earlier] = laid / 2;
                deducted[earlier] -= laid / 2;
                openRevenue[earlier] -= laid;
                credit -= laid;
            }
        }
    }

    private void confirm() {
        counted = new boolean[moves.size()];
        beyondLines = new long[moves.size()];
        long inEscrow = years * TRANCHE;
        exceedsEscrow = false;
        for (int i = 0; i < counted.length; i++) {
            Move move = moves.get(i);
            if (move.shares() > inEscrow) {
                exceedsEscrow = true;
                continue;
            }
            inEscrow -= move.shares();
            counted[i] = true;
            released[move.tranche()] += move.shares();
            beyondLines[i] = move.shares() - confirm(move.year(), move.tranche(), move.shares());
        }
        for (int i = 0; i < counted.length; i++) {
            for (int year = 1; year <= years; year++) {
                beyondLines[i] -= confirm(year, moves.get(i).tranche(), beyondLines[i]);
            }
        }
        for (int tranche = 1; tranche <= years; tranche++) {
            long beyond = released[tranche] - due(tranche);
            // beyond the whole tranche it is too much, however the doubt is resolved
            overReleased[tranche] = Math.max(0, mayHaveBeenMore(tranche) ? released[tranche] - TRANCHE : beyond);
        }
    }

    private long confirm(int year, int tranche, long shares) {
        long laid = Math.min(shares, entitled[year][tranche] - confirmed[year][tranche]);
        confirmed[year][tranche] += laid;
        return laid;
    }

    private long due(int tranche) {
        long due = 0;
        for (int year = 1; year <= years; year++) {
            due += entitled[year][tranche];
        }
        return due;
    }

    /** Whether the tranche waits for an undecided year, its own, or one that makes the credit of a later year wait. */
    private boolean mayHaveBeenMore(int tranche) {
        if (isUndecided(tranche)) {
            return true;
        }
        boolean undecided = false;
        for (int year = 1; year <= years; year++) {
            if (year > tranche && undecided && isAccepted(year) && revenue[year] > TARGET) {
                return true;
            }
            if (isUndecided(year)) {
                undecided = true;
            } else if (!isAccepted(year)) {
                return false;
            }
        }
        return false;
    }

    // ---- which instruction a transfer carries out

    /** Those that a transfer may carry out without naming them; what goes beyond the one that it names carries out no other. */
    private List<Integer> without(Move move, Comparator<Paper> order) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            if (move.named() == NONE && papers.get(i).year == move.year()) {
                found.add(i);
            }
        }
        found.sort(Comparator.comparing(papers::get, order));
        return found;
    }

    private static final Comparator<Paper> BY_RECEIPT = Comparator.<Paper>comparingInt(paper -> paper.received)
            .thenComparingInt(Paper::firstSigned)
            .thenComparingInt(paper -> paper.year);

    private void carryOut() {
        left = new long[papers.size()][years + 1];
        leftOver = new long[papers.size()];
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            leftOver[i] = paper.rows != null ? sum(paper.rows) : paper.total;
            for (int tranche = 1; tranche <= years; tranche++) {
                if (!paper.lists(tranche)) {
                    left[i][tranche] = 0;
                } else if (paper.isByTranche()) {
                    left[i][tranche] = paper.rows != null ? paper.rows[tranche] : paper.drafted[tranche];
                } else {
                    left[i][tranche] = paper.total;
                }
            }
        }
        long[] rest = new long[moves.size()];
        for (int i = 0; i < rest.length; i++) {
            Move move = moves.get(i);
            rest[i] = counted[i] ? move.shares() : 0;
            if (move.named() != NONE && papers.get(move.named()).withdrawn > move.day()) {
                rest[i] -= take(move.named(), move.tranche(), rest[i]);
            }
            for (int paper : without(move, BY_RECEIPT)) {
                boolean signed = papers.get(paper).firstSigned() <= move.day();
                rest[i] -= signed && mayBeCarriedOut(paper, move) ? take(paper, move.tranche(), rest[i]) : 0;
            }
        }
        for (int i = 0; i < rest.length; i++) {
            Move move = moves.get(i);
            long room = Math.max(0, due(move.tranche()) - released[move.tranche()]);
            for (int paper : without(move, BY_RECEIPT)) {
                long excess = Math.max(0, left[paper][move.tranche()] - room);
                boolean signedAfterwards =
                        mayBeCarriedOut(paper, move) && !papers.get(paper).isWithdrawn();
                rest[i] -= signedAfterwards ? take(paper, move.tranche(), Math.min(rest[i], excess)) : 0;
            }
        }
        underNone = rest.clone();
        for (int i = 0; i < rest.length; i++) {
            Move move = moves.get(i);
            for (int paper : without(move, Comparator.comparingInt(Paper::firstSigned))) {
                boolean incomplete = !papers.get(paper).isComplete() && papers.get(paper).withdrawn > move.day();
                rest[i] -= incomplete ? take(paper, move.tranche(), rest[i]) : 0;
            }
        }
    }

    private boolean mayBeCarriedOut(int paper, Move move) {
        return papers.get(paper).isComplete() && papers.get(paper).withdrawn > move.day();
    }

    private long take(int paper, int tranche, long shares) {
        long taken = Math.min(shares, left[paper][tranche]);
        leftOver[paper] -= taken;
        if (papers.get(paper).isByTranche()) {
            left[paper][tranche] -= taken;
        } else {
            for (int any = 1; any <= years; any++) {
                left[paper][any] = Math.min(left[paper][any], leftOver[paper]);
            }
        }
        return taken;
    }

    // ---- what the instructions cover

    private List<Integer> lines(int year) {
        List<Integer> order = new ArrayList<>();
        order.add(year);
        for (int other = 1; other <= years; other++) {
            if (other != year) {
                order.add(other);
            }
        }
        return order;
    }

    private void layOpen(long[][] cover, long[][] misfit) {
        covered = new long[papers.size()][years + 1];
        overdue = new boolean[years + 1][years + 1];
        List<Integer> open = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            if (isOpen(i)) {
                open.add(i);
            }
        }
        open.sort(Comparator.comparing(papers::get, BY_RECEIPT));
        for (int paper : open) {
            for (int tranche = 1; tranche <= years; tranche++) {
                long[] laid = new long[years + 1];
                long rest = left[paper][tranche];
                for (int year : lines(papers.get(paper).year)) {
                    long room = entitled[year][tranche]
                            - confirmed[year][tranche]
                            - cover[year][tranche]
                            - misfit[year][tranche];
                    laid[year] = Math.min(rest, room);
                    rest -= laid[year];
                }
                for (int year = 1; year <= years; year++) {
                    (rest == 0 ? cover : misfit)[year][tranche] += laid[year];
                    overdue[year][tranche] |= rest == 0 && laid[year] > 0 && isOverdue(paper, year, tranche);
                }
                covered[paper][tranche] = rest == 0 ? left[paper][tranche] : 0;
            }
        }
    }

    /** Ten business days after the receipt have passed, without those on which the line was suspended (EA 3.2, 3.3). */
    private boolean isOverdue(int paper, int year, int tranche) {
        int counted = 0;
        for (int day = papers.get(paper).received + 1; day < today; day++) {
            boolean weekend = Math.floorMod(day + 3, 7) >= 5;
            counted += weekend || isSuspended(year, tranche, day) ? 0 : 1;
        }
        return counted >= 10;
    }

    String status(int year, int tranche) {
        if (overdue[year][tranche] && instructed[year][tranche] > 0) {
            return "TRANSFER_OVERDUE";
        }
        if (toInstruct[year][tranche] > 0) {
            return "TO_INSTRUCT";
        }
        if (held[year][tranche] > awaiting[year][tranche]) {
            return "HELD";
        }
        if (awaiting[year][tranche] > 0) {
            return "AWAITING_" + awaits[year][tranche];
        }
        if (instructed[year][tranche] > 0) {
            return "INSTRUCTED";
        }
        return confirmed[year][tranche] > 0 && overReleased[tranche] == 0 ? "CONFIRMED" : "NOTHING_DUE";
    }

    private void holdForUnsound() {
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            if (!paper.isSound() && !paper.isWithdrawn() && leftOver[i] > 0) {
                for (int tranche = 1; tranche <= years; tranche++) {
                    if (paper.rows == null || paper.rows[tranche] > 0) {
                        held[paper.year][tranche] += toInstruct[paper.year][tranche];
                        toInstruct[paper.year][tranche] = 0;
                    }
                }
            }
        }
    }

    private void holdAgainstOverRelease() {
        againstOverRelease = table();
        movedInstead = new long[years + 1];
        long rest = sum(overReleased);
        for (int year = 1; year <= years; year++) {
            for (int tranche = 1; tranche <= years; tranche++) {
                long taken = Math.min(rest, toInstruct[year][tranche]);
                againstOverRelease[year][tranche] = taken;
                held[year][tranche] += taken;
                toInstruct[year][tranche] -= taken;
                rest -= taken;
            }
        }
        // an open instruction stays, but for what was moved instead of it, and for what is not there any more
        long instead = 0;
        for (int i = 0; i < moves.size(); i++) {
            instead += mayHaveBeenMore(moves.get(i).tranche()) ? 0 : Math.min(beyondLines[i], underNone[i]);
        }
        long instructedInAll = 0;
        for (long[] year : instructed) {
            instructedInAll += sum(year);
        }
        long inEscrow = years * TRANCHE - sum(released);
        long toHold = Math.max(Math.min(rest, instead), instructedInAll - inEscrow);
        for (int year = 1; year <= years; year++) {
            for (int tranche = 1; tranche <= years; tranche++) {
                long taken = Math.min(Math.max(0, toHold), instructed[year][tranche]);
                againstOverRelease[year][tranche] += taken;
                held[year][tranche] += taken;
                instructed[year][tranche] -= taken;
                toHold -= taken;
                movedInstead[tranche] += taken;
            }
        }
    }

    /** What a gate holds is room for them as well, and stays held. */
    private void layAwaiting(long[][] cover, long[][] misfit) {
        awaiting = table();
        awaits = new String[years + 1][years + 1];
        List<Integer> incomplete = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            Paper paper = papers.get(i);
            if (!paper.isComplete() && !paper.isWithdrawn() && paper.isSound() && leftOver[i] > 0) {
                incomplete.add(i);
            }
        }
        incomplete.sort(Comparator.comparing(papers::get, BY_RECEIPT));
        for (int paper : incomplete) {
            for (int tranche = 1; tranche <= years; tranche++) {
                long[] laid = new long[years + 1];
                long rest = left[paper][tranche];
                for (int year : lines(papers.get(paper).year)) {
                    long room = isClosed(year, tranche)
                            ? entitled[year][tranche]
                                    - confirmed[year][tranche]
                                    - cover[year][tranche]
                                    - misfit[year][tranche]
                            : toInstruct[year][tranche];
                    laid[year] = Math.min(rest, room);
                    rest -= laid[year];
                }
                for (int year = 1; year <= years; year++) {
                    misfit[year][tranche] += laid[year];
                    long free = Math.min(laid[year], toInstruct[year][tranche]);
                    toInstruct[year][tranche] -= free;
                    held[year][tranche] += free;
                    if (rest == 0 && free > 0) {
                        awaiting[year][tranche] += free;
                        boolean forSignature =
                                !papers.get(paper).isSigned() || "SIGNATURE".equals(awaits[year][tranche]);
                        awaits[year][tranche] = forSignature ? "SIGNATURE" : "RECEIPT";
                    }
                }
            }
        }
    }

    /** What can be signed: the parts of the draft of a year, by tranche; null if there is nothing to instruct. */
    long[] draft(int year) {
        return sum(toInstruct[year]) == 0 ? null : toInstruct[year].clone();
    }

    /** The numbers on record, each with its rows' year. */
    TreeMap<String, Integer> numbers() {
        TreeMap<String, Integer> numbers = new TreeMap<>();
        papers.forEach(paper -> numbers.put(paper.number, paper.year));
        return numbers;
    }

    static long sum(long[] numbers) {
        return Arrays.stream(numbers).sum();
    }
}
