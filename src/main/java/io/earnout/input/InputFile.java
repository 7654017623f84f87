package io.earnout.input;

import java.nio.file.Path;

/** One CSV file of the input folder. */
public record InputFile(Path path, Format format) {

    public String name() {
        return path.getFileName().toString();
    }
}
