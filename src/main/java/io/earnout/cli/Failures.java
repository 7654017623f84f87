package io.earnout.cli;

import io.earnout.batch.InputChanged;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Predicate;
import org.springframework.batch.core.job.JobInterruptedException;

/** Tells why a run failed, for the person at the console. */
final class Failures {

    /** Messages of an operating system about a disk that can't be written, so that a new repository can't be either. */
    private static final List<String> OF_THE_DISK =
            List.of("No space left", "Read-only file system", "Disk quota exceeded", "Permission denied");

    /** The code with which a database server reports a full disk of its own. */
    private static final String DISK_OF_A_SERVER = "53100";

    private Failures() {}

    /** Whether a file could not be written, or something else on the disk went wrong. */
    static boolean isOfOutput(Throwable failure) {
        return anyCause(failure, cause -> cause instanceof IOException || cause instanceof UncheckedIOException);
    }

    static boolean anyCause(Throwable failure, Predicate<Throwable> is) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (is.test(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Whether neither the disk, the input nor an interruption made it fail, so that it must be the program. */
    static boolean isDefect(Throwable failure) {
        return !(failure instanceof InputChanged) && !isInterruption(failure) && !isOfOutput(failure);
    }

    /** Whether Java had too little memory. */
    static boolean isOutOfMemory(Throwable failure) {
        return anyCause(failure, OutOfMemoryError.class::isInstance);
    }

    /** Whether a thread of the run was interrupted. */
    static boolean isInterruption(Throwable failure) {
        return anyCause(
                failure,
                cause -> cause instanceof InterruptedException
                        || cause instanceof ClosedByInterruptException
                        || cause instanceof JobInterruptedException);
    }

    /** Whether it is the repository that failed, and not the disk below it or the program. */
    static boolean isOfRepository(Throwable failure) {
        boolean ofTheDatabase = false;
        boolean ofTheDisk = false;
        boolean ofAServersDisk = false;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            ofTheDisk |= cause instanceof AccessDeniedException
                    || OF_THE_DISK.stream().anyMatch(message::contains);
            ofTheDatabase |= cause instanceof SQLException || isInsideOfTheDatabase(cause);
            ofAServersDisk |= cause instanceof SQLException found && DISK_OF_A_SERVER.equals(found.getSQLState());
        }
        return ofTheDatabase && (!ofTheDisk || ofAServersDisk);
    }

    /** A damaged database file can fail inside of H2 with any exception. */
    private static boolean isInsideOfTheDatabase(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        return trace.length > 0
                && trace[0].getClassName().startsWith("org.h2.")
                && !(failure instanceof VirtualMachineError);
    }

    /** The innermost cause, in one line. */
    static String message(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        if (innermost instanceof FileAlreadyExistsException existing) {
            return existing.getFile()
                    + (Files.isSymbolicLink(Path.of(existing.getFile()))
                            ? " is a link that leads to no folder"
                            : " is a file, not a folder");
        }
        if (innermost instanceof AccessDeniedException denied) {
            return "no permission for " + denied.getFile();
        }
        if (innermost instanceof FileSystemException onDisk && onDisk.getReason() != null) {
            return onDisk.getFile() + ": " + onDisk.getReason();
        }
        String message = String.valueOf(innermost.getMessage())
                .lines()
                .findFirst()
                .orElse("")
                .replace("; SQL statement:", "");
        return innermost.getClass().getSimpleName() + (innermost.getMessage() == null ? "" : ": " + message);
    }
}
