package io.earnout.output;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.settlement.Working;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The rows that the agreements of one block add to each file. */
public final class SettledBlock {

    private final RowBuffers buffers;
    private final Map<OutputFile, CsvBuffer> rows;
    private final List<Finding> errors = new ArrayList<>();
    private final RunTotals totals = new RunTotals();
    private Optional<Determination> first = Optional.empty();
    private int agreements;
    private int warnings;

    /** For the agreements of one block. */
    public SettledBlock(RowBuffers buffers) {
        this.buffers = buffers;
        this.rows = buffers.take();
    }

    /** The rows were written: their room can be used again, and this no more. */
    public void giveBack() {
        buffers.giveBack(rows);
    }

    /** Adds the rows of one agreement, its findings aside. */
    public void add(AgreementResult result) {
        agreements++;
        if (agreements == 1) {
            first = Optional.of(result.determination());
        }
        rows.forEach((file, cells) -> file.write(result, cells));
        totals.add(result);
    }

    /**
     * Adds what was found about one agreement.
     *
     * @param ofAllAlike what holds for all agreements alike, and is written once for the whole run
     */
    public void add(List<Finding> findings, Set<FindingCode> ofAllAlike) {
        for (Finding finding : ExceptionsFile.inOrder(findings)) {
            if (!ofAllAlike.contains(finding.code())) {
                ExceptionsFile.write(finding, of(OutputFile.EXCEPTIONS));
            }
            totals.add(finding);
            if (finding.code().severity() == Severity.ERROR) {
                errors.add(finding);
            } else if (finding.code().severity() == Severity.WARNING) {
                warnings++;
            }
        }
    }

    /** How the numbers of the first agreement were calculated, for the console. */
    public List<Working> workings() {
        return first.map(determination -> determination.settlement().workings()).orElse(List.of());
    }

    /** The totals. */
    public RunTotals totals() {
        return totals;
    }

    /** How many agreements were settled. */
    public int agreements() {
        return agreements;
    }

    /** The number of warnings. */
    public int warnings() {
        return warnings;
    }

    /** What needs a person. */
    public List<Finding> errors() {
        return errors;
    }

    public CsvBuffer of(OutputFile file) {
        CsvBuffer buffer = rows.get(file);
        if (buffer == null) {
            throw new IllegalStateException("every file has a buffer: " + file);
        }
        return buffer;
    }
}
