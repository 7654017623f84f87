package io.earnout.output;

import io.earnout.escrow.delay.Delay;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.FindingCode;

/** {@code delays.csv}: one row per late release and party to whom days of it fall (SPA 8.2, EA 5.2). */
final class DelaysFile {

    private DelaysFile() {}

    static void write(Determination determination, CsvBuffer rows) {
        for (Delay delay : determination.delays()) {
            rows.text(determination.agreement().id())
                    .number(delay.year())
                    .text(delay.party().term())
                    .date(delay.firstDay())
                    .date(delay.lastDay())
                    .number(delay.days())
                    .shares(delay.lateShares())
                    .text(delay.penalty().map(Delay.Penalty::plain).orElse(""))
                    .text(delay.penalty().map(Delay.Penalty::currency).orElse(""))
                    .text(delay.capped() ? "yes" : "no")
                    .text(delay.reason().map(FindingCode::name).orElse(""))
                    .text(delay.provisional().isEmpty() ? "CERTAIN" : "PROVISIONAL")
                    .endRow();
        }
    }
}
