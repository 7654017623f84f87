/** What may be instructed, what is signed and what was transferred (EA 3): drafts, gates, the ledger of each tranche. */
package io.earnout.escrow.release;
