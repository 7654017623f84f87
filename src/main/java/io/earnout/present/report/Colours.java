package io.earnout.present.report;

import java.awt.BasicStroke;
import java.awt.Color;

/** The few colours of the pictures: told apart by the colour-blind, and in grey by how dark they are. */
final class Colours {

    static final Color TEXT = new Color(0x1f2933);
    static final Color QUIET = new Color(0x5f6b76);
    static final Color LINE = new Color(0xc9d0d6);
    static final Color PAPER = Color.WHITE;

    static final Color RELEASED = new Color(0x123b5d);
    static final Color RELEASABLE = new Color(0x3f83b8);
    static final Color HELD = new Color(0xe2a93b);
    static final Color DEDUCTED = new Color(0x8f3a1f);
    static final Color UNASSESSED = new Color(0xdde2e7);
    static final Color RETURNED = new Color(0x8a929a);

    static final Color EXCESS = RELEASED;
    static final Color MET = new Color(0x7da3c2);
    static final Color SHORTFALL = DEDUCTED;

    private Colours() {}

    static BasicStroke thin() {
        return new BasicStroke(1f);
    }

    static BasicStroke strong() {
        return new BasicStroke(2f);
    }

    static BasicStroke dashed() {
        return new BasicStroke(1.2f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 10f, new float[] {4f, 3f}, 0f);
    }
}
