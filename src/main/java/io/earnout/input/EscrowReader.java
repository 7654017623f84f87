package io.earnout.input;

import io.earnout.input.csv.OrderedFile;
import io.earnout.input.csv.OrderedRecords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Merges the ordered files into one escrow after another, some hundred to a block. It remembers nothing between runs: a
 * run that was interrupted begins anew.
 */
public final class EscrowReader implements ItemStreamReader<EscrowBlock>, AutoCloseable {

    private static final int BLOCK_BYTES = 512 * 1024;

    private final Supplier<CheckedInput> input;
    private final List<OrderedRecords> open = new ArrayList<>();

    /**
     * Reads the escrows of a checked input.
     *
     * @param input asked for when the reader is opened
     */
    public EscrowReader(Supplier<CheckedInput> input) {
        this.input = input;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        open();
    }

    /** Begins at the beginning. */
    public void open() {
        close();
        List<OrderedFile> files = input.get().files();
        for (OrderedFile file : files) {
            open.add(OrderedRecords.open(file, files.size()));
        }
    }

    /** The next block, until the files are at their end. */
    @Override
    @SuppressWarnings("NullAway") // null is how a Batch reader says that it has ended
    public EscrowBlock read() {
        EscrowBlock block = new EscrowBlock(BLOCK_BYTES + BLOCK_BYTES / 8);
        while (block.size() < BLOCK_BYTES && readAgreement(block)) {
            // each step adds an agreement
        }
        return block.agreements() == 0 ? null : block;
    }

    private boolean readAgreement(EscrowBlock block) {
        OrderedRecords first = null;
        byte[] id = new byte[0];
        for (OrderedRecords records : open) {
            if (!records.hasEnded() && (first == null || records.key().compareTo(id) < 0)) {
                first = records;
                id = records.key().copy();
            }
        }
        if (first == null) {
            return false;
        }
        block.beginAgreement(id);
        for (int file = 0; file < open.size(); file++) {
            OrderedRecords records = open.get(file);
            while (!records.hasEnded() && records.key().isSameAs(id)) {
                block.add(
                        file, records.line(), records.quotesBroken(), records.bytes(), records.start(), records.end());
                records.advance();
            }
        }
        return true;
    }

    @Override
    public void close() {
        open.forEach(OrderedRecords::close);
        open.clear();
    }
}
