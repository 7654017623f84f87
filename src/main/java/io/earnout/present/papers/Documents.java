package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.present.overview.RunOverview;
import io.earnout.publish.ControlSums;
import io.earnout.publish.FilePermissions;
import io.earnout.publish.RunIdentity;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
     * @param sums over what is written
     * @return what was drafted, in the order of agreement, year and kind
     */
    public static List<DraftedDocument> draft(RunOverview overview, Path run, ControlSums sums) throws IOException {
        if (!overview.holdsAll()) {
            return List.of();
        }
        EarlierPapers earlier =
                EarlierPapers.of(overview.previousRun(), overview.identity().asOf());
        List<DraftedDocument> drafted = new ArrayList<>();
        for (AgreementResult dossier : overview.dossiers()) {
            drafted.addAll(draft(overview.identity(), dossier, earlier, run, sums));
        }
        drafted.sort(Comparator.comparing(DraftedDocument::agreementId)
                .thenComparing(DraftedDocument::assessmentYear)
                .thenComparing(DraftedDocument::kind));
        return List.copyOf(drafted);
    }

    /**
     * Drafts what is due of one agreement, on demand.
     *
     * @param folder gets the papers, as a run folder does
     */
    public static List<DraftedDocument> draft(RunIdentity identity, AgreementResult dossier, Path folder)
            throws IOException {
        EarlierPapers none = EarlierPapers.of(Optional.empty(), identity.asOf());
        return draft(identity, dossier, none, folder, new ControlSums());
    }

    private static List<DraftedDocument> draft(
            RunIdentity identity, AgreementResult dossier, EarlierPapers earlier, Path folder, ControlSums sums)
            throws IOException {
        List<DraftedDocument> drafted = new ArrayList<>();
        if (!UnprintableText.isIn(dossier)) {
            for (Paper paper : new AgreementPapers(identity, dossier, earlier).due()) {
                write(paper, folder, sums);
                drafted.add(paper.document());
            }
        }
        return drafted;
    }

    private static void write(Paper paper, Path run, ControlSums sums) throws IOException {
        byte[] printed = paper.print();
        FilePermissions.createFolders(run.resolve(FOLDER));
        try (OutputStream out = sums.createForPeople(run, paper.document().file())) {
            out.write(printed);
        }
    }
}
