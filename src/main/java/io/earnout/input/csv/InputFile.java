package io.earnout.input.csv;

import java.nio.file.Path;

/** One CSV file of the input folder, and what it must look like. */
public record InputFile(Path path, Schema schema) {

    public String name() {
        return path.getFileName().toString();
    }
}
