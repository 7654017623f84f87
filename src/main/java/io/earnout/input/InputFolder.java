package io.earnout.input;

import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Source;
import io.earnout.input.csv.Digits;
import io.earnout.input.csv.FaultyLine;
import io.earnout.input.csv.InputFile;
import io.earnout.input.csv.Limits;
import io.earnout.input.csv.Texts;
import io.earnout.terms.Money;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The input folder: which files it has, and what {@code run.properties} says ({@code as-of=2031-02-10} pins the day of
 * the run). A file that is not read though
 * it looks like input is an error: its content may matter.
 *
 * @param files the CSV files to read, by name
 * @param everything all files, hidden ones and those that are too large aside, by name; the run's identity covers them
 * @param pinnedAsOf the day that {@code run.properties} pins
 */
public record InputFolder(
        Path path,
        List<InputFile> files,
        List<Path> everything,
        Optional<LocalDate> pinnedAsOf,
        List<Finding> findings) {

    private static final String RUN_PROPERTIES = "run.properties";
    private static final String AS_OF = "as-of";
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    public static InputFolder of(Path path) {
        List<Finding> findings = new ArrayList<>();
        List<Path> everything = list(path, findings);
        List<InputFile> files = new ArrayList<>();
        boolean readable = findings.isEmpty();
        List<Path> ofSensibleSize = everything.stream()
                .filter(file -> isOfSensibleSize(file, findings))
                .toList();
        for (Path file : ofSensibleSize) {
            classify(file, files, findings);
        }
        if (readable) {
            findMissing(everything, findings);
        }
        Optional<LocalDate> pinned = ofSensibleSize.stream()
                .filter(file -> file.getFileName().toString().equals(RUN_PROPERTIES))
                .findFirst()
                .flatMap(file -> pinnedAsOf(file, findings));
        return new InputFolder(path, files, ofSensibleSize, pinned, findings);
    }

    private static void findMissing(List<Path> files, List<Finding> findings) {
        Set<Format> there = EnumSet.noneOf(Format.class);
        files.forEach(file -> Format.ofName(file.getFileName().toString()).ifPresent(there::add));
        for (Format format : Format.values()) {
            if (format.required() && !there.contains(format)) {
                findings.add(about(
                        FindingCode.FILE_MISSING,
                        format.fileName(),
                        "the input folder has no such file",
                        "add it, with at least its header"));
            }
        }
        if (!there.contains(Format.HOLIDAYS)) {
            findings.add(about(
                    FindingCode.HOLIDAYS_ABSENT,
                    Format.HOLIDAYS.fileName(),
                    "there is no holiday data: business days are computed on weekends alone, and all days that depend"
                            + " on them are PROVISIONAL",
                    "add the holidays of the agreements' calendars, as they are published"));
        }
        if (!there.contains(Format.APPROVED_FIRMS)) {
            findings.add(about(
                    FindingCode.APPROVED_FIRMS_ABSENT,
                    Format.APPROVED_FIRMS.fileName(),
                    "there is no list of approved firms: every firm named in a report is taken as approved",
                    "add the list of the firms that the issuer approved (SPA 4.2)"));
        }
    }

    private static List<Path> list(Path path, List<Finding> findings) {
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(
                            entry -> !entry.getFileName().toString().startsWith("."))
                    .sorted((a, b) ->
                            a.getFileName().toString().compareTo(b.getFileName().toString()))
                    .toList();
            if (files.size() <= Limits.FILES) {
                return files;
            }
            findings.add(about(
                    FindingCode.TOO_MANY_FILES,
                    "",
                    "the input folder holds " + files.size() + " files, more than " + Limits.FILES,
                    "take out what is no input, and join files that come in many parts"));
            return List.of();
        } catch (IOException e) {
            findings.add(about(
                    FindingCode.FOLDER_UNREADABLE,
                    "",
                    "the input folder can't be read: " + path,
                    "check the path given with --input, and that it is a folder that you may read"));
            return List.of();
        }
    }

    private static boolean isOfSensibleSize(Path file, List<Finding> findings) {
        String name = file.getFileName().toString();
        long most = name.equals(RUN_PROPERTIES)
                ? Limits.SETTINGS_BYTES
                : Format.ofName(name).map(Format::mostBytes).orElse(Limits.FILE_BYTES);
        if (!Limits.isLargerThan(most, file)) {
            return true;
        }
        findings.add(about(
                FindingCode.FILE_TOO_LARGE,
                name,
                "the file is larger than the " + most + " bytes that it may have",
                "check that it is the right one"
                        + (Format.mayComeInParts(name) ? "; otherwise split it into parts" : "")));
        return false;
    }

    private static void classify(Path file, List<InputFile> files, List<Finding> findings) {
        String name = file.getFileName().toString();
        Optional<Format> format = Format.ofName(name);
        if (format.isPresent()) {
            files.add(format.get().at(file));
        } else if (!name.equals(RUN_PROPERTIES) && looksLikeInput(name)) {
            findings.add(about(
                    FindingCode.FILE_UNKNOWN,
                    name,
                    "this file name is not known, and its content may matter",
                    "rename it (" + Format.fileNames() + ", " + RUN_PROPERTIES + "), or take it out"));
        } else if (!name.equals(RUN_PROPERTIES) && !name.equals(StartingFiles.README)) {
            findings.add(about(FindingCode.FILE_NOT_READ, name, "this file is not read", ""));
        }
    }

    /** A CSV file, or one whose name begins like one of ours but ends otherwise, such as approved-firms.xlsx. */
    private static boolean looksLikeInput(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".csv") || lower.startsWith(RUN_PROPERTIES) || Format.beginsLikeOne(lower);
    }

    private static Optional<LocalDate> pinnedAsOf(Path file, List<Finding> findings) {
        Properties properties = new Properties();
        try {
            if (!Files.isRegularFile(file)) {
                throw new FileSystemException(file.toString()); // opening a pipe would wait for its writer
            }
            String text = Files.readString(file);
            properties.load(new StringReader(text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text));
        } catch (IOException | IllegalArgumentException e) {
            findings.add(about(
                    FindingCode.FILE_UNREADABLE, RUN_PROPERTIES, "the file can't be read", "write as-of=2031-02-10"));
            return Optional.empty();
        }
        properties.stringPropertyNames().stream()
                .filter(key -> !key.equals(AS_OF))
                .sorted()
                .forEach(key -> findings.add(setting(
                        FindingCode.SETTING_UNKNOWN,
                        key,
                        "",
                        "the setting \"" + Texts.shown(key) + "\" is not known",
                        "write as-of=2031-02-10, or delete it")));
        String asOf = properties.getProperty(AS_OF);
        if (asOf == null) {
            return Optional.empty();
        }
        Optional<LocalDate> day = day(asOf.strip());
        if (day.isEmpty()) {
            findings.add(setting(
                    FindingCode.SETTING_INVALID,
                    AS_OF,
                    asOf,
                    "\"" + Texts.shown(asOf) + "\" does not exist in the calendar",
                    "write year-month-day, e.g. as-of=2031-02-10"));
        }
        return day;
    }

    /** A day written as 2031-02-10; nothing if the text is none. */
    public static Optional<LocalDate> day(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Digits.day(bytes, 0, bytes.length);
    }

    /** An amount written as in the files, plain digits with at most two decimals; nothing if the text is none. */
    public static Optional<Money> amount(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        long minorUnits = Digits.amount(bytes, 0, bytes.length, 2);
        return minorUnits < 0 || minorUnits > Money.LIMIT ? Optional.empty() : Optional.of(new Money(minorUnits));
    }

    /** The line with what is wrong, where it is an invalid cell, or a line because of which a file can't be trusted. */
    public Optional<FaultyLine> faultyLine(Finding finding) {
        boolean isSeenInTheLine = finding.message().startsWith("\"")
                || finding.code() == FindingCode.VALUE_MISSING
                || finding.code().stopsTheRun();
        return files.stream()
                .filter(file -> isSeenInTheLine
                        && finding.source().line() > 0
                        && file.name().equals(finding.source().file()))
                .findFirst()
                .flatMap(file -> FaultyLine.of(file, finding.source().line(), finding.column(), finding.value()));
    }

    /** Names, sizes and times of change of all files. */
    public String sizesAndTimes() throws IOException {
        StringBuilder all = new StringBuilder();
        for (Path file : everything) {
            all.append(file.getFileName());
            if (Files.isRegularFile(file)) {
                all.append(' ').append(Files.size(file)).append(' ').append(Files.getLastModifiedTime(file));
            }
            all.append('\n');
        }
        return all.toString();
    }

    private static Finding about(FindingCode code, String file, String message, String remedy) {
        return new Finding(code, "", 0, new Source(file, 0), "", "", message, remedy);
    }

    private static Finding setting(FindingCode code, String key, String value, String message, String remedy) {
        return new Finding(code, "", 0, new Source(RUN_PROPERTIES, 0), key, value, message, remedy);
    }
}
