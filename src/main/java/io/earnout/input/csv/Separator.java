package io.earnout.input.csv;

import java.util.ArrayList;
import java.util.List;

/**
 * What stands between the cells of a file. Spreadsheets write commas, or semicolons where the comma is the decimal sign, or tabs.
 * The header decides for the whole file; a decimal comma in a file of semicolons stays a fault.
 */
enum Separator {
    COMMA(',', "comma"),
    SEMICOLON(';', "semicolon"),
    TAB('\t', "tab");

    private final byte sign;
    private final String word;

    Separator(char sign, String word) {
        this.sign = (byte) sign;
        this.word = word;
    }

    byte sign() {
        return sign;
    }

    /** As a sentence names several. */
    String plural() {
        return word + "s";
    }

    @Override
    public String toString() {
        return word;
    }

    /** The one by which a header names the most columns of the file; the comma if it is all the same. */
    static Separator of(byte[] record, int start, int end, Schema schema) {
        Separator best = COMMA;
        long most = 0;
        for (Separator separator : values()) {
            long named = separator.cells(record, start, end).stream()
                    .filter(name -> schema.columnMeantBy(name).isPresent())
                    .count();
            if (named > most) {
                best = separator;
                most = named;
            }
        }
        return best;
    }

    /** The texts of a record's cells. */
    List<String> cells(byte[] record, int start, int end) {
        Cells cells = new Cells();
        cells.cut(record, start, end, sign);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < cells.count(); i++) {
            texts.add(cells.text(i));
        }
        return texts;
    }

    /** Whether a record is nothing but one of these signs, once or several times: a row that a spreadsheet wrote empty. */
    static boolean isEmptyRow(byte[] record, int start, int end) {
        byte first = record[start];
        for (int i = start; i < end; i++) {
            if (record[i] != first) {
                return false;
            }
        }
        return first == COMMA.sign || first == SEMICOLON.sign || first == TAB.sign;
    }
}
