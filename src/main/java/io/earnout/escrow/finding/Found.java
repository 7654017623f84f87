package io.earnout.escrow.finding;

import java.util.List;

/**
 * A result, and what was found on the way to it.
 *
 * @param <T> what it is
 */
public record Found<T>(T value, List<Finding> findings) {}
