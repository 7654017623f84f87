package io.earnout.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.json.JsonParseException;

/**
 * The chain of published runs: each manifest holds the hash of the manifest before it, and so proves that one to the byte,
 * whether it has a seal of its own or was written before there were seals.
 */
final class RunChain {

    private final Map<String, Path> byManifest = new HashMap<>();
    private final Map<String, Set<Path>> runsAfter = new HashMap<>();

    RunChain(List<Path> runs) throws IOException {
        for (Path run : runs) {
            Path manifest = run.resolve(Manifest.FILE_NAME);
            if (Files.isRegularFile(manifest, LinkOption.NOFOLLOW_LINKS)) {
                byManifest.put(Sha256.of(manifest), run);
                runsAfter
                        .computeIfAbsent(previousOf(manifest), hash -> new HashSet<>())
                        .add(run);
            }
        }
    }

    private static String previousOf(Path manifest) throws IOException {
        try {
            return Manifest.previous(Manifest.read(manifest));
        } catch (JsonParseException e) {
            return ""; // it is told of that run that it can't be read
        }
    }

    /** The run whose manifest has a hash. */
    Optional<Path> runWith(String manifestHash) {
        return Optional.ofNullable(byManifest.get(manifestHash));
    }

    /** The sealed run that proves the manifest of a run, directly or through the runs between; nothing if there is none. */
    Optional<Path> sealedRunAfter(Path run) throws IOException {
        Set<Path> known = new HashSet<>();
        Set<Path> next = after(run);
        while (known.addAll(next)) {
            Set<Path> afterNext = new HashSet<>();
            for (Path later : next) {
                if (ManifestChecksum.fits(Files.readAllBytes(later.resolve(Manifest.FILE_NAME)))) {
                    return Optional.of(later);
                }
                afterNext.addAll(after(later));
            }
            next = afterNext;
        }
        return Optional.empty();
    }

    private Set<Path> after(Path run) throws IOException {
        return runsAfter.getOrDefault(Sha256.of(run.resolve(Manifest.FILE_NAME)), Set.of());
    }
}
