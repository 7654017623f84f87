package io.earnout.benchmark;

import com.sun.management.ThreadMXBean;
import io.earnout.escrow.determination.AgreementResult;
import io.earnout.escrow.determination.Determination;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.record.RunDay;
import io.earnout.escrow.review.EscrowFile;
import io.earnout.escrow.review.Review;
import io.earnout.input.AssembledEscrow;
import io.earnout.input.CheckedInput;
import io.earnout.input.EscrowAssembler;
import io.earnout.input.EscrowBlock;
import io.earnout.input.EscrowReader;
import io.earnout.input.InputFolder;
import io.earnout.input.InputPass;
import io.earnout.output.RowBuffers;
import io.earnout.output.SettledBlock;
import io.earnout.present.overview.MostPressing;
import io.earnout.present.papers.UnprintableText;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What one agreement costs in each stage of the job, warm and in one thread: microseconds of the processor and allocated bytes, as
 * the mean of an invented portfolio, without registers and with them. Of many rounds over it the cheapest counts, stage by stage.
 *
 * <p>{@code mvn -q -Dquick test -Dtest=StageCostsTest -DexcludedGroups=} takes two minutes. As a program it takes the number of
 * agreements and that of the rounds, both optional.
 */
final class StageCosts {

    private static final int AGREEMENTS = 1_000;

    /** The compiler is done with a path after some ten thousand agreements. */
    private static final int ROUNDS = 100;

    private static final RunDay DAY = new RunDay(LocalDate.of(2031, 2, 10), RunDay.Lies.TODAY);

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private final Path folder;
    private final RowBuffers buffers = new RowBuffers();
    private final Map<String, Cost> costs = new LinkedHashMap<>();

    private StageCosts(Path folder) {
        this.folder = folder;
    }

    /** What a stage took for all agreements of the portfolio. */
    private record Cost(long nanoseconds, long bytes) {

        private Cost least(Cost other) {
            return new Cost(Math.min(nanoseconds, other.nanoseconds), Math.min(bytes, other.bytes));
        }

        private Cost plus(Cost other) {
            return new Cost(nanoseconds + other.nanoseconds, bytes + other.bytes);
        }

        private String each(int agreements) {
            return String.format(Locale.ROOT, "%9.1f %9d", nanoseconds / 1e3 / agreements, bytes / agreements);
        }
    }

    public static void main(String[] args) throws IOException {
        int agreements = args.length > 0 ? Integer.parseInt(args[0]) : AGREEMENTS;
        run(agreements, args.length > 1 ? Integer.parseInt(args[1]) : ROUNDS, System.out);
    }

    static void run(PrintStream out) throws IOException {
        run(AGREEMENTS, ROUNDS, out);
    }

    private static void run(int agreements, int rounds, PrintStream out) throws IOException {
        Path folder = Files.createTempDirectory("earnout-stages");
        try {
            StageCosts plain = measured(folder.resolve("plain"), agreements, rounds, false);
            StageCosts registered = measured(folder.resolve("registers"), agreements, rounds, true);
            out.println();
            out.println("of one agreement            |  without registers  |   with registers    ");
            out.println("                            |        us     bytes |        us     bytes ");
            plain.costs.forEach((stage, cost) -> out.printf(
                    Locale.ROOT,
                    "%-27s | %s | %s%n",
                    stage,
                    cost.each(agreements),
                    registered.costs.getOrDefault(stage, cost).each(agreements)));
        } finally {
            Contest.delete(folder);
        }
    }

    private static StageCosts measured(Path folder, int agreements, int rounds, boolean registers) throws IOException {
        new PortfolioGenerator(agreements, RowOrder.SORTED, registers, 1).writeTo(folder.resolve("input"));
        Files.createDirectories(folder.resolve("work"));
        StageCosts stages = new StageCosts(folder);
        for (int round = 0; round < rounds; round++) {
            stages.goThrough();
        }
        stages.costs.put("sum", stages.costs.values().stream().reduce(new Cost(0, 0), Cost::plus));
        return stages;
    }

    private void goThrough() {
        List<EscrowBlock> blocks = new ArrayList<>();
        CheckedInput input = stage("reading and checking", () -> read(blocks));
        List<AssembledEscrow> assembled = stage("assembling", () -> assembled(input, blocks));
        List<EscrowFile> escrows = new ArrayList<>();
        assembled.forEach(escrow -> escrows.add(escrow.escrow().orElseThrow()));
        List<Review> reviews = stage("review", () -> reviewed(escrows));
        List<Determination> determined = stage("determination", () -> determined(reviews));
        List<List<Finding>> unprintable = stage("unprintable text", () -> unprintable(escrows));
        List<AgreementResult> results = new ArrayList<>();
        for (int i = 0; i < escrows.size(); i++) {
            List<Finding> findings = new ArrayList<>(assembled.get(i).findings());
            findings.addAll(determined.get(i).findings());
            findings.addAll(unprintable.get(i));
            results.add(new AgreementResult(reviews.get(i), determined.get(i), List.copyOf(findings)));
        }
        stage("most pressing", () -> mostPressing(results));
        SettledBlock rows = new SettledBlock(buffers);
        stage("rows of all files", () -> rows(results, rows));
        stage("exceptions", () -> exceptions(results, rows));
        rows.giveBack();
    }

    private <T> T stage(String name, Supplier<T> stage) {
        long thread = Thread.currentThread().getId();
        long bytes = THREADS.getThreadAllocatedBytes(thread);
        long started = THREADS.getThreadCpuTime(thread);
        T result = stage.get();
        long took = THREADS.getThreadCpuTime(thread) - started;
        Cost cost = new Cost(took, THREADS.getThreadAllocatedBytes(thread) - bytes);
        costs.merge(name, cost, Cost::least);
        return result;
    }

    private CheckedInput read(List<EscrowBlock> blocks) {
        try (InputPass pass = new InputPass(InputFolder.of(folder.resolve("input")), folder.resolve("work"));
                EscrowReader reader = new EscrowReader(pass::records)) {
            reader.open();
            for (EscrowBlock block = reader.read(); block != null; block = reader.read()) {
                blocks.add(block);
            }
            return pass.input();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<AssembledEscrow> assembled(CheckedInput input, List<EscrowBlock> blocks) {
        List<AssembledEscrow> assembled = new ArrayList<>();
        for (EscrowBlock block : blocks) {
            EscrowAssembler assembler = EscrowAssembler.of(input, DAY);
            for (int i = 0; i < block.agreements(); i++) {
                assembled.add(assembler.assemble(block, i));
            }
        }
        return assembled;
    }

    private static List<Review> reviewed(List<EscrowFile> escrows) {
        List<Review> reviews = new ArrayList<>();
        for (EscrowFile escrow : escrows) {
            reviews.add(Review.of(escrow, DAY.asOf()));
        }
        return reviews;
    }

    private static List<Determination> determined(List<Review> reviews) {
        List<Determination> determined = new ArrayList<>();
        for (Review review : reviews) {
            determined.add(Determination.of(review));
        }
        return determined;
    }

    private static List<List<Finding>> unprintable(List<EscrowFile> escrows) {
        List<List<Finding>> unprintable = new ArrayList<>();
        for (EscrowFile escrow : escrows) {
            unprintable.add(UnprintableText.in(escrow));
        }
        return unprintable;
    }

    private MostPressing mostPressing(List<AgreementResult> results) {
        MostPressing mostPressing = new MostPressing();
        results.forEach(mostPressing::add);
        return mostPressing;
    }

    private static SettledBlock rows(List<AgreementResult> results, SettledBlock rows) {
        results.forEach(rows::add);
        return rows;
    }

    private static SettledBlock exceptions(List<AgreementResult> results, SettledBlock rows) {
        for (AgreementResult result : results) {
            rows.add(result.findings(), Set.of());
        }
        return rows;
    }
}
