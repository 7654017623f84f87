/**
 * The papers that a run drafts as PDF: joint written instruction, calculation statement and checklist (EA 3.1), cancellation
 * list and return instruction (SPA 5.2(1)).
 *
 * <p>{@code AgreementPapers} decides which papers are due, {@code YearPaperContent} and {@code CancellationPaperContent} hold
 * their content, the templates of {@code src/main/jte/documents} their wording, and {@code PdfPrinter} prints them with the
 * same bytes on every machine.
 */
package io.earnout.present.papers;
