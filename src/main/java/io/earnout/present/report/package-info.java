/**
 * The reconciliation report: one HTML file that asks for nothing else, with the figures of the files of the run.
 *
 * <p>{@code ReportPages} renders the templates of {@code src/main/jte/report}. {@code ReportPage} holds the parts about the run,
 * {@code AgreementPart} those about one agreement. A picture is inline SVG: its record computes whole coordinates by
 * {@code Scale}, its template in {@code report/pictures} draws them. Each figure names the cell of the file it is taken from,
 * so that a test can compare them.
 */
package io.earnout.present.report;
