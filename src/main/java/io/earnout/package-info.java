/**
 * The earn-out escrow job: audited revenue in; release instructions, cancellation list and reconciliation report out.
 *
 * <p>One idea: Article 5 only ever moves shares. A movement takes whole shares of one year's tranche from one account to
 * another under one clause; the settlement of an agreement is its list of movements, and every output is a view of it.
 * The second idea: what can be settled alone is one escrow. Around that pure function everything streams.
 *
 * <pre>
 *   input -> settlement -> escrow -> output -> report, documents, workbook
 *   terms is read by all, job wires them, nobody imports job
 *
 *   terms        what was agreed (SPA 1, 4, 5)                     imports the JDK only
 *   settlement   what follows from it (SPA 4.1, 5.1, 5.2)          imports terms
 *   escrow       what may be done (SPA 4.2, EA 3)                  imports terms, settlement
 *   input        CSV to domain                                     imports the domain, OpenCSV, Batch's reader API
 *   output       domain to files                                   imports the domain, Batch's writer API, Boot's JSON
 *   derivation   how each number was calculated, cell by cell          imports the domain
 *   inquiry      a question about one agreement, without a run     imports the domain, input, derivation, output
 *   documents    the papers to sign (EA 3.1)                       imports the domain, derivation, output; PDF
 *   report       the report to look at                             imports all of these; HTML and charts
 *   workbook     the calculation to recompute                      imports the domain, derivation, output; XLSX
 *   job          the batch job and what is around it               imports all
 * </pre>
 *
 * <p>A test holds these arrows. {@link io.earnout.cli.EarnoutApplication} is the command line.
 */
package io.earnout;
