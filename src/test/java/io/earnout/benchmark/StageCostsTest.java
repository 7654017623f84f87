package io.earnout.benchmark;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Starts the measurement of the stages, which prints a table. */
class StageCostsTest {

    @Test
    @Tag("benchmark")
    void whatOneAgreementCostsInEachStage() {
        assertDoesNotThrow(() -> StageCosts.run(System.out));
    }
}
