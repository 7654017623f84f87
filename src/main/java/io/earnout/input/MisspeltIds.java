package io.earnout.input;

import io.earnout.escrow.finding.Source;
import io.earnout.escrow.finding.TextSimilarity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Ids that name no agreement, and the agreements that may be meant by them. A row with such an id may be the one that holds an
 * agreement near to it, which therefore waits until the id is corrected.
 */
public final class MisspeltIds {

    public static final MisspeltIds NONE = new MisspeltIds(List.of());

    /** More ids that name no agreement than these are no misspellings; it bounds the memory. */
    private static final int MOST = 100_000;

    /**
     * An id near to more agreements than these tells nothing: where ids are numbered without gaps, most misspellings are another
     * agreement's id and can't be noticed at all.
     */
    private static final int MOST_MEANT = 3;

    /** A shorter id is a part of others by chance. */
    private static final int SHORTEST_PART = 6;

    private final Map<String, List<Stray>> byVariant = new HashMap<>();
    private final Map<String, List<String>> meant = new HashMap<>();
    private final Map<String, List<Stray>> mayMean = new HashMap<>();

    /** An id that names no agreement, and the first row that has it. */
    public record Stray(String id, Source source) {}

    /** Begins to look for the agreements that are meant by such ids. */
    MisspeltIds(Collection<Stray> strays) {
        strays.stream().sorted(Comparator.comparing(Stray::id)).limit(MOST).forEach(stray -> {
            String skeleton = TextSimilarity.skeleton(stray.id());
            variants(skeleton).forEach(variant -> put(variant, stray));
            // a row that was cut off has the id of the next row glued to its end
            for (int i = 1; i <= skeleton.length() - SHORTEST_PART; i++) {
                put(skeleton.substring(i), stray);
                put(skeleton.substring(0, skeleton.length() - i), stray);
            }
        });
    }

    private void put(String variant, Stray stray) {
        List<Stray> strays = byVariant.computeIfAbsent(variant, none -> new ArrayList<>(1));
        if (!strays.contains(stray)) {
            strays.add(stray);
        }
    }

    /** Whether there is nothing to look for. */
    boolean isEmpty() {
        return byVariant.isEmpty();
    }

    /** Whether an agreement may be meant by one of them. */
    public boolean meanSomething() {
        return !meant.isEmpty();
    }

    /** Looks whether an agreement may be meant. */
    void compareWith(String agreementId) {
        String skeleton = TextSimilarity.skeleton(agreementId);
        Map<String, Stray> near = new TreeMap<>();
        for (String variant : variants(skeleton)) {
            byVariant.getOrDefault(variant, List.of()).stream()
                    .filter(stray -> variant.equals(skeleton) || TextSimilarity.isNear(stray.id(), agreementId))
                    .forEach(stray -> near.put(stray.id(), stray));
        }
        near.values().forEach(stray -> {
            meant.computeIfAbsent(stray.id(), none -> new ArrayList<>()).add(agreementId);
            mayMean.computeIfAbsent(agreementId, none -> new ArrayList<>(1)).add(stray);
        });
    }

    /** The text itself, and all that is left of it without one character: near texts have one of these in common. */
    private static Set<String> variants(String text) {
        Set<String> variants = new HashSet<>();
        variants.add(text);
        for (int i = 0; i < text.length(); i++) {
            variants.add(text.substring(0, i) + text.substring(i + 1));
        }
        return variants;
    }

    /** The agreements that an id may mean, the nearest first. */
    List<String> meantBy(String id) {
        return meant.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.<String>comparingInt(agreement ->
                                TextSimilarity.edits(TextSimilarity.skeleton(agreement), TextSimilarity.skeleton(id)))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** A row whose id may mean an agreement, and few others. */
    Optional<Stray> rowThatMayMean(String agreementId) {
        return mayMean.getOrDefault(agreementId, List.of()).stream()
                .filter(stray -> meant.getOrDefault(stray.id(), List.of()).size() <= MOST_MEANT)
                .findFirst();
    }
}
