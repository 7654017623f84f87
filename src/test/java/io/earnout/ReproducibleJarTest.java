package io.earnout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.earnout.publish.Sha256;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

/** Whoever builds the program from the same sources gets the same program, and can prove it. */
@Tag("nothing-lost")
@DisplayName("The jar")
class ReproducibleJarTest {

    @TempDir
    private Path folder = Path.of("");

    @Test
    void hasTheSameBytesWhereverAndWheneverItIsBuilt() throws IOException, InterruptedException {
        Path here = build("here", Map.of("TZ", "Asia/Shanghai", "LC_ALL", "C.UTF-8"), "022");
        Path elsewhere = build("a/folder elsewhere", Map.of("TZ", "America/New_York", "LC_ALL", "C"), "077");
        Attempts tries = new Attempts("the jar built twice");
        tries.tried(here.getFileName().toString());
        tries.tried(elsewhere.getFileName().toString());
        if (!Sha256.of(here).equals(Sha256.of(elsewhere))) {
            tries.lost("they differ at byte " + Files.mismatch(here, elsewhere));
        }
        tries.assertNothingLost();
    }

    private Path build(String name, Map<String, String> environment, String umask)
            throws IOException, InterruptedException {
        Path sources = Files.createDirectories(folder.resolve(name));
        Files.copy(Path.of("pom.xml"), sources.resolve("pom.xml"));
        FileSystemUtils.copyRecursively(Path.of(".mvn"), sources.resolve(".mvn"));
        FileSystemUtils.copyRecursively(Path.of("src/main"), sources.resolve("src/main"));
        Path told = folder.resolve("told");
        ProcessBuilder maven = new ProcessBuilder(List.of(
                        "sh", "-c", "umask " + umask + "; exec mvn -q -B -Dquick -Dmaven.test.skip=true package"))
                .directory(sources.toFile())
                .redirectErrorStream(true)
                .redirectOutput(told.toFile());
        maven.environment().putAll(environment);
        maven.environment().put("JAVA_HOME", System.getProperty("java.home"));
        maven.environment().put("MAVEN_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
        assertEquals(0, maven.start().waitFor(), Files.readString(told));
        Path jar = sources.resolve("target/earnout-escrow.jar");
        assertTrue(Files.isRegularFile(jar));
        return jar;
    }
}
