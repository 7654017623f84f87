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
import io.earnout.input.EscrowReader;
import io.earnout.input.InputCheck;
import io.earnout.input.InputFolder;
import io.earnout.input.MisspeltIds;
import io.earnout.output.ExceptionsFile;
import io.earnout.present.explain.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Looks one agreement up in the input and settles it as a run would, without writing one. The whole input is checked, since
 * a run would refuse it as a whole; only the agreement that is asked for is kept.
 */
public final class AgreementLookup {

    private static final int KEPT_FAULTS = 12;

    /** On which day an input is checked whose run.properties doesn't say a day, as in a run. */
    private static final LocalDate END_OF_TIME = LocalDate.of(9999, 12, 31);

    private final InputFolder folder;
    private final RunDay day;
    private final LocalDate asOf;
    private final List<Finding> ofFiles = new ArrayList<>();

    private AgreementLookup(InputFolder folder, Optional<LocalDate> given, LocalDate today) {
        this.folder = folder;
        boolean unknownDay =
                folder.findings().stream().anyMatch(finding -> finding.code() == FindingCode.SETTING_INVALID);
        this.asOf = unknownDay ? END_OF_TIME : given.or(folder::pinnedAsOf).orElse(today);
        this.day = RunDay.of(asOf, unknownDay ? LocalDate.MAX : today);
    }

    /**
     * Looks an agreement up.
     *
     * @param asOf the day given on the command line, which wins over {@code run.properties}
     * @param agreementId nothing for the only one
     */
    public static Answer find(Path input, Optional<LocalDate> asOf, LocalDate today, Optional<String> agreementId)
            throws IOException {
        try (TemporaryFolder work = TemporaryFolder.create()) {
            return new AgreementLookup(InputFolder.of(input), asOf, today).find(work.path(), agreementId);
        }
    }

    private Answer find(Path work, Optional<String> agreementId) throws IOException {
        ofFiles.addAll(folder.findings());
        CheckedInput input = InputCheck.of(folder, work, ofFiles::add);
        Search search = new Search(input, agreementId);
        search.goThrough();
        input = search.input;
        if (search.stops || ofFiles.stream().anyMatch(finding -> finding.code().stopsTheRun())) {
            return rejected(input);
        }
        boolean isTheOnlyOne = agreementId.isPresent() || search.agreements == 1;
        if (!isTheOnlyOne || search.found.isEmpty() || search.isUnknown()) {
            return unknown(input, agreementId.orElse(""));
        }
        AssembledEscrow assembled = search.found.get();
        return assembled.escrow().isPresent()
                ? found(assembled.escrow().get(), assembled.findings())
                : new Answer.Unsettled(search.id, assembled.findings());
    }

    private Answer found(EscrowFile escrow, List<Finding> ofRows) {
        Review review = Review.of(escrow, asOf);
        Determination determination = Determination.of(review);
        List<Finding> findings = new ArrayList<>(ofRows);
        findings.addAll(determination.findings());
        List<Finding> errorsOfFiles = ofFiles.stream()
                .filter(finding -> finding.code().severity() == Severity.ERROR)
                .toList();
        return new Answer.Found(
                new AgreementResult(review, determination, ExceptionsFile.inOrder(findings)), errorsOfFiles, day);
    }

    /** One reading of all agreements, of which the one that is asked for is kept. */
    private final class Search {

        private CheckedInput input;
        private final Optional<String> sought;
        private final EscrowAssembler terms;
        private Optional<AssembledEscrow> found = Optional.empty();
        private String id = "";
        private final List<MisspeltIds.Stray> strays = new ArrayList<>();
        private Optional<InBlock> foundIn = Optional.empty();
        private boolean stops;
        private long agreements;

        private record InBlock(EscrowBlock block, int place) {}

        Search(CheckedInput input, Optional<String> sought) {
            this.input = input;
            this.sought = sought;
            this.terms = EscrowAssembler.ofTermsAlone(input, day);
        }

        void goThrough() {
            inBlocks(input, block -> {
                for (int i = 0; i < block.agreements(); i++) {
                    AssembledEscrow assembled = terms.assemble(block, i);
                    stops |= assembled.stopsTheRun();
                    boolean isAgreement = isAgreement(assembled);
                    agreements += isAgreement ? 1 : 0;
                    String at = block.agreementId(i);
                    assembled.stray().ifPresent(strays::add);
                    if (sought.map(at::equals).orElse(isAgreement && found.isEmpty())) {
                        id = at;
                        foundIn = Optional.of(new InBlock(block, i));
                        found = Optional.of(assembled);
                    }
                }
            });
            MisspeltIds misspelt = new MisspeltIds(strays);
            if (!misspelt.isEmpty()) {
                EscrowAssembler again = EscrowAssembler.ofTermsAlone(input, day);
                inBlocks(input, block -> {
                    for (int i = 0; i < block.agreements(); i++) {
                        if (isAgreement(again.assemble(block, i))) {
                            misspelt.compareWith(block.agreementId(i));
                        }
                    }
                });
            }
            input = input.with(misspelt);
            found = foundIn.map(in -> EscrowAssembler.of(input, day).assemble(in.block, in.place));
        }

        /** Whether rows name it that agreements.csv doesn't have. */
        boolean isUnknown() {
            return found.stream()
                    .flatMap(assembled -> assembled.findings().stream())
                    .anyMatch(finding -> finding.code() == FindingCode.UNKNOWN_AGREEMENT);
        }
    }

    private static boolean isAgreement(AssembledEscrow assembled) {
        return assembled.isAgreement();
    }

    private Answer unknown(CheckedInput input, String sought) {
        NearestIds nearest = new NearestIds(sought);
        EscrowAssembler terms = EscrowAssembler.ofTermsAlone(input, day);
        inBlocks(input, block -> {
            for (int i = 0; i < block.agreements(); i++) {
                if (isAgreement(terms.assemble(block, i))) {
                    nearest.add(block.agreementId(i));
                }
            }
        });
        return new Answer.Unknown(sought, nearest.ids(), nearest.all());
    }

    /** All that is wrong, as the run that would be refused tells it. */
    private Answer rejected(CheckedInput input) {
        List<Finding> first = new ArrayList<>();
        long[] faults = {0};
        ofFiles.forEach(finding -> count(finding, first, faults));
        EscrowAssembler assembler = EscrowAssembler.of(input, day);
        inBlocks(input, block -> {
            for (int i = 0; i < block.agreements(); i++) {
                AssembledEscrow assembled = assembler.assemble(block, i);
                List<Finding> found = new ArrayList<>(assembled.findings());
                assembled
                        .escrow()
                        .ifPresent(
                                escrow -> found.addAll(Review.of(escrow, asOf).findings()));
                ExceptionsFile.inOrder(found).forEach(finding -> count(finding, first, faults));
            }
        });
        return new Answer.Rejected(first, faults[0]);
    }

    private static void count(Finding finding, List<Finding> first, long[] faults) {
        if (finding.code().severity() == Severity.ERROR) {
            faults[0]++;
            if (first.size() < KEPT_FAULTS) {
                first.add(finding);
            }
        }
    }

    private static void inBlocks(CheckedInput input, Consumer<EscrowBlock> work) {
        try (EscrowReader reader = new EscrowReader(() -> input)) {
            reader.open();
            for (EscrowBlock block = reader.read(); block != null; block = reader.read()) {
                work.accept(block);
            }
        }
    }
}
