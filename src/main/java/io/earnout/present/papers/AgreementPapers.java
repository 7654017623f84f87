package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.publish.RunIdentity;
import io.earnout.publish.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The papers of an agreement that are due: for each joint written instruction that the agent has not received, its form, the
 * calculation statement, the checklist and a letter to the transfer agent that is on record (EA 3.1, 3.2); for a year with shares held, the statement alone; and where shares are to
 * be cancelled, once that can matter, the list and the return instruction (SPA 5.2(1)); of every agreement the summary.
 */
final class AgreementPapers {

    private final RunIdentity identity;
    private final AgreementResult result;
    private final EarlierPapers earlier;

    AgreementPapers(RunIdentity identity, AgreementResult result, EarlierPapers earlier) {
        this.identity = identity;
        this.result = result;
        this.earlier = earlier;
    }

    List<Paper> due() {
        List<Paper> due = new ArrayList<>();
        for (YearPaperContent year : YearPaperContent.of(result)) {
            boolean isToBeSigned = year.isInstruction() && !year.exceedsTheResult();
            if (isToBeSigned) {
                due.add(ofYear(PaperKind.JOINT_INSTRUCTION, year));
            }
            if (year.isInstruction() || !year.held().isNone()) {
                due.add(ofYear(PaperKind.CALCULATION_STATEMENT, year));
            }
            if (year.isInstruction()) {
                due.add(ofYear(PaperKind.CHECKLIST, year));
                if (isToBeSigned && !Blank.is(year.transferAgent().name())) {
                    due.add(ofYear(PaperKind.TRANSFER_AGENT_LETTER, year));
                }
            }
        }
        CancellationPaperContent escrow = new CancellationPaperContent(result);
        if (escrow.isDue()) {
            String status = escrow.isFinal() ? "FINAL" : "PROJECTED";
            due.add(ofEscrow(PaperKind.CANCELLATION_LIST, escrow, escrow.listNumber(), status));
            due.add(ofEscrow(
                    PaperKind.RETURN_INSTRUCTION,
                    escrow,
                    escrow.returnNumber(),
                    escrow.isFinal() ? "BLOCKED" : status));
        }
        due.add(paper(
                PaperKind.SUMMARY,
                0,
                result.agreementId() + "-",
                result.agreementId(),
                List.of(),
                List.of(),
                Map.of("escrow", new SummaryContent(result))));
        return due;
    }

    private Paper ofYear(PaperKind kind, YearPaperContent year, String... marks) {
        List<?> terms = List.of(
                year.isInstruction() ? year.instructed() : year.lines(),
                year.releaseDue(),
                List.of(
                        year.issuer().terms(),
                        year.purchaser().terms(),
                        year.seller().terms(),
                        year.escrowAgent().terms()),
                year.readings());
        Map<String, Object> shown = new HashMap<>(Map.of("year", year, "holds", HoldReason.of(year)));
        if (year.isInstruction()) {
            shown.put("conditions", new Conditions(year).all());
        }
        String series = result.agreementId() + "-AY" + year.number() + "-";
        return paper(kind, year.number(), series, year.instructionId(), year.numbers(), terms, shown, marks);
    }

    private Paper ofEscrow(PaperKind kind, CancellationPaperContent escrow, String number, String mark) {
        List<?> terms = List.of(
                number,
                escrow.issuer().terms(),
                escrow.purchaser().terms(),
                escrow.escrowAgent().terms());
        String series = number.substring(0, number.lastIndexOf('-') + 1);
        return paper(kind, 0, series, number, List.of(), terms, Map.of("escrow", escrow), mark);
    }

    private Paper paper(
            PaperKind kind,
            int year,
            String series,
            String number,
            List<String> history,
            List<?> terms,
            Map<String, Object> content,
            String... marks) {
        String digest = Sha256.of(terms.toString().getBytes(StandardCharsets.UTF_8));
        PaperVersion version =
                PaperVersion.of(number, history, digest, earlier.last(result.agreementId(), series, number));
        List<String> all = new ArrayList<>(List.of(marks));
        if (identity.projection()) {
            all.add(DraftedDocument.PROJECTION);
        }
        DraftedDocument document = new DraftedDocument(
                kind,
                result.agreementId(),
                year,
                number,
                version.version(),
                version.supersedes(),
                result.asOf(),
                List.copyOf(all));
        Map<String, Object> shown = new HashMap<>(content);
        shown.put("document", document);
        shown.put("enclosures", Enclosure.of(identity));
        return new Paper(document, digest, shown);
    }
}
