package io.earnout.input.csv;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import java.util.function.Consumer;

/** What the check of a file has come to so far: what is wrong, whether it can be trusted, and whether the check goes on. */
final class Verdict {

    private final String fileName;
    private final Consumer<Finding> findings;
    private boolean trusted = true;
    private boolean goesOn = true;

    Verdict(String fileName, Consumer<Finding> findings) {
        this.fileName = fileName;
        this.findings = findings;
    }

    boolean isTrusted() {
        return trusted;
    }

    boolean goesOn() {
        return goesOn;
    }

    /** The file can't be trusted, but the check goes on, so that more of its faults are found. */
    void distrust() {
        trusted = false;
    }

    /** The file can't be trusted, and its further rows aren't looked at. */
    void giveUp() {
        trusted = false;
        goesOn = false;
    }

    /** Gives the file up because of a line; 0 for the file as a whole. */
    void stop(FindingCode code, int line, String message, String remedy) {
        giveUp();
        find(code, line, "", "", message, remedy);
    }

    void find(FindingCode code, int line, String column, String value, String message, String remedy) {
        find(new Finding(code, "", 0, new Source(fileName, line), column, value, message, remedy));
    }

    void find(Finding finding) {
        findings.accept(finding);
    }
}
