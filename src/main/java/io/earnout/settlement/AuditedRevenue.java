package io.earnout.settlement;

import io.earnout.terms.Money;

/**
 * The operating revenue of one assessment year as an accepted report confirms it (SPA 4.2).
 *
 * @param year the number of the assessment year
 * @param amount to the fen
 * @param reportId the report that says so
 */
public record AuditedRevenue(int year, Money amount, String reportId) {}
