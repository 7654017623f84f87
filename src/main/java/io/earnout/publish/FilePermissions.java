package io.earnout.publish;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** Files and folders that only their owner can read (SPA 9), whatever the umask. */
public final class FilePermissions {

    private static final boolean POSIX =
            FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    private static final FileAttribute<?>[] FOLDER = attributes("rwx------");
    private static final FileAttribute<?>[] FILE = attributes("rw-------");

    private FilePermissions() {}

    private static FileAttribute<?>[] attributes(String permissions) {
        Set<PosixFilePermission> set = PosixFilePermissions.fromString(permissions);
        return POSIX ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(set)} : new FileAttribute<?>[0];
    }

    /** Creates a folder, and those above it, unless it exists; a link to a folder counts as one. */
    public static void createFolders(Path folder) throws IOException {
        // Java 17 before 17.0.14 refuses a link to a folder
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(folder, FOLDER);
        }
    }

    /**
     * Refuses a link, so that nothing is written outside the output folder.
     *
     * @throws FileSystemException if there is a link in its place
     */
    public static void refuseLink(Path path) throws FileSystemException {
        if (Files.isSymbolicLink(path)) {
            throw new FileSystemException(
                    path.toString(), null, "is a link, and would lead out of the output folder; move it away");
        }
    }

    /** Restricts an existing file to its owner. */
    public static void restrict(Path file) throws IOException {
        if (POSIX && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
    }

    /** Opens a file for locking, and creates it if it isn't there. */
    public static FileChannel openForLock(Path file) throws IOException {
        return FileChannel.open(file, EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE), FILE);
    }

    /** Appends to an existing file. */
    public static OutputStream append(Path file) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND));
    }

    /** Creates the file, or empties an existing one. */
    public static OutputStream create(Path file) throws IOException {
        return Channels.newOutputStream(Files.newByteChannel(
                file,
                EnumSet.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING),
                FILE));
    }
}
