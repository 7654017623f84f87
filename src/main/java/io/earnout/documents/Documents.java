package io.earnout.documents;

import io.earnout.output.RunOverview;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Drafts the papers of a run as PDF, each only where it is due. */
public final class Documents {

    /** Where they go, inside the run folder. */
    public static final String FOLDER = "documents";

    private Documents() {}

    /**
     * Drafts what is due of every dossier.
     *
     * @param run the staged run folder
     * @return what was drafted, in the order of agreement, year and kind
     */
    public static List<DraftedDocument> draft(RunOverview overview, Path run) throws IOException {
        return List.of();
    }
}
