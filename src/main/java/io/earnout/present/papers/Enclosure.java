package io.earnout.present.papers;

import io.earnout.publish.RunIdentity;
import java.util.List;
import java.util.Set;

/**
 * An input file on which a paper is based, as it was read.
 *
 * @param sha256 by which the file can be told from every other one
 */
public record Enclosure(String file, String sha256) {

    /** Files about money alone (SPA 3.2, 8.2): no quantity and no day of a release depends on them. */
    private static final Set<String> ABOUT_MONEY = Set.of("share-prices.csv", "dividends.csv");

    static List<Enclosure> of(RunIdentity identity) {
        return identity.inputs().entrySet().stream()
                .filter(input -> !ABOUT_MONEY.contains(input.getKey()))
                .map(input -> new Enclosure(input.getKey(), input.getValue()))
                .toList();
    }
}
