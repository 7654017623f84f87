package io.earnout.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the job costs beside a plain loop and DuckDB, for portfolios of several sizes with sorted and with shuffled files.
 *
 * <p>Arguments, in any order and all of them optional: sizes in agreements; {@code sorted} or {@code shuffled}; {@code
 * registers=false} for portfolios without them; a folder in which the files may stay.
 */
final class Benchmark {

    private static final List<Integer> SIZES = List.of(10_000, 100_000, 1_000_000);

    /** Up to this size a run is over soon enough to be repeated, which a short time needs to mean anything. */
    private static final int REPEATED_UP_TO = 100_000;

    private static final int REPETITIONS = 3;

    private static final double BYTES_OF_A_MEGABYTE = 1e6;

    private static final String REGISTERS = "registers=";

    private static final String HEADER =
            "agreements  order      MB in  MB out | DuckDB s  plain s    job s | job/DuckDB  job/plain | job cpu s  job MiB |"
                    + " per agreement | shuffled/";
    private static final String HEADER_BELOW =
            "                                     |                            |                       |                    |"
                    + "  / size below |    sorted";

    private final List<Integer> sizes = new ArrayList<>();
    private final List<RowOrder> orders = new ArrayList<>();
    private final PrintStream out;
    private boolean registers = true;
    private Path kept = Path.of("");

    private Benchmark(List<String> arguments, PrintStream out) {
        this.out = out;
        for (String argument : arguments) {
            if (argument.matches("\\d{1,7}")) {
                sizes.add(Integer.parseInt(argument));
            } else if (argument.equals(RowOrder.SORTED.term())) {
                orders.add(RowOrder.SORTED);
            } else if (argument.equals(RowOrder.SHUFFLED.term())) {
                orders.add(RowOrder.SHUFFLED);
            } else if (argument.startsWith(REGISTERS)) {
                registers = Boolean.parseBoolean(argument.substring(REGISTERS.length()));
            } else {
                kept = Path.of(argument);
            }
        }
        if (sizes.isEmpty()) {
            sizes.addAll(SIZES);
        }
        if (orders.isEmpty()) {
            orders.addAll(List.of(RowOrder.values()));
        }
        sizes.sort(null);
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(run(List.of(args), System.out));
    }

    /** Returns 1 if a run failed or the totals differ. */
    static int run(List<String> arguments, PrintStream out) throws IOException, InterruptedException {
        Benchmark benchmark = new Benchmark(arguments, out);
        boolean temporary = benchmark.kept.toString().isEmpty();
        Path folder = temporary ? Files.createTempDirectory("earnout-benchmark") : benchmark.kept;
        try {
            benchmark.compare(folder, temporary);
            return 0;
        } catch (IllegalStateException e) {
            out.println("benchmark: " + e.getMessage());
            return 1;
        } finally {
            if (temporary) {
                Contest.delete(folder);
            }
        }
    }

    private void compare(Path folder, boolean temporary) throws IOException, InterruptedException {
        prepare(folder.resolve("prepare"));
        out.println();
        out.println(HEADER);
        out.println(HEADER_BELOW);
        Map<RowOrder, Double> eachBelow = new EnumMap<>(RowOrder.class);
        List<String> totals = new ArrayList<>();
        for (int size : sizes) {
            double sorted = Double.NaN;
            for (RowOrder order : orders) {
                Path own = folder.resolve(size + "-" + order.term());
                Contest contest = new Contest(own);
                contest.generate(size, order, registers);
                Contest.Result result = contest.run(order, size <= REPEATED_UP_TO ? REPETITIONS : 1);
                double each = result.job().seconds() / size;
                double below = eachBelow.getOrDefault(order, Double.NaN);
                sorted = order == RowOrder.SORTED ? result.job().seconds() : sorted;
                boolean compared = order == RowOrder.SHUFFLED && !Double.isNaN(sorted);
                out.println(line(size, order, result)
                        + ratio(each / below, 14)
                        + " | "
                        + ratio(compared ? result.job().seconds() / sorted : Double.NaN, 9));
                eachBelow.put(order, each);
                totals.add(String.format(Locale.ROOT, "%,d %s: %s", size, order.term(), result.totals()));
                if (temporary) {
                    Contest.delete(own);
                }
            }
        }
        out.println();
        out.println("portfolios " + (registers ? "with" : "without") + " registers; job with " + Contest.JOB_HEAP
                + ", plain loop with " + Contest.PLAIN_HEAP + ", DuckDB with as much memory as it wants; up to "
                + REPEATED_UP_TO + " agreements the middle one of " + REPETITIONS + " runs");
        if (!PlainSql.isThere()) {
            out.println("DuckDB is left out: -P benchmark puts it on the class path");
        }
        out.println("totals, which agree:");
        totals.forEach(total -> out.println("  " + total));
    }

    /** What the program prepares on its first run is not measured. */
    private static void prepare(Path folder) throws IOException, InterruptedException {
        Contest contest = new Contest(folder);
        contest.generate(10, RowOrder.SORTED, true);
        contest.run(RowOrder.SORTED, 1);
        Contest.delete(folder);
    }

    private static String line(int size, RowOrder order, Contest.Result result) {
        double job = result.job().seconds();
        double sql = result.sql().map(MeasuredRun::seconds).orElse(Double.NaN);
        return String.format(
                Locale.ROOT,
                "%10d  %-9s %6.1f %7.1f | %8s %8.2f %8.2f | %10s %10.2f | %9.1f %8d |",
                size,
                order.term(),
                result.bytesIn() / BYTES_OF_A_MEGABYTE,
                result.bytesOut() / BYTES_OF_A_MEGABYTE,
                ratio(sql, 8),
                result.plain().seconds(),
                job,
                ratio(job / sql, 10),
                job / result.plain().seconds(),
                result.job().cpuSeconds(),
                result.job().peakMib());
    }

    private static String ratio(double ratio, int width) {
        String shown = Double.isNaN(ratio) ? "" : String.format(Locale.ROOT, "%.2f", ratio);
        return " ".repeat(Math.max(0, width - shown.length())) + shown;
    }
}
