package io.earnout;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.json.BasicJsonParser;

/**
 * The worked settlements once more, as questions: the first years stand in the files, the others are assumed, and whatever
 * the share between the two, the figures are those of the case. A wrong figure on record, assumed otherwise, is restated.
 */
class WhatIfCasesTest {

    private static final Path KAIXIN = CaseFolders.input("kaixin-five-years");
    private static final List<String> SWITCHES =
            List.of("excess_credit", "conversion_target", "offset_limit", "offset_order", "missed_target");

    @TempDir
    private Path folder = Path.of("");

    @TestFactory
    Stream<DynamicTest> whatIsAssumedComesOutAsWhatIsOnRecord() {
        return cases().stream()
                .map(worked -> DynamicTest.dynamicTest(
                        text(worked, "id") + " " + text(worked, "title"), () -> compare(worked)));
    }

    private void compare(Map<?, ?> worked) throws IOException {
        Map<Integer, String> revenues = new TreeMap<>();
        object(worked, "audited_revenue")
                .forEach((year, revenue) -> revenues.put(Integer.valueOf(year.toString()), revenue.toString()));
        List<Integer> years = List.copyOf(revenues.keySet());
        for (int onRecord = 0; onRecord < years.size(); onRecord++) {
            Map<Integer, String> filed = new TreeMap<>();
            List<String> arguments = new ArrayList<>(List.of("what-if", "--as-of", "2031-02-10"));
            for (int i = 0; i < years.size(); i++) {
                int year = years.get(i);
                if (i < onRecord) {
                    filed.put(year, text(object(worked, "audited_revenue"), year));
                } else {
                    arguments.add("--revenue");
                    arguments.add(year + "=" + revenues.get(year));
                }
            }
            if (onRecord == 1) {
                filed.put(years.get(1), "700000000"); // is restated by what is assumed
            }
            Path input = input(worked, filed, "on-record-" + onRecord);
            arguments.addAll(List.of("--input", input.toString()));
            CliRun asked = CliRun.of(arguments.toArray(String[]::new));
            assertTrue(asked.exit() == 0 || asked.exit() == 2, asked.err());
            assertEquals(text(worked, "total_released"), after("entitled", asked.out()), asked.out());
            if (worked.containsKey("to_cancel") && !text(worked, "title").contains("block")) {
                boolean blocks = worked.containsKey("readings")
                        && object(worked, "readings").containsKey("missed_target");
                assertEquals(
                        text(worked, "to_cancel"),
                        Long.toString(Long.parseLong(after("deducted", asked.out()))
                                + (blocks ? Long.parseLong(after("held", asked.out())) : 0)),
                        asked.out());
            }
        }
    }

    /** The figure in the column "after" of the position. */
    private static String after(String name, String out) {
        Matcher row = Pattern.compile("(?m)^  " + name + " +[0-9,]+ +([0-9,]+)").matcher(out);
        assertTrue(row.find(), () -> "no row " + name + " in\n" + out);
        return row.group(1).replace(",", "");
    }

    private Path input(Map<?, ?> worked, Map<Integer, String> filed, String name) throws IOException {
        Path input = Files.createDirectories(folder.resolve(text(worked, "id") + name));
        Map<String, String> terms =
                Csv.rows(Files.readString(KAIXIN.resolve("agreements.csv"))).get(0);
        StringBuilder header = new StringBuilder();
        StringBuilder row = new StringBuilder();
        for (Map.Entry<String, String> cell : terms.entrySet()) {
            String value = SWITCHES.contains(cell.getKey()) && worked.containsKey("readings")
                    ? Objects.toString(object(worked, "readings").get(cell.getKey()), cell.getValue())
                    : cell.getValue();
            header.append(header.isEmpty() ? "" : ",").append(cell.getKey());
            row.append(row.isEmpty() ? "" : ",").append('"').append(value).append('"');
        }
        Files.writeString(input.resolve("agreements.csv"), header + "\n" + row + "\n");
        Files.copy(KAIXIN.resolve("assessment-years.csv"), input.resolve("assessment-years.csv"));
        StringBuilder reports =
                new StringBuilder("agreement_id,assessment_year,audited_revenue,report_id,firm,report_date\n");
        filed.forEach((year, revenue) -> reports.append("KAIXIN-2025,")
                .append(year)
                .append(',')
                .append(revenue)
                .append(",R")
                .append(year)
                .append(",Firm,")
                .append(2026 + year)
                .append("-01-10\n"));
        Files.writeString(input.resolve("audited-revenue.csv"), reports.toString());
        return input;
    }

    private static List<Map<?, ?>> cases() {
        try (InputStream file = WhatIfCasesTest.class.getResourceAsStream("/contract/cases.json")) {
            String json = new String(Objects.requireNonNull(file).readAllBytes(), UTF_8);
            // this parser takes an object for text if a blank stands before it
            String oneLine = json.replaceAll("\\n\\s*|(?<=,)\\s+(?=\\{)", "");
            List<Map<?, ?>> cases = new ArrayList<>();
            for (Object worked : (List<?>) Objects.requireNonNull(
                    new BasicJsonParser().parseMap(oneLine).get("settlements"))) {
                cases.add((Map<?, ?>) worked);
            }
            return cases;
        } catch (IOException e) {
            throw new IllegalStateException("the worked cases can't be read", e);
        }
    }

    private static Map<?, ?> object(Map<?, ?> parent, String name) {
        return (Map<?, ?>) Objects.requireNonNull(parent.get(name), name);
    }

    private static String text(Map<?, ?> parent, Object name) {
        return Objects.requireNonNull(parent.get(name.toString()), name::toString)
                .toString();
    }
}
