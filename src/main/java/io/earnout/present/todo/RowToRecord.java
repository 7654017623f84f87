package io.earnout.present.todo;

import io.earnout.escrow.finding.Records;
import io.earnout.escrow.finding.Source;
import io.earnout.input.RowForms;
import io.earnout.input.csv.RowForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Rows to add to a file, or a row of it to fill in.
 *
 * @param file where they belong
 * @param place the row to fill in; {@link Source#NONE} for rows to add
 * @param whole the cells of one row on all of it, by column
 * @param parts the cells of a row for each tranche, where there are several; used if the file can tell tranches apart
 */
public record RowToRecord(Records file, Source place, Map<String, String> whole, List<Map<String, String>> parts) {

    static final String TRANCHE = "tranche_year";

    static RowToRecord adding(Records file, Map<String, String> cells) {
        return new RowToRecord(file, Source.NONE, cells, List.of());
    }

    static RowToRecord fillingIn(Records file, Source place, Map<String, String> cells) {
        return new RowToRecord(file, place, cells, List.of());
    }

    /** The rows as they fit the header that the file has, each with the file before it. */
    public List<String> lines(RowForms forms) {
        String name = forms.nameOf(file.toString());
        RowForm form = forms.of(file.toString());
        List<String> lines = new ArrayList<>();
        if (form.isNew()) {
            lines.add(name + " is a new file, with this header: " + form(forms).header());
        } else if (!form(forms).equals(form)) {
            lines.add("add the column " + TRANCHE + " to " + name + ", as the last one");
        }
        String where = place.equals(Source.NONE) ? name : place + " becomes";
        rows(forms).forEach(row -> lines.add(where + ": " + row));
        return lines;
    }

    /** The rows alone. */
    public List<String> rows(RowForms forms) {
        RowForm form = form(forms);
        return parts.isEmpty() || !form.has(TRANCHE)
                ? List.of(form.row(whole))
                : parts.stream().map(form::row).toList();
    }

    /** The header that the file has, or should have. */
    public RowForm form(RowForms forms) {
        RowForm form = forms.of(file.toString());
        if (form.isNew()) {
            return form.only((parts.isEmpty() ? whole : parts.get(0)).keySet());
        }
        return form.has(TRANCHE) || !needsTranche() ? form : form.with(TRANCHE);
    }

    /** Whether the shares are of another tranche than that of the year, which a row takes for granted. */
    private boolean needsTranche() {
        String tranche = whole.getOrDefault(TRANCHE, "");
        return !tranche.isEmpty() && !tranche.equals(whole.get("assessment_year"));
    }
}
