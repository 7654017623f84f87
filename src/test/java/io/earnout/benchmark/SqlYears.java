package io.earnout.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Article 5 under the default readings as a query over one row for each agreement, which has a column for each assessment
 * year. Each year's credit is one step of the query. Amounts are whole numbers of fen, or of half fen where a credit is
 * concerned, which is half of an excess. Products are 128-bit integers; there is no floating-point number.
 */
record SqlYears(int last) {

    private static final Pattern LIST = Pattern.compile("YEARS\\{(\\{.*?})}", Pattern.DOTALL);
    private static final Pattern SUM = Pattern.compile("SUM\\{(.*?)}");

    /** An expression for a year and the tranche of that year or of an earlier one. */
    interface PairExpression {
        String of(int year, int tranche);
    }

    /** A query in which {@code YEARS{...}} is a list over the years, and {@code SUM{...}} a sum. */
    String writtenOut(String query) {
        String lists = LIST.matcher(query)
                .replaceAll(found -> Matcher.quoteReplacement(ofEach(", ", year -> at(found.group(1), year))));
        return SUM.matcher(lists)
                .replaceAll(found -> Matcher.quoteReplacement("("
                        + ofEach(" + ", year -> "(" + at(found.group(1), year) + ")") + ")"));
    }

    /** A column for each year of a table that has a row for each. */
    String columns(String aggregate, String name) {
        return ofEach(", ", year -> aggregate + " FILTER (assessment_year = " + year + ") AS " + name + "_" + year);
    }

    String ofPairs(PairExpression pair) {
        List<String> all = new ArrayList<>();
        for (int year = 1; year <= last; year++) {
            for (int tranche = 1; tranche <= year; tranche++) {
                all.add(pair.of(year, tranche));
            }
        }
        return String.join(", ", all);
    }

    /** A query that settles each row of another. */
    String settlement(String escrows) {
        StringBuilder query = new StringBuilder("WITH after_1 AS (SELECT *, ");
        query.append(ofEach(", ", this::ownResult))
                .append(" FROM ")
                .append(escrows)
                .append(')');
        for (int year = 2; year <= last; year++) {
            query.append(at(offset(year), year));
        }
        return query.append(" SELECT *, ")
                .append(ofEach(", ", this::whatIsDue))
                .append(" FROM after_")
                .append(last)
                .toString();
    }

    /** SPA 5.1, 5.2(1): earned is rounded down. An offset waits for the reports of all earlier years. */
    private String ownResult(int year) {
        String known = ofEachBefore(year, "", earlier -> " AND revenue_" + earlier + " IS NOT NULL");
        return at("""
                CASE WHEN revenue_Y IS NULL THEN 0
                     WHEN agreed_Y IS NOT NULL THEN tranche_Y - agreed_Y
                     WHEN revenue_Y < target_Y
                     THEN tranche_Y - (revenue_Y::HUGEINT * tranche_Y // target_Y)::BIGINT
                     ELSE 0 END AS deducted_Y,
                coalesce(2 * greatest(target_Y - revenue_Y, 0), 0) AS open_Y,
                CASE WHEN revenue_Y > target_Y %s THEN revenue_Y - target_Y ELSE 0 END AS credit_Y,
                0::BIGINT AS restored_Y
                """.formatted(known), year);
    }

    /** SPA 5.2(2), oldest first; the sum is rounded down, and its whole shares go by largest remainder. */
    private String offset(int year) {
        String product = "offset_Y_X::HUGEINT * tranche_Y";
        return ", applied_Y AS (SELECT *, "
                + before(year, "greatest(0, least(open_X, credit_Y - (OLDER))) AS offset_Y_X")
                + " FROM after_" + (year - 1) + "), rounded_Y AS (SELECT *, "
                + before(
                        year,
                        "least((" + product + " // (2 * target_Y))::BIGINT, deducted_X - restored_X) AS whole_X, ("
                                + product + " % (2 * target_Y))::BIGINT AS rest_X")
                + " FROM applied_Y), remaining_Y AS (SELECT *, (("
                + ofEachBefore(year, " + ", earlier -> "offset_Y_" + earlier)
                + ")::HUGEINT * tranche_Y // (2 * target_Y))::BIGINT - ("
                + ofEachBefore(year, " + ", earlier -> "whole_" + earlier)
                + ") AS remaining, "
                + before(year, "offset_Y_X > 0 AND whole_X < deducted_X - restored_X AS can_take_X")
                + " FROM rounded_Y), shared_Y AS (SELECT *, "
                + before(year, "whole_X + (can_take_X AND FIRST < remaining)::BIGINT AS shares_Y_X")
                + " FROM remaining_Y), after_Y AS (SELECT * EXCLUDE (remaining, "
                + before(year, "whole_X, rest_X, can_take_X") + ") REPLACE ("
                + before(year, "open_X - offset_Y_X AS open_X, restored_X + shares_Y_X AS restored_X")
                + ") FROM shared_Y)";
    }

    /** An expression for each earlier year X, with what is open of those before X, and the number of those that come first. */
    private static String before(int year, String expression) {
        return ofEachBefore(
                year,
                ", ",
                earlier -> expression
                        .replace("OLDER", "0" + ofEachBefore(earlier, "", older -> " + open_" + older))
                        .replace("FIRST", placeByRemainder(year, earlier))
                        .replace("_X", "_" + earlier));
    }

    /** How many of the others have a larger remainder, or the same and are older. */
    private static String placeByRemainder(int year, int earlier) {
        return "(0"
                + ofEachBefore(
                        year,
                        "",
                        other -> other == earlier
                                ? ""
                                : " + (can_take_" + other + " AND rest_" + other + (other < earlier ? " >= " : " > ")
                                        + "rest_X)::BIGINT")
                + ")";
    }

    /** What the year releases and the agent has not moved, and what has moved of the year's tranche. */
    private String whatIsDue(int year) {
        String confirmed = ofEachBefore(year + 1, "", tranche -> " - coalesce(confirmed_Y_" + tranche + ", 0)");
        String released = IntStream.rangeClosed(year, last)
                .mapToObj(later -> "coalesce(confirmed_" + later + "_Y, 0)")
                .collect(Collectors.joining(" + "));
        return at(
                "CASE WHEN revenue_Y IS NULL THEN 0 ELSE tranche_Y - deducted_Y END"
                        + ofEachBefore(year, "", earlier -> " + shares_Y_" + earlier) + confirmed + " AS due_Y, "
                        + "0" + ofEachBefore(year, "", earlier -> " + offset_Y_" + earlier) + " AS used_Y, "
                        + "coalesce(signed_Y, 0)::BIGINT" + confirmed + " AS instructed_Y, "
                        + released + " AS released_Y",
                year);
    }

    private static String at(String expression, int year) {
        return expression.replace(": _Y,", ": " + year + ",").replace("_Y", "_" + year);
    }

    private String ofEach(String separator, IntFunction<String> year) {
        return ofEachBefore(last + 1, separator, year);
    }

    private static String ofEachBefore(int end, String separator, IntFunction<String> year) {
        return IntStream.range(1, end).mapToObj(year).collect(Collectors.joining(separator));
    }
}
