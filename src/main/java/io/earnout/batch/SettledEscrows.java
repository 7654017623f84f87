package io.earnout.batch;

import io.earnout.escrow.determination.AgreementResult;
import io.earnout.output.SettledBlock;
import java.util.List;

/**
 * The result of one block of escrows.
 *
 * @param rows the rows for each file
 * @param mostPressing the agreements of the block that people may want to look at
 */
record SettledEscrows(SettledBlock rows, List<AgreementResult> mostPressing) {}
