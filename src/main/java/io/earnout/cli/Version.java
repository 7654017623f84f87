package io.earnout.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The program's version, as the build wrote it down. */
final class Version implements IVersionProvider {

    private static final String BUILD_INFO = "/META-INF/build-info.properties";

    static String ofProgram() {
        try (InputStream in = Version.class.getResourceAsStream(BUILD_INFO)) {
            if (in == null) {
                throw new IllegalStateException("the build wrote no " + BUILD_INFO);
            }
            Properties info = new Properties();
            info.load(in);
            return info.getProperty("build.version", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What {@code --version} prints. */
    static String line() {
        return "earn-out escrow job " + ofProgram();
    }

    @Override
    public String[] getVersion() {
        return new String[] {line()};
    }
}
