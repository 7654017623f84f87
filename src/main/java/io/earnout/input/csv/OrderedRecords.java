package io.earnout.input.csv;

import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.CRC32C;

/** The records of a file in the order of their agreement ids; those that can't name an agreement are left out. */
public final class OrderedRecords implements AutoCloseable {

    private final OrderedFile file;
    private final Optional<StructureCheck> check;
    private final CRC32C sum = new CRC32C();
    private final RecordScanner records;
    private final int idCell;
    private final boolean numbered;
    private final AgreementKey key;
    private boolean ended;
    private int rowStart;
    private int line;

    private OrderedRecords(OrderedFile file, int atATime) {
        this.file = file;
        this.check = Optional.empty();
        this.records = file.numbered()
                ? RecordScanner.openNumbered(
                        file.path(), atATime, sum, file.layout().separator())
                : RecordScanner.open(file.path(), atATime);
        this.idCell = file.ownerCell();
        this.numbered = file.numbered();
        this.key = new AgreementKey();
        if (!numbered) {
            records.header();
            records.separatedBy(file.layout().separator());
        }
    }

    private OrderedRecords(StructureCheck check) {
        this.file = check.asItStands();
        this.check = Optional.of(check);
        this.records = check.records();
        this.idCell = file.ownerCell();
        this.numbered = false;
        this.key = check.key();
    }

    /**
     * Begins at the first record.
     *
     * @param atATime how many files are open at the same time
     */
    public static OrderedRecords open(OrderedFile file, int atATime) {
        return atFirstRecord(new OrderedRecords(file, atATime));
    }

    /** Begins at the first record of a file that is checked while it is read: they count only if it stays sound. */
    public static OrderedRecords checkedAsRead(StructureCheck begun) {
        return atFirstRecord(new OrderedRecords(begun));
    }

    private static OrderedRecords atFirstRecord(OrderedRecords opened) {
        opened.advance();
        return opened;
    }

    /** Whether nothing was found that speaks against the file, and its ids ascend. */
    public boolean isSound() {
        return check.isEmpty() || check.get().isSound();
    }

    public void advance() {
        do {
            ended = !next();
        } while (!ended && !key.isSound());
        if (!ended) {
            readLine();
        } else if (numbered && sum.getValue() != file.controlSum()) {
            throw new UncheckedIOException(OrderedFile.changed(file.path()));
        }
    }

    private boolean next() {
        if (check.isPresent()) {
            return check.get().next();
        }
        while (records.next()) {
            if (key.read(records.bytes(), records.start(), records.end(), idCell, records.separator())) {
                return true;
            }
        }
        if (records.fault() != ScanFault.NONE) {
            throw new IllegalStateException("a checked file can't have a fault: " + records.fault());
        }
        return false;
    }

    private void readLine() {
        rowStart = records.start();
        line = records.line();
        if (numbered) {
            line = 0;
            for (byte b = records.bytes()[rowStart++]; b != records.separator(); b = records.bytes()[rowStart++]) {
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

    /** How many bytes of the file were read. */
    public long bytesRead() {
        return records.bytesRead();
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
