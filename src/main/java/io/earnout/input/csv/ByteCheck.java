package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Whether the bytes of a line are text in UTF-8, without a NUL, and without a carriage return that doesn't end it. */
final class ByteCheck {

    private final Verdict verdict;
    private final CharsetDecoder utf8 = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);

    ByteCheck(Verdict verdict) {
        this.verdict = verdict;
    }

    /** Looks at the first line, which also shows how the whole file was saved. */
    void checkHeader(RecordScanner records) {
        byte[] bytes = records.bytes();
        int start = records.start();
        int end = records.end();
        if (isUtf16(bytes, start, end)) {
            verdict.stop(
                    FindingCode.UTF_16,
                    1,
                    "the file is in UTF-16, not in UTF-8",
                    "save it as \"CSV UTF-8\" instead of \"Unicode text\"");
        } else if (hasCarriageReturn(bytes, start, end)) {
            verdict.stop(
                    FindingCode.HEADER_MISSING,
                    1,
                    "the lines end in a carriage return alone, so the whole file is one line",
                    "save it with line ends of Windows or Unix");
        } else {
            check(records);
        }
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

    /** How many separators the record has, after its bytes were found in order. */
    int check(RecordScanner records) {
        byte[] bytes = records.bytes();
        byte separator = records.separator();
        int signs = 0;
        int separators = 0;
        boolean nul = false;
        boolean returns = false;
        for (int i = records.start(); i < records.end(); i++) {
            byte b = bytes[i];
            signs |= b;
            nul |= b == 0;
            returns |= b == '\r';
            separators += b == separator ? 1 : 0;
        }
        if (records.isQuoted() ? records.returnsInside() : returns) {
            verdict.stop(
                    FindingCode.CARRIAGE_RETURN_INSIDE,
                    records.line(),
                    "a carriage return is inside the line: these are two rows, or the file is damaged",
                    "end each line in a line feed, with or without a carriage return in front of it");
        }
        if (nul) {
            verdict.stop(
                    FindingCode.NUL_BYTE,
                    records.line(),
                    "the line holds a NUL byte: the file is damaged or not a text file",
                    "export it anew as \"CSV UTF-8\"");
        }
        if (signs < 0) {
            try {
                utf8.decode(ByteBuffer.wrap(bytes, records.start(), records.end() - records.start()));
            } catch (CharacterCodingException e) {
                verdict.stop(
                        FindingCode.NOT_UTF_8,
                        records.line(),
                        "the line is not in UTF-8",
                        "save the file as \"CSV UTF-8\"; a file from a Chinese system may be in GBK or GB 18030");
            }
        }
        return separators;
    }
}
