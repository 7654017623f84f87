/**
 * The calculation to recompute: one spreadsheet with a sheet for each agreement, in live formulas from the cells of the input
 * down to the shares that are instructed and cancelled.
 *
 * <p>Read {@link io.earnout.present.workbook.Workbook} first, then {@code AgreementSheet}. {@code YearRow} is SPA 5.1 and 5.2(1) in
 * cells, {@code PairRow} and {@code CreditRow} are SPA 5.2(2). A cell alone keeps about fifteen figures of a number, too few
 * to round as the contract needs it: {@code Digits} holds exact numbers in several cells, and says how they are multiplied,
 * added up and compared. The program's figures stand beside the sheet's as plain values; {@code Comparison} says whether they
 * agree. It is the one place where figures are worked out a second time, on purpose.
 */
package io.earnout.present.workbook;
