/**
 * The earn-out escrow job: audited revenue in; release instructions, cancellation list and reconciliation report out.
 *
 * <p>One idea: Article 5 only ever moves shares. A movement takes whole shares of one year's tranche from one account to
 * another under one clause; the settlement of an agreement is its list of movements, and every output is a view of it.
 * The second idea: an escrow can be settled alone. Around that pure function everything streams.
 *
 * <pre>
 *   input -> escrow (which asks settlement) -> output -> publish
 *                                                \-> present
 *   terms is read by all, batch connects them, cli starts it
 *
 *   terms                what was agreed (SPA 1, 4, 5)
 *   settlement           what follows from it (SPA 4.1, 5.1, 5.2)
 *   escrow.finding       what is wrong or worth a note, with its clause
 *   escrow.record        what has happened: reports, signatures, transfers, suspensions
 *   escrow.calendar      business days and deadlines
 *   escrow.review        which reports count (SPA 4.2)
 *   escrow.release       what may be instructed (EA 3)
 *   escrow.delay         who is liable for a late release (SPA 8.2)
 *   escrow.determination everything that follows for one agreement on one day
 *   input.csv            CSV text to cells, cells to values
 *   input                CSV files to the domain
 *   output               the domain to CSV files
 *   publish              staging, proof, atomic move, verify
 *   present.explain      how each number was calculated
 *   present.changes      what differs from the previous run
 *   present.overview     what people look at, in a portfolio of any size
 *   present.papers       the documents to sign (EA 3.1)
 *   present.report       the report to look at
 *   present.workbook     the calculation to recalculate
 *   batch                the Spring Batch job
 *   cli                  the command line
 * </pre>
 *
 * <p>Each imports only those before it, and of the libraries those that ArchitectureTest lists. {@link
 * io.earnout.cli.EarnoutApplication} is the command line.
 */
package io.earnout;
