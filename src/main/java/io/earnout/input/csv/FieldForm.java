package io.earnout.input.csv;

import io.earnout.terms.Term;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * What the cells of a column hold, as the schema of its file says it to other programs.
 *
 * @param type in the words of the Table Schema
 * @param least the least number, if there is one
 * @param pattern of the whole text, if it has one
 * @param choices the words that are allowed; empty for any text
 */
public record FieldForm(Type type, OptionalLong least, Optional<String> pattern, List<String> choices) {

    /** The types of the Table Schema that are used here. */
    public enum Type implements Term {
        STRING("string"),
        INTEGER("integer"),
        NUMBER("number"),
        DATE("date");

        private final String term;

        Type(String term) {
            this.term = term;
        }

        @Override
        public String term() {
            return term;
        }
    }

    /** Any text. */
    public static final FieldForm TEXT = of(Type.STRING);

    /** A day as 2026-11-30. */
    public static final FieldForm DATE = of(Type.DATE);

    /** A whole number, which may be below zero. */
    public static final FieldForm INTEGER = of(Type.INTEGER);

    /** A whole number from zero up. */
    public static final FieldForm COUNT = atLeast(Type.INTEGER, 0);

    /** The number of a year or line, from one up. */
    public static final FieldForm ORDINAL = atLeast(Type.INTEGER, 1);

    /** A number from zero up, with decimals or without. */
    public static final FieldForm AMOUNT = atLeast(Type.NUMBER, 0);

    public FieldForm {
        choices = List.copyOf(choices);
    }

    private static FieldForm of(Type type) {
        return new FieldForm(type, OptionalLong.empty(), Optional.empty(), List.of());
    }

    private static FieldForm atLeast(Type type, long least) {
        return new FieldForm(type, OptionalLong.of(least), Optional.empty(), List.of());
    }

    /** A text of that form. */
    public static FieldForm matching(String pattern) {
        return new FieldForm(Type.STRING, OptionalLong.empty(), Optional.of(pattern), List.of());
    }

    /** One of these words. */
    public static FieldForm oneOf(List<String> words) {
        return new FieldForm(Type.STRING, OptionalLong.empty(), Optional.empty(), words);
    }

    /** One of the words by which files name these. */
    public static FieldForm oneOf(Term... terms) {
        return oneOf(Stream.of(terms).map(Term::term).toList());
    }

    /** One of the names of these constants. */
    public static FieldForm ofNames(Enum<?>... constants) {
        return oneOf(Stream.of(constants).map(Enum::name).toList());
    }
}
