package io.earnout.publish;

import io.earnout.output.OutputFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The SHA-256 of every file that a run writes, taken as it is written. Before the run is published each file is read back and
 * compared, so that a file which was cut, emptied, changed or deleted on the disk meanwhile is found.
 */
public final class ControlSums {

    private static final Set<String> CSV =
            Stream.of(OutputFile.values()).map(OutputFile::fileName).collect(Collectors.toUnmodifiableSet());

    private final Map<String, MessageDigest> written = new LinkedHashMap<>();
    private final Map<String, MessageDigest> forPeople = new TreeMap<>();

    /** Sums up what is written into a new file. */
    public OutputStream begin(String fileName, OutputStream out) {
        MessageDigest sum = Sha256.start();
        written.put(fileName, sum);
        return new DigestOutputStream(out, sum);
    }

    /** Sums up what is appended to a file that was begun here. */
    public OutputStream goOn(String fileName, OutputStream out) {
        return new DigestOutputStream(out, of(fileName));
    }

    /**
     * Creates a file for people, and sums up what is written into it.
     *
     * @param name its path in the run folder
     */
    public OutputStream createForPeople(Path run, String name) throws IOException {
        MessageDigest sum = Sha256.start();
        forPeople.put(name, sum);
        return new DigestOutputStream(FilePermissions.create(run.resolve(name)), sum);
    }

    private MessageDigest of(String fileName) {
        return Objects.requireNonNull(written.get(fileName), () -> "nothing was written into " + fileName);
    }

    /**
     * Compares what was read back of a file with what was written.
     *
     * @throws FileSystemException if they differ
     */
    void prove(String fileName, String readBack) throws FileSystemException {
        if (!Sha256.soFar(of(fileName)).equals(readBack)) {
            throw changed(fileName);
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
        DigestOutputStream copy = new DigestOutputStream(out, Sha256.start());
        Files.copy(file, copy);
        prove(file.getFileName().toString(), Sha256.soFar(copy.getMessageDigest()));
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
        forPeople.forEach((name, sum) -> asWritten.put(name, Sha256.soFar(sum)));
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
