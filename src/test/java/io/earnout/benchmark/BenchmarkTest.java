package io.earnout.benchmark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Starts the benchmark: {@code -Dsizes=10000,100000}, {@code -Dorder=sorted}, {@code -Dregisters=false}, {@code
 * -Dfolder=DIR}, none needed.
 */
class BenchmarkTest {

    @Test
    @Tag("benchmark")
    void theJobAndThePlainLoopComeToTheSameTotals() throws Exception {
        Stream<String> values = Stream.of("sizes", "order", "folder")
                .map(name -> System.getProperty(name, ""))
                .flatMap(value -> Stream.of(value.split(",", -1)))
                .filter(value -> !value.isBlank());
        String registers = "registers=" + System.getProperty("registers", "true");
        List<String> arguments = Stream.concat(values, Stream.of(registers)).toList();
        assertEquals(0, Benchmark.run(arguments, System.out));
    }
}
