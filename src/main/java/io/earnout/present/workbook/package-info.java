/**
 * The calculation to recalculate: one spreadsheet with a sheet for each agreement, in the formulas that one would write by
 * hand, from the figures that were read down to the shares that are instructed and cancelled.
 *
 * <p>Read {@link io.earnout.present.workbook.Workbook} first, then {@code AgreementSheet}. {@code YearTable} is SPA 5.1 and 5.2(1)
 * in cells, {@code PairTable} is SPA 5.2(2), {@code TrancheTable} and {@code ReleaseTable} say what becomes of the shares. Beside
 * each result is the program's figure and a check. It is the one place where figures are calculated a second time, on purpose.
 *
 * <p>A spreadsheet keeps some fifteen digits of a number, the program keeps all. {@code CloseRounding} finds in exact arithmetic,
 * under every reading, where that is too few to round to a whole share; there the sheet takes the program's figure and says so.
 * {@code CreditFigures} and {@code PairFigures} are the values that are stored beside the formulas of {@code PairTable}.
 */
package io.earnout.present.workbook;
