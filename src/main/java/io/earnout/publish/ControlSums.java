package io.earnout.publish;

import io.earnout.output.OutputFile;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;

/**
 * Sums over what a run wrote, to be compared with what is read back before it is published: what was taken away, cut or
 * changed on the disk meanwhile, by whomever, is not published.
 */
public final class ControlSums {

    private final Map<String, CRC32C> written = new LinkedHashMap<>();
    private final Map<String, CRC32C> forPeople = new TreeMap<>();

    /** Sums up what is written into a file that begins. */
    public OutputStream begin(String fileName, OutputStream out) {
        CRC32C sum = new CRC32C();
        written.put(fileName, sum);
        return new CheckedOutputStream(out, sum);
    }

    /** Goes on with a file that was begun. */
    public OutputStream goOn(String fileName, OutputStream out) {
        return new CheckedOutputStream(out, of(fileName));
    }

    /**
     * Begins a file for people, and sums up what is written into it.
     *
     * @param name its path in the run folder
     */
    public OutputStream createForPeople(Path run, String name) throws IOException {
        CRC32C sum = new CRC32C();
        forPeople.put(name, sum);
        return new CheckedOutputStream(FilePermissions.create(run.resolve(name)), sum);
    }

    private CRC32C of(String fileName) {
        CRC32C sum = written.get(fileName);
        if (sum == null) {
            throw new IllegalArgumentException("nothing was written into " + fileName);
        }
        return sum;
    }

    /**
     * Compares what is read back of a file.
     *
     * @throws FileSystemException if it is not what was written
     */
    void prove(Path file, long readBack) throws FileSystemException {
        if (of(file.getFileName().toString()).getValue() != readBack) {
            throw changed(file.getFileName().toString());
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

    /** Copies a file that was written before, as it was written. */
    public void copy(Path file, OutputStream out) throws IOException {
        CRC32C sum = new CRC32C();
        Files.copy(file, new CheckedOutputStream(out, sum));
        prove(file, sum.getValue());
    }

    /**
     * The files for people and what proves them, by their paths in the run folder.
     *
     * @throws FileSystemException if they are not what was written
     */
    Map<String, FileDigest> provenForPeople(Path staged) throws IOException {
        Map<String, FileDigest> readBack = filesForPeople(staged);
        Optional<String> differs = Stream.concat(forPeople.keySet().stream(), readBack.keySet().stream())
                .filter(name -> !isAsWritten(name, readBack))
                .findFirst();
        if (differs.isPresent()) {
            throw changed(differs.get());
        }
        return readBack;
    }

    private boolean isAsWritten(String name, Map<String, FileDigest> readBack) {
        CRC32C sum = forPeople.get(name);
        FileDigest proof = readBack.get(name);
        return sum != null && proof != null && sum.getValue() == proof.controlSum();
    }

    /** What is staged besides the CSV files. */
    private static Map<String, FileDigest> filesForPeople(Path staged) throws IOException {
        Set<String> csv =
                Stream.of(OutputFile.values()).map(OutputFile::fileName).collect(Collectors.toSet());
        Map<String, FileDigest> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(staged)) {
            for (Path path : found.toList()) {
                String name = staged.relativize(path).toString().replace(File.separatorChar, '/');
                if (!Files.isDirectory(path) && !csv.contains(name)) {
                    files.put(name, FileDigest.of(path));
                }
            }
        }
        return files;
    }

    private static FileSystemException changed(String name) {
        return new FileSystemException(name, null, "was changed or taken away while the run worked; run again");
    }
}
