package io.earnout.cli;

import io.earnout.batch.Progress;
import io.earnout.terms.Figures;
import java.io.PrintStream;

/** A progress bar on standard error for runs of more than two seconds; on a terminal only. */
final class ProgressBar implements Progress {

    private static final long QUIET_NANOS = 2_000_000_000L;
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean shown;
    private final long begun = System.nanoTime();
    private long lastShown;
    private long settled;
    private int drawn;

    ProgressBar(PrintStream out, boolean shown) {
        this.out = out;
        this.shown = shown;
    }

    @Override
    public void settled(long more, int percent) {
        settled += more;
        if (isTime()) {
            int done = percent * WIDTH / 100;
            draw("settling  [" + "#".repeat(done) + " ".repeat(WIDTH - done) + "] " + percent + "%  "
                    + Figures.grouped(Long.toString(settled)) + " agreements");
        }
    }

    private boolean isTime() {
        long now = System.nanoTime();
        if (!shown || now - begun < QUIET_NANOS || now - lastShown < PAUSE_NANOS) {
            return false;
        }
        lastShown = now;
        return true;
    }

    private void draw(String line) {
        out.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        out.flush();
        drawn = line.length();
    }

    /** Clears the line of the bar. */
    void end() {
        if (drawn > 0) {
            out.print("\r" + " ".repeat(drawn) + "\r");
            out.flush();
        }
    }
}
