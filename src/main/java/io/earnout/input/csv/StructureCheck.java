package io.earnout.input.csv;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Whether a file can be trusted as a whole: readable, UTF-8, with a header that names the required columns, quotes that
 * close and lines of a sensible length. On the way it sees whether the agreement ids ascend.
 */
public final class StructureCheck {

    private static final int LARGEST_SAMPLE = 8192;

    /** After this number of rows of another length the file is given up. */
    private static final int MOST_MISCOUNTED = 12;

    private final InputFile file;
    private final Consumer<Finding> findings;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final AgreementKey key = new AgreementKey();
    private final Cells cells = new Cells();
    private final List<byte[]> sample = new ArrayList<>();

    private long sampleEvery = 1;
    private long rows;
    private boolean inOrder = true;
    private boolean trusted = true;
    private boolean goesOn = true;
    private int miscounted;
    private int cellsBeyondTheHeader;
    private int firstLine;
    private byte[] last = new byte[0];

    private StructureCheck(InputFile file, Consumer<Finding> findings) {
        this.file = file;
        this.findings = findings;
    }

    /** The checked file, unless it can't be trusted; what is wrong goes to {@code findings}. */
    public static Optional<CheckedFile> of(InputFile file, Consumer<Finding> findings) {
        return new StructureCheck(file, findings).check();
    }

    private Optional<CheckedFile> check() {
        if (!Files.isRegularFile(file.path())) {
            unreadable(); // opening a pipe would wait for its writer
            return Optional.empty();
        }
        try (RecordScanner records = RecordScanner.open(file.path())) {
            if (!records.next()) {
                if (records.fault() == RecordScanner.Fault.NONE) {
                    stop(FindingCode.FILE_EMPTY, 0, "the file is empty", "write at least the header");
                }
                explain(records);
                return Optional.empty();
            }
            Layout layout = header(records);
            while (goesOn && records.next()) {
                row(records, layout);
            }
            explain(records);
            if (goesOn && cellsBeyondTheHeader > 0 && rows == 1) {
                miscounted(firstLine, layout.cells() + cellsBeyondTheHeader, layout);
            }
            if (trusted && rows == 0) {
                find(
                        FindingCode.FILE_WITHOUT_ROWS,
                        0,
                        "",
                        "",
                        "the file has a header and no rows",
                        file.schema().whenWithoutRows());
            }
            return trusted ? Optional.of(new CheckedFile(file, layout, rows, inOrder, sample)) : Optional.empty();
        } catch (UncheckedIOException e) {
            unreadable();
            return Optional.empty();
        }
    }

    private void unreadable() {
        stop(FindingCode.FILE_UNREADABLE, 0, "the file can't be read", "check that it is a file that you may read");
    }

    private Layout header(RecordScanner records) {
        byte[] bytes = records.bytes();
        int start = records.start();
        int end = records.end();
        if (isUtf16(bytes, start, end)) {
            stop(
                    FindingCode.UTF_16,
                    1,
                    "the file is in UTF-16, not in UTF-8",
                    "save it as \"CSV UTF-8\" instead of \"Unicode text\"");
        } else if (hasCarriageReturn(bytes, start, end)) {
            stop(
                    FindingCode.HEADER_MISSING,
                    1,
                    "the lines end in a carriage return alone, so the whole file is one line",
                    "save it with line ends of Windows or Unix");
        } else {
            checkBytes(records);
        }
        if (!trusted) {
            return Layout.NONE;
        }
        cells.cut(bytes, start, end);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            names.add(cells.text(i));
        }
        List<Finding> ofHeader = new ArrayList<>();
        Layout layout = Layout.of(file, names, ofHeader);
        for (Finding finding : ofHeader) {
            trusted &= !finding.code().stopsTheRun();
            findings.accept(finding);
        }
        goesOn = trusted;
        return layout;
    }

    /** A byte order mark, or letters with a NUL beside them. */
    private static boolean isUtf16(byte[] bytes, int start, int end) {
        if (end - start < 2) {
            return false;
        }
        int mark = (bytes[start] & 0xFF) << 8 | (bytes[start + 1] & 0xFF);
        return mark == 0xFEFF || mark == 0xFFFE || bytes[start] == 0 || bytes[start + 1] == 0;
    }

    private static boolean hasCarriageReturn(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == '\r') {
                return true;
            }
        }
        return false;
    }

    private void row(RecordScanner records, Layout layout) {
        int commas = checkBytes(records);
        int length = records.end() - records.start();
        if (!goesOn) {
            return;
        }
        if (!records.isQuoted() && commas == length) {
            return; // as a spreadsheet writes an empty line
        }
        rows++;
        int cellsOfRow = records.isQuoted() ? records.cells() : commas + 1;
        if (records.spansLines() && (records.quotesBroken() || cellsOfRow != layout.cells())) {
            stop(
                    FindingCode.QUOTE_NOT_CLOSED,
                    records.line(),
                    "a double quote opens in this line that is not closed where its cell ends",
                    "close it, or double the quotes that belong to the text");
        } else if (!hasAsManyAsTheHeader(cellsOfRow, records, layout)) {
            miscounted(records.line(), cellsOfRow, layout);
        } else {
            trusted &= namesEveryValue(records, layout);
            key.read(
                    records.bytes(),
                    records.start(),
                    records.end(),
                    layout.cellOf(file.schema().owner()));
            if (rows == 1 || !key.isSameAs(last)) {
                newAgreement(records.line());
            }
        }
    }

    /** Empty cells beyond the header are let pass if every row has as many, as where a spreadsheet writes them. */
    private boolean hasAsManyAsTheHeader(int cellsOfRow, RecordScanner records, Layout layout) {
        int beyond = cellsOfRow - layout.cells();
        if (rows == 1 && beyond > 0 && endsInCommas(beyond, records)) {
            firstLine = records.line();
            cellsBeyondTheHeader = beyond;
        }
        return beyond == cellsBeyondTheHeader && (beyond == 0 || endsInCommas(beyond, records));
    }

    private static boolean endsInCommas(int number, RecordScanner records) {
        for (int i = 1; i <= number; i++) {
            if (records.bytes()[records.end() - i] != ',') {
                return false;
            }
        }
        return true;
    }

    /** Two rows may be glued together in this line: which agreements it is about can't be told. */
    private void miscounted(int line, int cellsOfRow, Layout layout) {
        trusted = false;
        miscounted++;
        goesOn = miscounted < MOST_MISCOUNTED;
        find(
                FindingCode.COLUMN_COUNT,
                line,
                "",
                "",
                "the row has " + cellsOfRow + " cells, the header " + layout.cells()
                        + ": it may be two rows in one line, or a part of a row",
                "write each row in a line of its own, amounts without thousands separators and texts that hold a comma in"
                        + " double quotes; leave empty cells empty");
    }

    private boolean namesEveryValue(RecordScanner records, Layout layout) {
        if (layout.cellsWithoutName().isEmpty()) {
            return true;
        }
        cells.cut(records.bytes(), records.start(), records.end());
        for (int cell : layout.cellsWithoutName()) {
            if (!cells.text(cell).isBlank()) {
                stop(
                        FindingCode.COLUMN_WITHOUT_NAME,
                        records.line(),
                        "cell " + (cell + 1) + " holds \"" + Texts.shown(cells.text(cell))
                                + "\", and the header has no name for its column",
                        "name the column in the header, or empty its cells");
                return false;
            }
        }
        return true;
    }

    private String owner() {
        return file.schema().owner().name();
    }

    private void newAgreement(int line) {
        // whose shares the row would hold can't be told: then they may be anyone's
        boolean mayHold = file.schema().decidesOnShares();
        boolean namesNothing = mayHold && Placeholder.is(key.text());
        if (!key.isSound() || namesNothing) {
            String id = key.text();
            trusted &= !mayHold;
            if (id.isEmpty()) {
                find(
                        mayHold ? FindingCode.ROW_OF_NO_AGREEMENT : FindingCode.VALUE_MISSING,
                        line,
                        owner(),
                        "",
                        "is missing",
                        "fill it in, or delete the row");
            } else {
                FindingCode objection = namesNothing ? FindingCode.PLACEHOLDER : Texts.objectionToName(id);
                find(
                        mayHold ? FindingCode.ROW_OF_NO_AGREEMENT : objection,
                        line,
                        owner(),
                        id,
                        "\"" + Texts.shown(id) + "\" " + Texts.sentence(objection)
                                + ", so it can't name "
                                + file.schema().subject(),
                        Texts.remedy(objection));
            }

            return;
        }
        inOrder &= key.compareTo(last) > 0;
        last = key.copy();
        if (rows % sampleEvery == 0) {
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

    /** How many commas the record has, after its bytes were found in order. */
    private int checkBytes(RecordScanner records) {
        byte[] bytes = records.bytes();
        int signs = 0;
        int commas = 0;
        boolean nul = false;
        boolean returns = false;
        for (int i = records.start(); i < records.end(); i++) {
            byte b = bytes[i];
            signs |= b;
            nul |= b == 0;
            returns |= b == '\r';
            commas += b == ',' ? 1 : 0;
        }
        if (records.isQuoted() ? records.returnsInside() : returns) {
            stop(
                    FindingCode.CARRIAGE_RETURN_INSIDE,
                    records.line(),
                    "a carriage return is inside the line: these are two rows, or the file is damaged",
                    "end each line in a line feed, with or without a carriage return in front of it");
        }
        if (nul) {
            stop(
                    FindingCode.NUL_BYTE,
                    records.line(),
                    "the line holds a NUL byte: the file is damaged or not a text file",
                    "export it anew as \"CSV UTF-8\"");
        }
        if (signs < 0) {
            try {
                utf8.decode(ByteBuffer.wrap(bytes, records.start(), records.end() - records.start()));
            } catch (CharacterCodingException e) {
                stop(
                        FindingCode.NOT_UTF_8,
                        records.line(),
                        "the line is not in UTF-8",
                        "save the file as \"CSV UTF-8\"; a file from a Chinese system may be in GBK or GB 18030");
            }
        }
        return commas;
    }

    private void explain(RecordScanner records) {
        if (records.fault() == RecordScanner.Fault.QUOTE_NOT_CLOSED) {
            stop(
                    FindingCode.QUOTE_NOT_CLOSED,
                    records.line(),
                    "a double quote opens in this line and is not closed in the " + RecordScanner.LONGEST_RECORD / 1024
                            + " KiB that a row may have",
                    "close it, or double the quotes that belong to the text");
        } else if (records.fault() == RecordScanner.Fault.TOO_LONG) {
            stop(
                    FindingCode.LINE_TOO_LONG,
                    records.line(),
                    "the line is longer than " + RecordScanner.LONGEST_RECORD
                            + " bytes: this can't be a row of this file",
                    "check that line breaks were not lost");
        }
    }

    private void stop(FindingCode code, int line, String message, String remedy) {
        trusted = false;
        goesOn = false;
        find(code, line, "", "", message, remedy);
    }

    private void find(FindingCode code, int line, String column, String value, String message, String remedy) {
        findings.accept(new Finding(code, "", 0, new Source(file.name(), line), column, value, message, remedy));
    }
}
