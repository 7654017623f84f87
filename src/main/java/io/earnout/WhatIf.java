package io.earnout;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code what-if --revenue YEAR=AMOUNT}: what would follow if a year came out so, without a run. */
@Command(name = "what-if", sortOptions = false, exitCodeOnInvalidInput = 64, exitCodeOnExecutionException = 70)
final class WhatIf implements Callable<Integer> {

    @Option(names = "--help", usageHelp = true, description = "shows this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    WhatIf(EarnoutApplication application) {}

    @Override
    public Integer call() {
        return 0;
    }
}
