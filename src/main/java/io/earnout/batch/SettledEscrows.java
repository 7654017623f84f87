package io.earnout.batch;

import io.earnout.output.SettledBlock;
import io.earnout.present.overview.MostPressing;

/**
 * The result of one block of escrows.
 *
 * @param rows the rows for each file
 * @param counted what was counted, apart from the settling
 * @param mostPressing the agreements of the block that people may want to look at
 */
record SettledEscrows(SettledBlock rows, Counted counted, MostPressing mostPressing) {}
