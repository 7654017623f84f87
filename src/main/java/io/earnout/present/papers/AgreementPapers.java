package io.earnout.present.papers;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.present.papers.DraftedDocument.Kind;
import io.earnout.publish.RunIdentity;
import io.earnout.publish.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Which papers of an agreement are due: for each joint written instruction that the agent has not received its form with the calculation
 * statement and the checklist (EA 3.1), for a year with shares held the statement alone, and where shares are to be cancelled
 * the list and the return instruction (SPA 5.2(1)).
 */
final class AgreementPapers {

    private final RunIdentity identity;
    private final AgreementResult dossier;
    private final EarlierPapers earlier;
    private final List<Enclosure> enclosures;

    AgreementPapers(RunIdentity identity, AgreementResult dossier, EarlierPapers earlier) {
        this.identity = identity;
        this.dossier = dossier;
        this.earlier = earlier;
        this.enclosures = Enclosure.of(identity);
    }

    List<Paper> due() {
        List<Paper> due = new ArrayList<>();
        for (YearPaperContent year : YearPaperContent.of(dossier)) {
            if (year.isInstruction()) {
                due.add(ofYear(Kind.JOINT_INSTRUCTION, year, "DRAFT"));
            }
            if (year.isInstruction() || !year.sharesHeld().isNone()) {
                due.add(ofYear(Kind.CALCULATION_STATEMENT, year));
            }
            if (year.isInstruction()) {
                due.add(ofYear(Kind.CHECKLIST, year));
            }
        }
        CancellationPaperContent escrow = new CancellationPaperContent(dossier);
        if (escrow.isDue()) {
            String standing = escrow.isFinal() ? "FINAL" : "PROJECTED";
            due.add(ofEscrow(Kind.CANCELLATION_LIST, escrow, escrow.listNumber(), standing));
            due.add(ofEscrow(
                    Kind.RETURN_INSTRUCTION, escrow, escrow.returnNumber(), escrow.isFinal() ? "BLOCKED" : standing));
        }
        return due;
    }

    private Paper ofYear(Kind kind, YearPaperContent year, String... marks) {
        String terms = digest(List.of(
                year.isInstruction() ? year.instructed() : year.lines(),
                year.releaseDue(),
                parties(year),
                year.readings()));
        String number = year.instructionId();
        String series = dossier.agreementId() + "-AY" + year.number() + "-";
        PaperVersion version = PaperVersion.of(
                number, year.numbers(), terms, earlier.last(dossier.agreementId(), series, number, kind));
        PaperFrame frame = frame(kind, year.number(), number, version, marks);
        return new Paper(frame, terms, Map.of("frame", frame, "year", year, "enclosures", enclosures));
    }

    private static List<List<String>> parties(YearPaperContent year) {
        return List.of(
                year.issuer().terms(),
                year.purchaser().terms(),
                year.seller().terms(),
                year.escrowAgent().terms());
    }

    private Paper ofEscrow(Kind kind, CancellationPaperContent escrow, String number, String mark) {
        String terms = digest(List.of(
                number,
                escrow.issuer().terms(),
                escrow.purchaser().terms(),
                escrow.escrowAgent().terms()));
        String series = number.substring(0, number.lastIndexOf('-') + 1);
        PaperVersion version =
                PaperVersion.of(number, List.of(), terms, earlier.last(dossier.agreementId(), series, number, kind));
        PaperFrame frame = frame(kind, 0, number, version, mark);
        return new Paper(frame, terms, Map.of("frame", frame, "escrow", escrow, "enclosures", enclosures));
    }

    private PaperFrame frame(Kind kind, int year, String number, PaperVersion version, String... marks) {
        List<String> all = new ArrayList<>(List.of(marks));
        if (identity.projection()) {
            all.add(PaperFrame.PROJECTION);
        }
        return new PaperFrame(
                kind,
                dossier.agreementId(),
                year,
                number,
                version.version(),
                version.supersedes(),
                dossier.asOf(),
                List.copyOf(all));
    }

    private static String digest(List<?> terms) {
        return Sha256.of(terms.toString().getBytes(StandardCharsets.UTF_8));
    }
}
