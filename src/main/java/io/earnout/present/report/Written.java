package io.earnout.present.report;

import io.earnout.escrow.calendar.Deadline;
import io.earnout.escrow.finding.Finding;
import io.earnout.terms.ExactMoney;
import io.earnout.terms.Figures;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** How figures, days and codes are written for people. */
public final class Written {

    private static final int LONG = 11;

    private Written() {}

    /** {@code 3,000,000}. */
    public static String number(long number) {
        return Figures.grouped(Long.toString(number));
    }

    /** {@code 3,000,000}, however large. */
    public static String number(BigInteger number) {
        return Figures.grouped(number.toString());
    }

    /** {@code +3,000}, {@code -3,000} or {@code 0}. */
    public static String signed(long number) {
        return (number > 0 ? "+" : "") + number(number);
    }

    /** An amount in cents: {@code 5,700.00}. */
    public static String plainGrouped(String amount) {
        return Figures.grouped(amount);
    }

    /** To the fen, as files hold an exact amount: rounded down. */
    public static String money(ExactMoney amount) {
        return amount.roundedDown().toString();
    }

    /** Whether a figure may need more than one line of a narrow column. */
    public static boolean isLong(String figure) {
        return figure.length() > LONG;
    }

    /** Between its groups of digits the next line may begin. */
    public static List<String> groups(String figure) {
        return Arrays.asList(figure.split(",", -1));
    }

    /** {@code REPORT_HELD} as {@code report held}. */
    public static String words(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** {@code shares_to_instruct} as {@code shares to instruct}. */
    public static String words(String column) {
        return column.replace('_', ' ');
    }

    /** {@code in 3 days}, {@code today} or {@code 3 days ago}. */
    public static String daysLeft(long days) {
        if (days == 0) {
            return "today";
        }
        String count = number(Math.abs(days)) + (Math.abs(days) == 1 ? " day" : " days");
        return days > 0 ? "in " + count : count + " ago";
    }

    /** The kind of deadline in words. */
    public static String deadline(Deadline.Kind kind) {
        return switch (kind) {
            case DEPOSIT -> "deposit of the shares";
            case DOCUMENTS -> "report and instruction to the agent";
            case RELEASE -> "release";
            case TRANSFER -> "transfer";
            case ESCROW_FEE -> "escrow fee, next escrow year";
            case EXPIRATION -> "expiration";
        };
    }

    /** The agreement and year of a finding: {@code KAIXIN-2025 year 1: }. */
    public static String place(Finding finding) {
        if (finding.agreementId().isEmpty()) {
            return "";
        }
        return DisplayText.beginning(finding.agreementId(), 24) + (finding.year() == 0 ? "" : " year " + finding.year())
                + ": ";
    }

    /** {@code 1 agreement}, {@code 2 agreements}. */
    public static String count(long count, String one) {
        return number(count) + " " + one + (count == 1 ? "" : "s");
    }
}
