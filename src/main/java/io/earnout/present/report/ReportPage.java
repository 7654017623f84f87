package io.earnout.present.report;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.present.changes.Change;
import io.earnout.present.overview.RunOverview;
import io.earnout.present.papers.DraftedDocument;
import io.earnout.present.todo.AgreementToDo;
import io.earnout.present.todo.ToDo;
import io.earnout.publish.RunIdentity;
import io.earnout.publish.SafeName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The report of a run: its first page, and the parts about the run as a whole.
 *
 * @param documents the papers that the run drafted
 */
public record ReportPage(RunOverview overview, List<DraftedDocument> documents) {

    /** Where the pages of single agreements go, inside the run folder. */
    public static final String FOLDER = "agreements";

    private static final int MOST_CHANGES = 60;

    public RunIdentity identity() {
        return overview.identity();
    }

    public FirstScreen firstScreen() {
        return new FirstScreen(overview);
    }

    /** The paper that an item is about; none where the run drafted none. */
    public List<DraftedDocument> papersOf(ToDo item) {
        return documents.stream().filter(document -> document.isOf(item)).toList();
    }

    /** What is to be done about one agreement. */
    public List<ToDo> toDo(AgreementPart agreement) {
        return AgreementToDo.of(agreement.result());
    }

    /** The part of each agreement, one after the other, so that only one is in memory at a time. */
    public Iterable<AgreementPart> agreements() {
        return () -> IntStream.range(0, overview.results().size())
                .mapToObj(this::agreement)
                .iterator();
    }

    AgreementPart agreement(int at) {
        AgreementResult result = overview.results().get(at);
        return overview.holdsAll()
                ? AgreementPart.of(result, documents, at + 1, "")
                : AgreementPart.of(result, documents, 1, "../");
    }

    /** Where the part of an agreement is: further down, or in a page of its own. */
    public String link(AgreementPart agreement) {
        return overview.holdsAll() ? "#" + agreement.anchor() : FOLDER + "/" + fileName(agreement.result());
    }

    static String fileName(AgreementResult result) {
        return SafeName.of(result.agreementId()) + ".html";
    }

    /** The contradictions of the documents, or the points on which they are silent. */
    public List<Finding> openPoints(boolean contradictions) {
        return overview.ofTheRun().stream()
                .filter(finding -> finding.code().name().startsWith(contradictions ? "CONTRADICTION_" : "SILENT_"))
                .toList();
    }

    /** The findings on files and on the run, except the open points. */
    public List<Finding> findingsOfTheRun() {
        List<Finding> findings = new ArrayList<>();
        for (Finding finding : overview.ofTheRun()) {
            FindingCode code = finding.code();
            if (!code.name().startsWith("CONTRADICTION_") && !code.name().startsWith("SILENT_")) {
                findings.add(finding);
            }
        }
        findings.sort(Comparator.comparing(finding -> finding.code().severity()));
        return findings;
    }

    /** The first changes; the file has them all. */
    public List<Change> changes() {
        return overview.changes().stream().limit(MOST_CHANGES).toList();
    }

    public long changesLeftOut() {
        return overview.changed() - changes().size();
    }

    /** How many agreements are entitled to how much of their assessed tranches. */
    public List<FirstScreen.Part> distribution() {
        List<Long> parts = overview.totals().distribution();
        List<FirstScreen.Part> named = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String what = i == parts.size() - 1 ? "all of them" : i * 10 + "% to under " + (i + 1) * 10 + "%";
            named.add(new FirstScreen.Part(Written.number(parts.get(i)), what));
        }
        return named;
    }

    public String rowsOf(String inputFile) {
        Long rows = overview.inputRows().get(inputFile);
        return rows == null ? "" : Written.number(rows);
    }
}
