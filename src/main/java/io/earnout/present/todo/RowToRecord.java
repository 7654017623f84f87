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
public record RowToRecord(
        Records file, Source place, Map<String, String> whole, List<Map<String, String>> parts) {

    static final String TRANCHE = "tranche_year";

    static RowToRecord adding(Records file, Map<String, String> cells) {
        return new RowToRecord(file, Source.NONE, cells, List.of());
    }

    static RowToRecord fillingIn(Records file, Source place, Map<String, String> cells) {
        return new RowToRecord(file, place, cells, List.of());
    }

    /** The rows as they fit the header that the file has, each with the file before it. */
    public List<String> lines(RowForms forms) {
        RowForm form = forms.of(file.toString());
        List<String> lines = new ArrayList<>();
        rows(forms).forEach(row -> lines.add(
                (place.equals(Source.NONE) ? forms.nameOf(file.toString()) : place + " becomes") + ": " + row));
        if (!form.has(TRANCHE) && needsTranche()) {
            lines.add(0, "add the column " + TRANCHE + " to " + forms.nameOf(file.toString()) + ", as the last one");
        }
        if (form.isNew()) {
            lines.add(0, file + " is a new file; its first line is " + form.header());
        }
        return lines;
    }

    /** The rows alone. */
    public List<String> rows(RowForms forms) {
        RowForm form = forms.of(file.toString());
        if (!form.has(TRANCHE) && needsTranche()) {
            return List.of(form.with(TRANCHE).row(whole));
        }
        return parts.isEmpty() || !form.has(TRANCHE)
                ? List.of(form.row(whole))
                : parts.stream().map(form::row).toList();
    }

    /** Whether the shares are of another tranche than that of the year, which a row takes for granted. */
    private boolean needsTranche() {
        String tranche = whole.getOrDefault(TRANCHE, "");
        return !tranche.isEmpty() && !tranche.equals(whole.get("assessment_year"));
    }
}
