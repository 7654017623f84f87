package io.earnout.cli;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Severity;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.input.AssembledEscrow;
import io.earnout.input.CheckedInput;
import io.earnout.input.EscrowAssembler;
import io.earnout.input.EscrowBlock;
import io.earnout.input.InputCheck;
import io.earnout.input.InputFolder;
import io.earnout.input.MisspeltIds;
import io.earnout.input.MisspeltSearch;
import io.earnout.input.RowForms;
import io.earnout.present.explain.Answer;
import io.earnout.present.overview.FindingSummary;
import io.earnout.present.papers.UnprintableText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Looks one agreement up in the input and settles it as a run would, without writing one. The whole input is checked, since a
 * run would refuse it as a whole; only the agreement that is asked for is kept.
 */
public final class AgreementLookup {

    private final InputFolder folder;
    private final RunDay day;
    private final List<Finding> ofFiles = new ArrayList<>();

    private AgreementLookup(InputFolder folder, RunDay day) {
        this.folder = folder;
        this.day = day;
    }

    /**
     * Looks an agreement up.
     *
     * @param asOf the day given on the command line, which takes precedence over {@code run.properties}
     * @param agreementId nothing for the only one
     */
    public static Answer find(Path input, Optional<LocalDate> asOf, LocalDate today, Optional<String> agreementId)
            throws IOException {
        InputFolder folder = InputFolder.of(input);
        try (TemporaryFolder work = TemporaryFolder.create()) {
            return new AgreementLookup(folder, AsOfDay.of(folder, asOf, today)).find(work.path(), agreementId);
        }
    }

    /** One escrow of a block. */
    private record InBlock(EscrowBlock block, int place) {

        String id() {
            return block.agreementId(place);
        }
    }

    /** What one reading of all escrows shows. */
    private static final class Search {
        private final List<MisspeltIds.Stray> strays = new ArrayList<>();
        private Optional<InBlock> found = Optional.empty();
        private long agreements;
        private boolean stops;
    }

    private Answer find(Path work, Optional<String> sought) throws IOException {
        ofFiles.addAll(folder.findings());
        CheckedInput checked = InputCheck.of(folder, work, ofFiles::add);
        Search search = new Search();
        EscrowAssembler.ofTermsAlone(checked, day).assembleAll((block, place, assembled) -> {
            InBlock at = new InBlock(block, place);
            search.stops |= assembled.stopsTheRun();
            search.agreements += assembled.isAgreement() ? 1 : 0;
            assembled.stray().ifPresent(search.strays::add);
            boolean isOnly = assembled.isAgreement() && search.found.isEmpty();
            if (sought.map(at.id()::equals).orElse(isOnly)) {
                search.found = Optional.of(at);
            }
        });
        CheckedInput input = checked.with(MisspeltSearch.among(search.strays, checked, day));
        if (search.stops || ofFiles.stream().anyMatch(finding -> finding.code().stopsTheRun())) {
            return rejected(input);
        }
        if (search.found.isEmpty() || (sought.isEmpty() && search.agreements != 1)) {
            return unknown(input, sought.orElse(""));
        }
        InBlock at = search.found.get();
        AssembledEscrow assembled = EscrowAssembler.of(input, day).assemble(at.block(), at.place());
        if (assembled.findings().stream().anyMatch(finding -> finding.code() == FindingCode.UNKNOWN_AGREEMENT)) {
            return unknown(input, sought.orElse(""));
        }
        return assembled.escrow().isPresent()
                ? found(assembled.escrow().get(), assembled.findings())
                : new Answer.Unsettled(at.id(), assembled.findings());
    }

    private Answer found(EscrowFile escrow, List<Finding> ofRows) throws IOException {
        Review review = Review.of(escrow, day.asOf());
        Determination determination = Determination.of(review);
        List<Finding> findings = new ArrayList<>(ofRows);
        findings.addAll(determination.findings());
        findings.addAll(UnprintableText.in(escrow));
        List<Finding> errorsOfFiles = ofFiles.stream()
                .filter(finding -> finding.code().severity() == Severity.ERROR)
                .toList();
        return new Answer.Found(
                new AgreementResult(review, determination, List.copyOf(findings)),
                errorsOfFiles,
                day,
                RowForms.of(folder));
    }

    private Answer unknown(CheckedInput input, String sought) {
        NearestIds nearest = new NearestIds(sought);
        EscrowAssembler.ofTermsAlone(input, day).assembleAll((block, place, assembled) -> {
            if (assembled.isAgreement()) {
                nearest.add(block.agreementId(place));
            }
        });
        return new Answer.Unknown(sought, nearest.ids(), nearest.all());
    }

    /** All errors, in the order in which a run of this input lists them. */
    private Answer rejected(CheckedInput input) {
        FindingSummary.Collector errors = new FindingSummary.Collector();
        ofFiles.forEach(errors::add);
        InputFindings.ofEscrows(input, day, false, errors::add);
        FindingSummary findings = errors.summary();
        return new Answer.Rejected(
                findings.first().stream().map(findings::told).toList(), findings.errors() - findings.shown());
    }
}
