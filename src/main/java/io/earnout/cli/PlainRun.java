package io.earnout.cli;

import io.earnout.input.InputFolder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A command line that asks for a run and nothing else, at a glance. */
public final class PlainRun {

    private static final String OUTPUT = "--output";
    private static final String AS_OF = "--as-of";
    private static final Set<String> OPTIONS = Set.of("--input", OUTPUT, AS_OF);

    private PlainRun() {}

    /** The output folder of the run; nothing where the command line is another one, or has to be looked at closely. */
    public static Optional<Path> outputFolder(String[] args) {
        Optional<String> output = Optional.empty();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < args.length; i++) {
            int equals = args[i].indexOf('=');
            String option = equals < 0 ? args[i] : args[i].substring(0, equals);
            boolean valueFollows = equals < 0;
            if (!OPTIONS.contains(option) || !seen.add(option) || (valueFollows && i + 1 == args.length)) {
                return Optional.empty();
            }
            String value = valueFollows ? args[++i] : args[i].substring(equals + 1);
            if (value.isEmpty()) {
                return Optional.empty();
            } else if (option.equals(OUTPUT)) {
                output = Optional.of(value);
            } else if (option.equals(AS_OF) && InputFolder.day(value).isEmpty()) {
                return Optional.empty();
            }
        }
        try {
            return Optional.of(output.map(Path::of).orElseGet(() -> Surroundings.beside("output")));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
