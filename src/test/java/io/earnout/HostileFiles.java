package io.earnout;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Spoils the files of an input folder in every way that files get spoilt, by accident or on purpose. A seed says how. */
final class HostileFiles {

    private static final int A_MEGABYTE = 1_000_000;

    /** What somebody or something puts into the middle of a file. */
    private static final List<String> INTRUDERS = List.of(
            "\"",
            ",",
            "\n",
            "\r",
            "\r\n",
            "\0",
            "\u001b[31m",
            "=1+1",
            "@SUM(A1)",
            "+",
            "-",
            "\t",
            " ",
            "\"\"\"",
            "\"\n\"",
            "\uFEFF",
            "\u202e",
            "\u00e9",
            "\ud83d\ude00",
            "9999999999999999999999",
            "2026-13-45",
            "0",
            "../x",
            "/etc/passwd",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "x".repeat(70_000),
            ",".repeat(10_000));

    /** What somebody writes into a cell. */
    private static final List<String> CELLS = List.of(
            "",
            "0",
            "-1",
            "1",
            "2",
            "99",
            "1e9",
            "15000000",
            "665,000,000",
            "9223372036854775808",
            "=A1",
            "'",
            "NULL",
            "NaN",
            "2026-11-30",
            "9999-12-31",
            "0000-01-01",
            "CNY",
            "half",
            "yes",
            "../../x",
            "..",
            "a/b\\c",
            "KAIXIN-2025",
            "\u5f00\u5fc3");

    private final Path folder;
    private final Random random;

    HostileFiles(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    /** Spoils one to three files. */
    void spoil() throws IOException {
        for (int times = 1 + random.nextInt(3); times > 0; times--) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            Path file = one(files);
            byte[] bytes = Files.readAllBytes(file);
            if (bytes.length > 0) {
                spoil(file, bytes);
            }
        }
    }

    private void spoil(Path file, byte[] bytes) throws IOException {
        switch (random.nextInt(22)) {
            case 0 -> Files.write(file, bitFlipped(bytes));
            case 1 -> Files.write(file, overwritten(bytes));
            case 2 -> Files.write(file, part(bytes, 0, random.nextInt(bytes.length)));
            case 3 -> Files.write(file, cutOut(bytes));
            case 4 -> Files.write(file, doubled(bytes));
            case 5 -> Files.write(file, shuffled(bytes));
            case 6 -> Files.write(file, inserted(bytes, one(INTRUDERS)));
            case 7 -> Files.write(file, text(bytes).getBytes(random.nextBoolean() ? UTF_16LE : UTF_16));
            case 9 -> Files.writeString(file, columnRenamed(text(bytes)));
            case 10 -> Files.writeString(file, text(bytes).replace("\n", random.nextBoolean() ? "\r\n" : "\r"));
            case 11 -> Files.writeString(file, cellReplaced(text(bytes), "x".repeat(A_MEGABYTE)));
            case 12 -> {
                Files.delete(file);
                if (random.nextBoolean()) {
                    Files.createDirectory(file);
                }
            }
            case 8 ->
                Files.move(
                        file,
                        file.resolveSibling("audited-revenue-" + random.nextInt(3) + ".csv"),
                        StandardCopyOption.REPLACE_EXISTING);
            // an invalid row holds what depends on it and lets the rest go: that needs most tries
            default -> Files.writeString(file, cellReplaced(text(bytes), one(CELLS)));
        }
    }

    private byte[] bitFlipped(byte[] bytes) {
        byte[] spoilt = bytes.clone();
        spoilt[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
        return spoilt;
    }

    private byte[] overwritten(byte[] bytes) {
        byte[] spoilt = bytes.clone();
        spoilt[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        return spoilt;
    }

    private byte[] cutOut(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(Math.min(200, bytes.length - from));
        return joined(part(bytes, 0, from), part(bytes, to, bytes.length));
    }

    private byte[] doubled(byte[] bytes) {
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(Math.min(300, bytes.length - from));
        return joined(part(bytes, 0, to), part(bytes, from, bytes.length));
    }

    private byte[] shuffled(byte[] bytes) {
        List<String> lines =
                new ArrayList<>(new String(bytes, ISO_8859_1).lines().toList());
        String header = lines.remove(0);
        Collections.shuffle(lines, random);
        if (random.nextBoolean() && !lines.isEmpty()) {
            lines.add(one(lines));
        }
        return (header + "\n" + String.join("\n", lines) + "\n").getBytes(ISO_8859_1);
    }

    private byte[] inserted(byte[] bytes, String intruder) {
        int at = random.nextInt(bytes.length);
        Charset charset = random.nextInt(4) > 0 ? UTF_8 : UTF_16;
        return joined(part(bytes, 0, at), joined(intruder.getBytes(charset), part(bytes, at, bytes.length)));
    }

    private String cellReplaced(String text, String cell) {
        String[] lines = text.split("\n", -1);
        int line = random.nextInt(lines.length);
        String[] cells = lines[line].split(",", -1);
        cells[random.nextInt(cells.length)] = cell;
        lines[line] = String.join(",", cells);
        return String.join("\n", lines);
    }

    private String columnRenamed(String text) {
        int end = Math.max(text.indexOf('\n'), 0);
        String[] columns = text.substring(0, end).split(",", -1);
        int column = random.nextInt(columns.length);
        columns[column] = random.nextBoolean() ? columns[column] + "s" : one(List.of(columns));
        return String.join(",", columns) + text.substring(end);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, UTF_8);
    }

    private static byte[] part(byte[] bytes, int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        joined.writeBytes(one);
        joined.writeBytes(other);
        return joined.toByteArray();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
