package io.earnout.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/** A folder for the work of one question or proof, that only its owner can read (SPA 9), deleted with the answer. */
public final class TemporaryFolder implements AutoCloseable {

    private final Path path;
    private final Thread atTheEnd;

    private TemporaryFolder(Path path) {
        this.path = path;
        this.atTheEnd = new Thread(this::delete);
    }

    /** Creates it in the system's folder for what is temporary. */
    public static TemporaryFolder create() throws IOException {
        TemporaryFolder folder = new TemporaryFolder(Files.createTempDirectory("earnout-question-"));
        // an interrupted search leaves nothing behind either
        Runtime.getRuntime().addShutdownHook(folder.atTheEnd);
        return folder;
    }

    public Path path() {
        return path;
    }

    private void delete() {
        try {
            FileSystemUtils.deleteRecursively(path);
        } catch (IOException e) {
            // it is in the system's folder for what is temporary, and its owner alone can read it
        }
    }

    @Override
    public void close() {
        delete();
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // the program is ending already, and the hook has run
        }
    }
}
