/** What has happened to an escrow: approvals, reports, signatures, transfers, suspensions, adjustments, prices, dividends. */
package io.earnout.escrow.record;
