package io.earnout.input.csv;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether a file can be trusted as a whole: readable, UTF-8, with a header that names the required columns, quotes that
 * close and lines of a sensible length. On the way it sees whether the agreement ids ascend. Each row is checked as it is read,
 * so that a file that is in order is read once.
 */
public final class StructureCheck implements AutoCloseable {

    private final InputFile file;
    private final Verdict verdict;
    private final ByteCheck bytes;
    private final IdCheck ids;

    private RecordScanner records = RecordScanner.ofNothing();
    private Layout layout = Layout.NONE;
    private CellsOfRows cellsOfRows;
    private long rows;
    private boolean ended;

    private StructureCheck(InputFile file, Consumer<Finding> findings) {
        this.file = file;
        this.verdict = new Verdict(file.name(), findings);
        this.bytes = new ByteCheck(verdict);
        this.ids = new IdCheck(file.schema(), verdict);
        this.cellsOfRows = new CellsOfRows(layout, verdict);
    }

    /** The checked file, unless it can't be trusted; what is wrong goes to {@code findings}. */
    public static Optional<CheckedFile> of(InputFile file, Consumer<Finding> findings) {
        try (StructureCheck check = begin(file, findings, 1)) {
            return check.toItsEnd();
        }
    }

    /**
     * Checks the header; the rows are checked as they are read.
     *
     * @param findings is told what is wrong
     * @param atATime how many files are open at the same time
     */
    public static StructureCheck begin(InputFile file, Consumer<Finding> findings, int atATime) {
        StructureCheck check = new StructureCheck(file, findings);
        check.begin(atATime);
        return check;
    }

    private void begin(int atATime) {
        if (!Files.isRegularFile(file.path())) {
            unreadable(); // opening a pipe would wait for its writer
            return;
        }
        try {
            records = RecordScanner.open(file.path(), atATime);
            if (records.header()) {
                layout = header();
                cellsOfRows = new CellsOfRows(layout, verdict);
                return;
            }
            if (records.fault() == ScanFault.NONE) {
                verdict.stop(FindingCode.FILE_EMPTY, 0, "the file is empty", "write at least the header");
            }
            explain();
            verdict.giveUp();
        } catch (UncheckedIOException e) {
            unreadable();
        }
    }

    /** Steps to the next row and checks it; false at the end of the file, or if the check was given up. */
    boolean next() {
        try {
            while (verdict.goesOn() && records.next()) {
                if (isRow()) {
                    return true;
                }
            }
            end();
        } catch (UncheckedIOException e) {
            unreadable();
        }
        return false;
    }

    private void end() {
        if (ended) {
            return;
        }
        ended = true;
        if (verdict.goesOn()) {
            explain();
        }
        if (verdict.goesOn()) {
            cellsOfRows.atTheEnd(rows);
        }
        if (verdict.isTrusted() && rows == 0) {
            verdict.find(
                    FindingCode.FILE_WITHOUT_ROWS,
                    0,
                    "",
                    "",
                    "the file has a header and no rows",
                    file.schema().whenWithoutRows());
        }
    }

    /** Checks all rows; nothing if the file can't be trusted. */
    public Optional<CheckedFile> toItsEnd() {
        while (next()) {
            // each step checks a row
        }
        return verdict.isTrusted()
                ? Optional.of(new CheckedFile(file, layout, rows, ids.inOrder(), ids.sample()))
                : Optional.empty();
    }

    /** Whether nothing speaks against the file so far. */
    public boolean isTrusted() {
        return verdict.isTrusted();
    }

    /** Whether nothing speaks against the file so far, and its ids ascend. */
    public boolean isSound() {
        return verdict.isTrusted() && ids.inOrder();
    }

    /** The file as far as its header says. */
    public OrderedFile asItStands() {
        return new OrderedFile(file.path(), file, layout, OrderedFile.AS_IT_STANDS);
    }

    public InputFile file() {
        return file;
    }

    /** How many rows were read. */
    public long rows() {
        return rows;
    }

    RecordScanner records() {
        return records;
    }

    /** Whose row it is. */
    AgreementKey key() {
        return ids.key();
    }

    private void unreadable() {
        verdict.stop(
                FindingCode.FILE_UNREADABLE, 0, "the file can't be read", "check that it is a file that you may read");
    }

    private Layout header() {
        bytes.checkHeader(records);
        if (!verdict.isTrusted()) {
            return Layout.NONE;
        }
        Separator separator = Separator.of(records.bytes(), records.start(), records.end(), file.schema());
        records.separatedBy(separator);
        List<Finding> ofHeader = new ArrayList<>();
        Layout named = Layout.of(
                file,
                records.line(),
                separator.cells(records.bytes(), records.start(), records.end()),
                separator,
                ofHeader);
        for (Finding finding : ofHeader) {
            if (finding.code().stopsTheRun()) {
                verdict.giveUp();
            }
            verdict.find(finding);
        }
        return named;
    }

    /** Checks what was read; false if it is no row. */
    private boolean isRow() {
        int separators = bytes.check(records);
        int length = records.end() - records.start();
        if (!verdict.goesOn() || (!records.isQuoted() && separators == length)) {
            return false; // as a spreadsheet writes an empty line
        }
        rows++;
        int cellsOfRow = records.isQuoted() ? records.cells() : separators + 1;
        boolean complete = cellsOfRows.isComplete(records, cellsOfRow, rows);
        if (records.spansLines() && (records.quotesBroken() || !complete)) {
            verdict.stop(
                    FindingCode.QUOTE_NOT_CLOSED,
                    records.line(),
                    "a double quote opens in this line that is not closed where its cell ends",
                    "close it, or double the quotes that belong to the text");
        } else if (!complete) {
            cellsOfRows.miscounted(records, cellsOfRow);
        } else {
            cellsOfRows.checkThoseWithoutName(records, cellsOfRow);
            ids.check(records, layout, rows);
        }
        return true;
    }

    private void explain() {
        if (records.fault() == ScanFault.QUOTE_NOT_CLOSED) {
            verdict.stop(
                    FindingCode.QUOTE_NOT_CLOSED,
                    records.line(),
                    "a double quote opens in this line and is not closed in the " + RecordScanner.LONGEST_RECORD / 1024
                            + " KiB that a row may have",
                    "close it, or double the quotes that belong to the text");
        } else if (records.fault() == ScanFault.TOO_LONG) {
            verdict.stop(
                    FindingCode.LINE_TOO_LONG,
                    records.line(),
                    "the line is longer than " + RecordScanner.LONGEST_RECORD
                            + " bytes: this can't be a row of this file",
                    "check that line breaks were not lost");
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
