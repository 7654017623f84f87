package io.earnout.escrow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.boot.json.BasicJsonParser;

/** The worked cases that were agreed with the rules, read part by part. */
public final class WorkedCases {

    private WorkedCases() {}

    public static Map<?, ?> all() {
        try (InputStream file = WorkedCases.class.getResourceAsStream("/contract/cases.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            // this parser takes an object for text if a blank stands before it
            String oneLine = json.replaceAll("\\n\\s*|(?<=[,:])\\s+(?=[\\[{])", "");
            return new BasicJsonParser().parseMap(oneLine);
        } catch (IOException e) {
            throw new IllegalStateException("the worked cases can't be read", e);
        }
    }

    public static List<Map<?, ?>> part(String name) {
        return list(all(), name);
    }

    public static List<Map<?, ?>> list(Map<?, ?> parent, Object name) {
        List<Map<?, ?>> entries = new ArrayList<>();
        for (Object entry : (List<?>) Objects.requireNonNull(parent.get(name), name::toString)) {
            entries.add((Map<?, ?>) Objects.requireNonNull(entry));
        }
        return entries;
    }

    public static Map<?, ?> named(String part, String id) {
        return part(part).stream()
                .filter(entry -> text(entry, "id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static Map<?, ?> object(Map<?, ?> parent, Object name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name::toString);
    }

    public static String text(Map<?, ?> parent, Object name) {
        return Objects.requireNonNull(parent.get(name), name::toString).toString();
    }

    public static long number(Map<?, ?> parent, Object name) {
        return Long.parseLong(text(parent, name));
    }

    public static LocalDate day(Map<?, ?> parent, Object name) {
        return LocalDate.parse(text(parent, name));
    }

    public static Map<Integer, Long> byYear(Map<?, ?> shares) {
        Map<Integer, Long> byYear = new TreeMap<>();
        for (Object year : shares.keySet()) {
            byYear.put(Integer.parseInt(year.toString()), number(shares, year));
        }
        return byYear;
    }
}
