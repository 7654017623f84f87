package io.earnout.batch;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.h2.store.fs.FilePath;
import org.h2.store.fs.FilePathWrapper;
import org.h2.store.fs.disk.FilePathDisk;

/**
 * A file as H2 sees it, named by its encoded path. In a database URL H2 would read the rest of a path after a semicolon as
 * settings, and a backslash as the end of a folder's name.
 */
public final class H2File extends FilePathWrapper {

    private static final String SCHEME = "path";

    static {
        FilePath.register(new H2File());
    }

    /** How a database URL names the file: letters, digits, slashes and {@code %}. */
    static String name(Path file) {
        return SCHEME + ":" + encoded(file.toString());
    }

    private static String encoded(String path) {
        return URLEncoder.encode(path, StandardCharsets.UTF_8).replace("%2F", "/");
    }

    @Override
    public String getScheme() {
        return SCHEME;
    }

    /** The file on the disk. H2 appends to names, but nothing that would have to be decoded. */
    @Override
    protected FilePath unwrap(String name) {
        FilePathDisk file = new FilePathDisk();
        file.name = URLDecoder.decode(name.substring(getPrefix().length()), StandardCharsets.UTF_8);
        return file;
    }

    @Override
    public FilePathWrapper wrap(FilePath file) {
        return getPath(getPrefix() + encoded(file.name));
    }

    /** Its own name: H2 would turn backslashes into slashes here. */
    @Override
    public FilePath toRealPath() {
        return this;
    }

    @Override
    public FilePath getParent() {
        return getPath(name.substring(0, name.lastIndexOf('/')));
    }
}
