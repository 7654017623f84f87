package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import io.earnout.terms.Term;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One of the words that a column allows.
 *
 * @param <E> what the words stand for
 */
public final class ChoiceCell<E extends Term> implements CellType<E> {

    private final List<E> choices;

    private final boolean hasDefault;

    private ChoiceCell(List<E> choices, boolean hasDefault) {
        this.choices = choices;
        this.hasDefault = hasDefault;
    }

    /** One of these. */
    public static <E extends Term> ChoiceCell<E> of(E[] choices) {
        return new ChoiceCell<>(List.of(choices), false);
    }

    /** One of these; an empty cell means the first one. */
    public static <E extends Term> ChoiceCell<E> withDefault(List<E> choices) {
        return new ChoiceCell<>(List.copyOf(choices), true);
    }

    /** One of these; an empty cell means the first one. */
    public static <E extends Term> ChoiceCell<E> withDefault(E[] choices) {
        return withDefault(List.of(choices));
    }

    private Optional<E> meant(String word) {
        for (E choice : choices) {
            if (choice.term().equals(word)) {
                return Optional.of(choice);
            }
        }
        return Optional.empty();
    }

    @Override
    public E read(Cell cell) {
        Optional<E> chosen = meant(cell.text());
        if (chosen.isPresent()) {
            return chosen.get();
        }
        cell.reject(
                FindingCode.UNKNOWN_CHOICE,
                "is none of " + choices.stream().map(Term::term).collect(Collectors.joining(", ")),
                hasDefault
                        ? "write one of these, or leave the cell empty for "
                                + neutral().term()
                        : "write one of these");
        return neutral();
    }

    @Override
    public FieldForm form() {
        return FieldForm.oneOf(choices.stream().map(Term::term).toList());
    }

    @Override
    public E neutral() {
        return choices.get(0);
    }
}
