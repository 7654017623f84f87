package io.earnout.output;

import io.earnout.terms.Clause;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.ExactShares;
import io.earnout.terms.Money;
import io.earnout.terms.Shares;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Rows of a CSV file as bytes: RFC 4180, UTF-8, LF. It writes digits itself, because a million agreements make some
 * hundred million cells, and it quotes only what needs it.
 */
public final class CsvBuffer {

    /** Of the largest long. */
    private static final int MOST_DIGITS = 19;

    private byte[] bytes;
    private int length;
    private boolean rowBegun;

    public CsvBuffer(int expectedBytes) {
        bytes = new byte[expectedBytes];
    }

    /** How many bytes there are so far. */
    public int length() {
        return length;
    }

    /** Writes what there is so far. */
    public void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    /** Writes what there is, and begins anew. */
    public void drainTo(OutputStream out) throws IOException {
        writeTo(out);
        clear();
    }

    /** Begins anew, with the room that there is. */
    void clear() {
        length = 0;
        rowBegun = false;
    }

    public CsvBuffer text(String text) {
        beginCell();
        return append(text);
    }

    private CsvBuffer append(String text) {
        int at = length;
        room(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80 || c < ' ' || c == '"' || c == ',') {
                length = at;
                return slowText(text);
            }
            bytes[length++] = (byte) c;
        }
        return this;
    }

    private CsvBuffer slowText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        boolean quoted = false;
        for (byte b : encoded) {
            quoted |= b == ',' || b == '"' || b == '\n' || b == '\r';
        }
        room(2 * encoded.length + 2);
        if (!quoted) {
            System.arraycopy(encoded, 0, bytes, length, encoded.length);
            length += encoded.length;
            return this;
        }
        bytes[length++] = '"';
        for (byte b : encoded) {
            if (b == '"') {
                bytes[length++] = '"';
            }
            bytes[length++] = b;
        }
        bytes[length++] = '"';
        return this;
    }

    public CsvBuffer empty() {
        beginCell();
        return this;
    }

    public CsvBuffer number(long number) {
        beginCell();
        digits(number);
        return this;
    }

    CsvBuffer shares(Shares shares) {
        return number(shares.count());
    }

    /** Whole shares in digits; what is not whole as a quotient in lowest terms: {@code 7} or {@code 22/7}. */
    CsvBuffer shares(ExactShares shares) {
        return shares.isWhole()
                ? number(shares.wholeCount())
                : text(shares.exact().toString());
    }

    CsvBuffer money(Money amount) {
        beginCell();
        digits(amount.minorUnits() / 100);
        int cents = (int) (amount.minorUnits() % 100);
        room(3);
        bytes[length++] = '.';
        bytes[length++] = (byte) ('0' + cents / 10);
        bytes[length++] = (byte) ('0' + cents % 10);
        return this;
    }

    /** Rounded down to the fen: a column holds two decimals. */
    CsvBuffer money(ExactMoney amount) {
        return money(amount.roundedDown());
    }

    public CsvBuffer date(LocalDate date) {
        beginCell();
        room(10);
        int year = date.getYear();
        if (year > 9999) {
            digits(year); // what is due some weeks after the last year that an input can name
            room(6);
        } else {
            pair(year / 100);
            pair(year % 100);
        }
        bytes[length++] = '-';
        pair(date.getMonthValue());
        bytes[length++] = '-';
        pair(date.getDayOfMonth());
        return this;
    }

    public CsvBuffer date(Optional<LocalDate> date) {
        return date.isPresent() ? date(date.get()) : empty();
    }

    public CsvBuffer number(Optional<Long> number) {
        return number.isPresent() ? number(number.get()) : empty();
    }

    /** Citations, separated by semicolons. */
    CsvBuffer clauses(List<Clause> clauses) {
        beginCell();
        for (int i = 0; i < clauses.size(); i++) {
            if (i > 0) {
                room(1);
                bytes[length++] = ';';
            }
            append(clauses.get(i).citation());
        }
        return this;
    }

    public void endRow() {
        room(1);
        bytes[length++] = '\n';
        rowBegun = false;
    }

    private void beginCell() {
        if (rowBegun) {
            room(1);
            bytes[length++] = ',';
        }
        rowBegun = true;
    }

    private void pair(int twoDigits) {
        bytes[length++] = (byte) ('0' + twoDigits / 10);
        bytes[length++] = (byte) ('0' + twoDigits % 10);
    }

    private void digits(long number) {
        room(1 + MOST_DIGITS);
        if (number < 0) {
            bytes[length++] = '-';
        }
        long left = number < 0 ? number : -number; // the smallest long has no positive
        int at = length + howMany(left);
        length = at;
        while (left <= -10) {
            long tenth = left / 10;
            bytes[--at] = (byte) ('0' - (left - tenth * 10));
            left = tenth;
        }
        bytes[--at] = (byte) ('0' - left);
    }

    private static int howMany(long negative) {
        int digits = 1;
        for (long limit = -10; digits < MOST_DIGITS && negative <= limit; limit *= 10) {
            digits++;
        }
        return digits;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
