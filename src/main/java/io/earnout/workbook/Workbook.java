package io.earnout.workbook;

import io.earnout.output.RunOverview;
import java.io.IOException;
import java.nio.file.Path;

/** Writes {@code reconciliation.xlsx}: the calculation as live formulas, to be recomputed by whoever doubts it. */
public final class Workbook {

    public static final String FILE_NAME = "reconciliation.xlsx";

    private Workbook() {}

    /**
     * Writes the workbook.
     *
     * @param run the staged run folder
     */
    public static void write(RunOverview overview, Path run) throws IOException {}
}
