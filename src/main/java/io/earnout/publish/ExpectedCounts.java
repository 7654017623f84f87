package io.earnout.publish;

import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * The counts of the input check, which the published files must have.
 *
 * @param agreements how many agreements are settled
 * @param years how many assessment years they have
 * @param considerationShares how many consideration shares they have
 * @param readings the reading, where there is one agreement
 */
public record ExpectedCounts(
        long agreements,
        long years,
        BigInteger considerationShares,
        Optional<String> readings,
        Map<String, Long> inputRows) {}
