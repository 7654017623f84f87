package io.earnout.escrow.finding;

/**
 * One thing found wrong, or worth a note: where, what, and what to do about it. A row of {@code exceptions.csv}.
 *
 * @param agreementId empty where it belongs to no agreement
 * @param year the assessment year; 0 where it belongs to none
 * @param source the file and line; {@link Source#NONE} where it follows from several
 * @param column the invalid column; empty where it is none alone
 * @param value the cell's text, unchanged
 * @param message what is wrong, in a sentence that people understand
 * @param remedy what to do; empty where there is nothing to do
 */
public record Finding(
        FindingCode code,
        String agreementId,
        int year,
        Source source,
        String column,
        String value,
        String message,
        String remedy) {

    public Finding {
        message = HiddenCharacters.spelledOut(message);
        remedy = HiddenCharacters.spelledOut(remedy);
    }

    /** As the console prints it: place, column, whose it is where the place alone doesn't say so, and what is wrong. */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder();
        if (!source.equals(Source.NONE)) {
            line.append(source).append(": ");
        }
        if (!column.isEmpty()) {
            line.append(column).append(": ");
        }
        // what is wrong with a cell is seen in its row; of what follows from it one must know whose it is
        boolean isAboutACell = !source.equals(Source.NONE) && (column.isEmpty() || message.startsWith("\""));
        if (!isAboutACell && !agreementId.isEmpty()) {
            line.append(agreementId).append(year == 0 ? ": " : " year " + year + ": ");
        }
        line.append(message);
        return remedy.isEmpty() ? line.toString() : line + "\n  " + remedy;
    }
}
