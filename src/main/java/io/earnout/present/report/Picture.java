package io.earnout.present.report;

/**
 * A picture as it stands in a page.
 *
 * @param svg drawn by this program from figures alone
 * @param unit what its axis counts; empty where it has none
 */
public record Picture(String svg, String unit) {}
