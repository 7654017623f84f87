package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.util.ArrayList;
import java.util.List;

/** Whether the ids that say whose the rows are can name something, and whether they ascend; some are kept as a sample. */
final class IdCheck {

    private static final int LARGEST_SAMPLE = 8192;

    private final Schema schema;
    private final Verdict verdict;
    private final AgreementKey key = new AgreementKey();
    private final List<byte[]> sample = new ArrayList<>();

    private long sampleEvery = 1;
    private boolean inOrder = true;
    private byte[] last = new byte[0];

    IdCheck(Schema schema, Verdict verdict) {
        this.schema = schema;
        this.verdict = verdict;
    }

    /** Whose row was looked at last. */
    AgreementKey key() {
        return key;
    }

    /** Whether the ids ascended so far. */
    boolean inOrder() {
        return inOrder;
    }

    /** Some of the ids, evenly spread over the file. */
    List<byte[]> sample() {
        return sample;
    }

    /**
     * Looks at the id of a row.
     *
     * @param row its number, 1 for the first row
     */
    void check(RecordScanner records, Layout layout, long row) {
        key.read(records.bytes(), records.start(), records.end(), layout.cellOf(schema.owner()), records.separator());
        if (row == 1 || !key.isSameAs(last)) {
            newId(records.line(), row);
        }
    }

    private void newId(int line, long row) {
        // whose shares the row would hold can't be told: then they may be anyone's
        boolean mayHold = schema.decidesOnShares();
        boolean namesNothing = mayHold && Placeholder.is(key.text());
        if (!key.isSound() || namesNothing) {
            String id = key.text();
            if (mayHold) {
                verdict.distrust();
            }
            if (id.isEmpty()) {
                verdict.find(
                        mayHold ? FindingCode.ROW_OF_NO_AGREEMENT : FindingCode.VALUE_MISSING,
                        line,
                        schema.owner().name(),
                        "",
                        "is missing",
                        "fill it in, or delete the row");
            } else {
                FindingCode objection = namesNothing ? FindingCode.PLACEHOLDER : Texts.objectionToName(id);
                verdict.find(
                        mayHold ? FindingCode.ROW_OF_NO_AGREEMENT : objection,
                        line,
                        schema.owner().name(),
                        id,
                        "\"" + Texts.shown(id) + "\" " + Texts.sentence(objection)
                                + ", so it can't name "
                                + schema.subject(),
                        Texts.remedy(objection));
            }
            return;
        }
        inOrder &= key.compareTo(last) > 0;
        last = key.copy();
        if (row % sampleEvery == 0) {
            sample.add(last);
            if (sample.size() == LARGEST_SAMPLE) {
                keepEverySecond();
            }
        }
    }

    private void keepEverySecond() {
        for (int i = 0; i < LARGEST_SAMPLE / 2; i++) {
            sample.set(i, sample.get(2 * i));
        }
        sample.subList(LARGEST_SAMPLE / 2, LARGEST_SAMPLE).clear();
        sampleEvery *= 2;
    }
}
