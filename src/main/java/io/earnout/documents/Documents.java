package io.earnout.documents;

import io.earnout.escrow.Dossier;
import io.earnout.output.OwnerOnly;
import io.earnout.output.RunOverview;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Drafts the papers of a run as PDF, each only where it is due. */
public final class Documents {

    /** Where they go, inside the run folder. */
    public static final String FOLDER = "documents";

    private Documents() {}

    /**
     * Drafts what is due of every dossier, except where the papers of an agreement could not show one of its texts. Of a
     * portfolio that is too large to look at as a whole none are drafted: they are had agreement by agreement, on demand.
     *
     * @param run the staged run folder
     * @return what was drafted, in the order of agreement, year and kind
     */
    public static List<DraftedDocument> draft(RunOverview overview, Path run) throws IOException {
        if (!overview.holdsAll()) {
            return List.of();
        }
        EarlierPapers earlier =
                EarlierPapers.of(overview.previousRun(), overview.identity().asOf());
        List<DraftedDocument> drafted = new ArrayList<>();
        for (Dossier dossier : overview.dossiers()) {
            if (!UnprintableText.isIn(dossier)) {
                for (Paper paper : new AgreementPapers(overview.identity(), dossier, earlier).due()) {
                    write(paper, run);
                    drafted.add(paper.document());
                }
            }
        }
        drafted.sort(Comparator.comparing(DraftedDocument::agreementId)
                .thenComparing(DraftedDocument::assessmentYear)
                .thenComparing(DraftedDocument::kind));
        return List.copyOf(drafted);
    }

    private static void write(Paper paper, Path run) throws IOException {
        byte[] printed = paper.print();
        OwnerOnly.createFolders(run.resolve(FOLDER));
        try (OutputStream out = OwnerOnly.create(run.resolve(paper.document().file()))) {
            out.write(printed);
        }
    }
}
