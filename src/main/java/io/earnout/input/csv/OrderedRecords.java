package io.earnout.input.csv;

import java.io.UncheckedIOException;
import java.util.zip.CRC32C;

/** The records of a file in the order of their agreement ids; those that can't name an agreement are left out. */
public final class OrderedRecords implements AutoCloseable {

    private final OrderedFile file;
    private final CRC32C sum = new CRC32C();
    private final RecordScanner records;
    private final int idCell;
    private final boolean numbered;
    private final AgreementKey key = new AgreementKey();
    private boolean ended;
    private int rowStart;
    private int line;

    private OrderedRecords(OrderedFile file, int atATime) {
        this.file = file;
        this.records = file.numbered()
                ? RecordScanner.openNumbered(file.path(), atATime, sum)
                : RecordScanner.open(file.path(), atATime);
        this.idCell = file.ownerCell();
        this.numbered = file.numbered();
        if (!numbered) {
            records.next(); // the header
        }
    }

    /**
     * Begins at the first record.
     *
     * @param atATime how many files are open at the same time
     */
    public static OrderedRecords open(OrderedFile file, int atATime) {
        OrderedRecords opened = new OrderedRecords(file, atATime);
        opened.advance();
        return opened;
    }

    public void advance() {
        do {
            ended = !records.next();
        } while (!ended && !(key.read(records.bytes(), records.start(), records.end(), idCell) && key.isSound()));
        if (!ended) {
            readLine();
        } else if (records.fault() != RecordScanner.Fault.NONE) {
            throw new IllegalStateException("a checked file can't have a fault: " + records.fault());
        } else if (numbered && sum.getValue() != file.controlSum()) {
            throw new UncheckedIOException(OrderedFile.changed(file.path()));
        }
    }

    private void readLine() {
        rowStart = records.start();
        line = records.line();
        if (numbered) {
            line = 0;
            for (byte b = records.bytes()[rowStart++]; b != ','; b = records.bytes()[rowStart++]) {
                line = line * 10 + b - '0';
            }
        }
    }

    public boolean hasEnded() {
        return ended;
    }

    public AgreementKey key() {
        return key;
    }

    public byte[] bytes() {
        return records.bytes();
    }

    public int start() {
        return rowStart;
    }

    public int end() {
        return records.end();
    }

    public int line() {
        return line;
    }

    /** Whether a double quote is where none may be. */
    public boolean quotesBroken() {
        return records.quotesBroken();
    }

    @Override
    public void close() {
        records.close();
    }
}
