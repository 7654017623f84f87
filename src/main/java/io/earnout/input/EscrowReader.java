package io.earnout.input;

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

    private final Supplier<List<OrderedRecords>> files;
    private final List<OrderedRecords> open = new ArrayList<>();
    private long agreements;
    private boolean ended;

    /**
     * Reads the escrows of some files.
     *
     * @param files asked for when the reader is opened
     */
    public EscrowReader(Supplier<List<OrderedRecords>> files) {
        this.files = files;
    }

    @Override
    public void open(ExecutionContext executionContext) {
        open();
    }

    /** Begins at the beginning. */
    public void open() {
        close();
        open.addAll(files.get());
        agreements = 0;
        ended = false;
    }

    /** The next block, until the files are at their end, or one of them is not sound. */
    @Override
    @SuppressWarnings("NullAway") // null is how a Batch reader says that it has ended
    public EscrowBlock read() {
        EscrowBlock block = new EscrowBlock(BLOCK_BYTES + BLOCK_BYTES / 8);
        while (block.size() < BLOCK_BYTES && readAgreement(block)) {
            // each step adds an agreement
        }
        if (!isSound()) {
            return null;
        }
        if (block.agreements() == 0) {
            ended = true;
            return null;
        }
        agreements += block.agreements();
        return block;
    }

    private boolean isSound() {
        return open.stream().allMatch(OrderedRecords::isSound);
    }

    /** How many agreements it gave out. */
    public long agreements() {
        return agreements;
    }

    /** Whether all files were read to their end, and all their agreements given out. */
    public boolean hasEnded() {
        return ended;
    }

    /** How many bytes were read. */
    public long bytesRead() {
        return open.stream().mapToLong(OrderedRecords::bytesRead).sum();
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
