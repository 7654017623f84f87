/**
 * What is wrong or worth a note, with its clause: a {@link io.earnout.escrow.finding.Finding} has a {@link
 * io.earnout.escrow.finding.FindingCode}, which says whether it stops the run, holds shares, warns or notes.
 */
package io.earnout.escrow.finding;
