package io.earnout.present.explain;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.finding.Source;
import io.earnout.present.explain.TerminalPage.Ink;

/** One finding on the terminal: how much it matters, where it is, what is wrong and what to do. */
final class FoundLines {

    private FoundLines() {}

    static void print(Finding finding, TerminalPage page) {
        Severity severity = finding.code().severity();
        Ink ink = severity == Severity.ERROR ? Ink.RED : severity == Severity.WARNING ? Ink.YELLOW : Ink.PLAIN;
        page.labelled(
                2, 9, severity.term(), finding.code() + (finding.year() == 0 ? "" : ", year " + finding.year()), ink);
        page.text(11, finding.message());
        if (!finding.source().equals(Source.NONE)) {
            page.text(11, (finding.source() + " " + finding.column()).strip(), Ink.FAINT);
        }
        if (!finding.remedy().isEmpty()) {
            page.text(11, "to do: " + finding.remedy());
        }
    }
}
