package io.earnout.publish;

import java.io.IOException;

/** A manifest is no JSON, or an entry of it is missing. */
public final class UnreadableManifest extends IOException {

    private static final long serialVersionUID = 1L;

    UnreadableManifest(RuntimeException cause) {
        super(Manifest.FILE_NAME + " can't be read", cause);
    }

    UnreadableManifest(String missing) {
        super(Manifest.FILE_NAME + " has no " + missing);
    }
}
