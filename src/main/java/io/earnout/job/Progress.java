package io.earnout.job;

import java.io.PrintStream;

/** A bar on standard error for runs that take their time; on a terminal only. */
final class Progress {

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean shown;
    private final long begun = System.nanoTime();
    private long lastShown;
    private long settled;
    private boolean drawn;

    Progress(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    void settled(int more, long all) {
        settled += more;
        long now = System.nanoTime();
        if (!shown || now - begun < QUIET_NANOS || now - lastShown < PAUSE_NANOS || all == 0) {
            return;
        }
        lastShown = now;
        drawn = true;
        int done = (int) (settled * WIDTH / all);
        out.print("\r[" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + settled * 100 / all + "%");
        out.flush();
    }

    /** Wipes the bar away. */
    void end() {
        if (drawn) {
            out.print("\r" + " ".repeat(WIDTH + 10) + "\r");
            out.flush();
        }
    }
}
