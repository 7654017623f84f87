package io.earnout.publish;

import io.earnout.output.OutputFile;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Control sums of every file that a run writes, taken as it is written. Before the run is published each file is read back and
 * compared, so that a file which was cut, emptied, changed or deleted on the disk meanwhile is found.
 */
public final class ControlSums {

    private static final int BUFFER = 256 * 1024;

    private static final Set<String> CSV =
            Stream.of(OutputFile.values()).map(OutputFile::fileName).collect(Collectors.toUnmodifiableSet());

    private final Map<String, Written> written = new ConcurrentHashMap<>();
    private final Map<String, Written> forPeople = new ConcurrentSkipListMap<>();

    /** Sums up what is written into a new file. */
    public OutputStream begin(String fileName, OutputStream out) {
        return begin(fileName, Written.published(), out);
    }

    /** The same, of a file that is deleted before the run is published. */
    public OutputStream beginTemporary(String fileName, OutputStream out) {
        return begin(fileName, Written.temporary(), out);
    }

    private OutputStream begin(String fileName, Written sum, OutputStream out) {
        written.put(fileName, sum);
        return sum.into(out);
    }

    /** Sums up what is appended to a file that was begun here. */
    public OutputStream goOn(String fileName, OutputStream out) {
        return of(fileName).into(out);
    }

    /**
     * Creates a file for people, and sums up what is written into it.
     *
     * @param name its path in the run folder
     */
    public OutputStream createForPeople(Path run, String name) throws IOException {
        Written sum = Written.published();
        forPeople.put(name, sum);
        return sum.into(FilePermissions.create(run.resolve(name)));
    }

    private Written of(String fileName) {
        return Objects.requireNonNull(written.get(fileName), () -> "nothing was written into " + fileName);
    }

    /** The SHA-256 of a file that was begun here. */
    String sha256(String fileName) {
        return of(fileName).sha256();
    }

    /**
     * Compares what was read back of a file with what was written.
     *
     * @throws FileSystemException if they differ
     */
    void prove(String fileName, long crc, long bytes) throws FileSystemException {
        if (!of(fileName).is(crc, bytes)) {
            throw changed(fileName);
        }
    }

    /**
     * Looks whether a file that was read back is still there as a whole.
     *
     * @throws FileSystemException if it isn't
     */
    void proveLength(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (!Files.isRegularFile(file) || Files.size(file) != of(name).bytes()) {
            throw changed(name);
        }
    }

    /**
     * Reads a file back that was begun here.
     *
     * @throws FileSystemException if it is not what was written
     */
    public void prove(Path file) throws IOException {
        copy(file, OutputStream.nullOutputStream());
    }

    /** Copies a file that was begun here, as it was written. */
    public void copy(Path file, OutputStream out) throws IOException {
        CRC32C crc = new CRC32C();
        long bytes = 0;
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = Files.newInputStream(file)) {
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                crc.update(buffer, 0, read);
                bytes += read;
                out.write(buffer, 0, read);
            }
        }
        prove(file.getFileName().toString(), crc.getValue(), bytes);
    }

    /**
     * The SHA-256 of each file for people, by its path in the run folder.
     *
     * @throws FileSystemException if the folder doesn't hold these files as they were written, and no others
     */
    Map<String, String> provenForPeople(Path staged) throws IOException {
        Map<String, String> readBack = new TreeMap<>();
        for (String name : filesIn(staged)) {
            if (!CSV.contains(name)) {
                readBack.put(name, Sha256.of(staged.resolve(name)));
            }
        }
        Map<String, String> asWritten = new TreeMap<>();
        forPeople.forEach((name, sum) -> asWritten.put(name, sum.sha256()));
        Optional<String> differs = Stream.concat(asWritten.keySet().stream(), readBack.keySet().stream())
                .filter(name -> !Objects.equals(asWritten.get(name), readBack.get(name)))
                .findFirst();
        if (differs.isPresent()) {
            throw changed(differs.get());
        }
        return readBack;
    }

    /** The paths of all files in a folder, links included, with slashes. */
    static Set<String> filesIn(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(path -> !Files.isDirectory(path))
                    .map(path -> folder.relativize(path).toString().replace(File.separatorChar, '/'))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static FileSystemException changed(String name) {
        return new FileSystemException(name, null, "was changed or taken away while the run worked; run again");
    }
}
