package io.earnout.input.csv;

import io.earnout.escrow.finding.FindingCode;
import java.util.function.Function;

/** A text. Words for nothing, such as {@code TBD}, are read as no text where a document or a name is expected. */
public final class TextCell implements CellType<String> {

    /** Any text of one cell. */
    public static final CellType<String> TEXT = new TextCell(cell -> checked(cell, cell.text()));

    /** The name of a document or of where it is kept. */
    public static final CellType<String> DOCUMENT =
            new TextCell(cell -> !cell.isRequired() && Placeholder.is(cell.text()) ? "" : notPlaceholder(cell));

    /** The name of a person or firm, in the form in which names are compared. */
    public static final CellType<String> PERSON = new TextCell(cell -> Texts.foldedName(notPlaceholder(cell)));

    /** A name by which rows refer to each other: a text of one line, in the form in which names are compared. */
    public static final CellType<String> NAME = new TextCell(TextCell::name);

    /** A currency by its code of ISO 4217, three capital letters. */
    public static final CellType<String> CURRENCY = new TextCell(TextCell::currency, FieldForm.matching("[A-Z]{3}"));

    private final Function<Cell, String> reader;
    private final FieldForm form;

    private TextCell(Function<Cell, String> reader) {
        // nothing that a spreadsheet would run
        this(reader, FieldForm.matching("[^=+\\-@\\t\\r][\\s\\S]*"));
    }

    private TextCell(Function<Cell, String> reader, FieldForm form) {
        this.reader = reader;
        this.form = form;
    }

    private static String checked(Cell cell, String text) {
        return checked(cell, text, Texts.objectionTo(text));
    }

    @SuppressWarnings("NullAway") // no objection is null, which costs nothing for a million sound cells
    private static String checked(Cell cell, String text, FindingCode objection) {
        if (objection != null) {
            cell.reject(objection, Texts.sentence(objection), Texts.remedy(objection));
        }
        return text;
    }

    private static String notPlaceholder(Cell cell) {
        return isPlaceholder(cell) ? "" : checked(cell, cell.text());
    }

    private static boolean isPlaceholder(Cell cell) {
        if (!Placeholder.is(cell.text())) {
            return false;
        }
        cell.reject(
                FindingCode.PLACEHOLDER,
                "is a placeholder, not a value",
                cell.isRequired() ? "write the value once it is known" : "leave the cell empty");
        return true;
    }

    private static String name(Cell cell) {
        return isPlaceholder(cell)
                ? ""
                : Texts.foldedName(checked(cell, cell.text(), Texts.objectionToName(cell.text())));
    }

    private static String currency(Cell cell) {
        String text = checked(cell, cell.text());
        if (!Currencies.has(text) && Texts.objectionTo(text) == null) {
            cell.reject(
                    FindingCode.NOT_A_CURRENCY,
                    "is not a currency code of ISO 4217",
                    "write its three capital letters, e.g. CNY for renminbi");
        }
        return text;
    }

    @Override
    public String read(Cell cell) {
        return reader.apply(cell);
    }

    @Override
    public FieldForm form() {
        return form;
    }

    @Override
    public String neutral() {
        return "";
    }
}
