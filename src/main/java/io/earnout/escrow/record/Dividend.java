package io.earnout.escrow.record;

import io.earnout.escrow.finding.Source;
import io.earnout.terms.PerShare;
import java.time.LocalDate;

/**
 * A dividend on the issuer's shares (SPA 3.2, EA 1.3): the seller's, on every share in escrow on the record date.
 *
 * @param perShare in the dividend's own currency
 */
public record Dividend(LocalDate recordDate, PerShare perShare, String currency, Source source) {}
