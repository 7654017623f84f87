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

    private Documents() {}

    /**
     * Drafts the papers that are due of every agreement, except where one of its texts can't be printed. A portfolio that is
     * too large to show as a whole gets none: they are drafted for one agreement at a time, on demand.
     *
     * @param run the staged run folder
     * @param sums over the files written
     * @return the papers drafted, in the order of agreement, year and kind
     */
    public static List<DraftedDocument> draft(RunOverview overview, Path run, ControlSums sums) throws IOException {
        if (!overview.holdsAll()) {
            return List.of();
        }
        EarlierPapers earlier =
                EarlierPapers.of(overview.previousRun(), overview.identity().asOf());
        List<DraftedDocument> drafted = new ArrayList<>();
        for (AgreementResult result : overview.results()) {
            drafted.addAll(draft(overview.identity(), result, earlier, run, sums));
        }
        drafted.sort(Comparator.comparing(DraftedDocument::agreementId)
                .thenComparing(DraftedDocument::assessmentYear)
                .thenComparing(DraftedDocument::kind));
        return List.copyOf(drafted);
    }

    /**
     * Drafts the papers that are due of one agreement, on demand, in the versions that a run gives them.
     *
     * @param previousRun the last run, whose versions they continue; nothing if there is none
     * @param folder gets the papers themselves
     */
    public static List<DraftedDocument> draft(
            RunIdentity identity, AgreementResult result, Optional<Path> previousRun, Path folder) throws IOException {
        List<DraftedDocument> drafted = new ArrayList<>();
        for (Paper paper : due(identity, result, EarlierPapers.of(previousRun, identity.asOf()))) {
            try (OutputStream out =
                    FilePermissions.create(folder.resolve(paper.document().fileName()))) {
                out.write(paper.print());
            }
            drafted.add(paper.document());
        }
        return drafted;
    }

    private static List<DraftedDocument> draft(
            RunIdentity identity, AgreementResult result, EarlierPapers earlier, Path folder, ControlSums sums)
            throws IOException {
        List<DraftedDocument> drafted = new ArrayList<>();
        for (Paper paper : due(identity, result, earlier)) {
            byte[] printed = paper.print();
            FilePermissions.createFolders(folder.resolve(DraftedDocument.FOLDER));
            try (OutputStream out =
                    sums.createForPeople(folder, paper.document().file())) {
                out.write(printed);
            }
            drafted.add(paper.document());
        }
        return drafted;
    }

    private static List<Paper> due(RunIdentity identity, AgreementResult result, EarlierPapers earlier) {
        return UnprintableText.isIn(result) ? List.of() : new AgreementPapers(identity, result, earlier).due();
    }
}
