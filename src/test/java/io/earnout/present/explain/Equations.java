package io.earnout.present.explain;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what people read as equations, "a op b = c", and works both sides out exactly. Words beside a number name it; a comma
 * or semicolon before a blank, or a colon, ends an equation; {@code a/b} without blanks is a fraction, after a whole number
 * one that is added to it; {@code fen} is the hundredth part.
 */
final class Equations {

    private static final Pattern LABEL = Pattern.compile(
            " (by year \\d+|entitled|confirmed|instructed|held|returned before|deducted|restored|earned)");
    private static final Pattern END = Pattern.compile("[,;:] | and ");
    private static final Pattern TOKEN =
            Pattern.compile("\\d+/\\d+|-?\\d[\\d,]*(\\.\\d+)?%?|max0\\(|[()x/+-]|fen|[^\\s\\d()]+");

    private final List<String> tokens = new ArrayList<>();
    private int next;

    private Equations(String side) {
        Matcher matcher = TOKEN.matcher(side);
        while (matcher.find()) {
            tokens.add(matcher.group());
        }
    }

    /** One equation: its text, and both sides. */
    record Equation(String text, Ratio left, Ratio right) {}

    /** All equations of a text. */
    static List<Equation> in(String text) {
        List<Equation> equations = new ArrayList<>();
        String unnamed = LABEL.matcher(text.replace("max(0, ", "max0(")).replaceAll("");
        for (String part : END.split(unnamed, -1)) {
            String[] sides = part.split(" = ", -1);
            for (int i = 1; i < sides.length; i++) {
                equations.add(new Equation(part, whole(sides[i - 1]), beginning(sides[i])));
            }
        }
        return equations;
    }

    /** A side that is an expression from its first character to its last. */
    private static Ratio whole(String side) {
        Equations left = new Equations(side);
        Ratio value = left.sum();
        if (left.next < left.tokens.size()) {
            throw new IllegalArgumentException("not an expression: \"" + side + "\"");
        }
        return value;
    }

    /** A side after which words may follow. */
    private static Ratio beginning(String side) {
        Equations right = new Equations(side);
        Ratio value = right.sum();
        if (right.next < right.tokens.size()
                && !Character.isLetter(right.tokens.get(right.next).charAt(0))) {
            throw new IllegalArgumentException("not an expression: \"" + side + "\"");
        }
        return value;
    }

    private boolean takes(String token) {
        boolean there = next < tokens.size() && tokens.get(next).equals(token);
        next += there ? 1 : 0;
        return there;
    }

    private Ratio sum() {
        Ratio value = product();
        while (true) {
            if (takes("+")) {
                value = value.plus(product());
            } else if (takes("-")) {
                value = value.plus(product().times(Ratio.of(-1, 1)));
            } else {
                return value;
            }
        }
    }

    private Ratio product() {
        Ratio value = factor();
        while (true) {
            if (takes("x")) {
                value = value.times(factor());
            } else if (takes("/")) {
                value = value.dividedBy(factor());
            } else {
                return value;
            }
        }
    }

    private Ratio factor() {
        if (takes("max0(")) {
            Ratio inside = closed();
            return inside.above().signum() < 0 ? Ratio.of(0, 1) : inside;
        }
        return takes("(") ? closed() : number();
    }

    private Ratio closed() {
        Ratio inside = sum();
        if (!takes(")")) {
            throw new IllegalArgumentException("no closing bracket: " + tokens);
        }
        return inside;
    }

    private Ratio number() {
        String first = next < tokens.size() ? tokens.get(next) : "nothing";
        if (!first.matches("-?\\d.*")) {
            throw new IllegalArgumentException("not a number: \"" + first + "\" in " + tokens);
        }
        Ratio value = Ratio.of(tokens.get(next++));
        if (!first.contains("/") && next < tokens.size() && tokens.get(next).matches("\\d+/\\d+")) {
            value = value.plus(Ratio.of(tokens.get(next++)));
        }
        return takes("fen") ? value.times(Ratio.of(1, 100)) : value;
    }

    /** A quotient of whole numbers. */
    record Ratio(BigInteger above, BigInteger below) {

        static Ratio of(long above, long below) {
            return new Ratio(BigInteger.valueOf(above), BigInteger.valueOf(below));
        }

        static Ratio of(String text) {
            int slash = text.indexOf('/');
            if (slash > 0) {
                return new Ratio(new BigInteger(text.substring(0, slash)), new BigInteger(text.substring(slash + 1)));
            }
            boolean percent = text.endsWith("%");
            BigDecimal number = new BigDecimal(text.replaceAll("[,%]", ""));
            return new Ratio(number.movePointRight(2).toBigIntegerExact(), BigInteger.valueOf(percent ? 10_000 : 100));
        }

        Ratio plus(Ratio other) {
            return new Ratio(above.multiply(other.below).add(other.above.multiply(below)), below.multiply(other.below));
        }

        Ratio times(Ratio other) {
            return new Ratio(above.multiply(other.above), below.multiply(other.below));
        }

        Ratio dividedBy(Ratio other) {
            return new Ratio(above.multiply(other.below), below.multiply(other.above));
        }

        boolean is(Ratio other) {
            return above.multiply(other.below).equals(other.above.multiply(below));
        }
    }
}
