package io.earnout.input;

import io.earnout.input.csv.InputFile;
import io.earnout.input.csv.RowForm;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/** How the rows have to look that are added to the files of an input folder; a file in several parts gets them in its last. */
public final class RowForms {

    private final Map<String, RowForm> forms = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();

    private RowForms() {
        for (Format format : Format.values()) {
            forms.put(format.wholeName(), RowForm.of(format.schema()));
        }
    }

    /** Of files that have yet to be begun. */
    public static RowForms declared() {
        return new RowForms();
    }

    /** Of the files of a folder whose headers have been found sound. */
    public static RowForms of(InputFolder folder) throws IOException {
        RowForms all = new RowForms();
        for (InputFile file : folder.files()) {
            String whole = Format.of(file).wholeName();
            all.forms.put(whole, RowForm.of(file));
            all.files.put(whole, file.name());
        }
        return all;
    }

    /** The form of the rows of a file, by its usual name. */
    public RowForm of(String fileName) {
        RowForm form = forms.get(fileName);
        if (form == null) {
            throw new IllegalArgumentException("no input file: " + fileName);
        }
        return form;
    }

    /** What the file is called in the folder. */
    public String nameOf(String fileName) {
        return files.getOrDefault(fileName, fileName);
    }
}
