package io.earnout.present.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** An input whose names are markup, turn the text around them, are very long, or show nothing. */
final class HostileNames {

    static final String SCRIPT = "<script>alert(1)</script>&amp;'</title>";
    static final String TURNED = "Sel\u202Eler \u2066of\u200B shares";
    static final String LONG = "W".repeat(300);
    static final String EMOJI =
            "\uD83D\uDC69\u200D\uD83D\uDCBB \uD83C\uDDE8\uD83C\uDDF3 \u738B\u82B3 \u05E9\u05DC\u05D5\u05DD";

    private HostileNames() {}

    static Path writeTo(Path input) throws IOException {
        Files.createDirectories(input);
        String id = "<b>A\u202E|&\"" + "N".repeat(90);
        write(
                input,
                "agreements.csv",
                "agreement_id,consideration_shares,share_class,currency,issuer,purchaser,seller,escrow_agent,"
                        + "target_company,signed_on,deposited_on,readings_agreed_on,readings_document,excess_credit",
                row(
                        id,
                        "200",
                        "Class <A>",
                        "CNY",
                        SCRIPT,
                        LONG,
                        TURNED,
                        EMOJI,
                        "\u202E" + LONG,
                        "2025-12-02",
                        "2025-12-10",
                        "2026-01-10",
                        SCRIPT,
                        "full"));
        write(
                input,
                "assessment-years.csv",
                "agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares",
                row(id, "1", "2025-12-01", "2026-11-30", "1000", "100"),
                row(id, "2", "2026-12-01", "2027-11-30", "1000", "100"));
        write(
                input,
                "audited-revenue.csv",
                "agreement_id,assessment_year,audited_revenue,report_id,firm,report_date,received_on",
                row(id, "1", "900", LONG, SCRIPT, "2027-01-10", "2027-01-12"),
                row(id, "2", "1200", "R<2>\u202E", TURNED, "2028-01-10", "2028-01-12"));
        write(
                input,
                "joint-instructions.csv",
                "agreement_id,assessment_year,instruction_id,shares,signed_by_issuer_on,signed_by_purchaser_on,received_on",
                row(id, "1", LONG, "90", "2027-01-12", "2027-01-12", "2027-01-13"));
        write(
                input,
                "transfers.csv",
                "agreement_id,assessment_year,kind,shares,confirmed_on,reference",
                row(id, "1", "release", "90", "2027-01-20", SCRIPT + LONG));
        write(
                input,
                "suspensions.csv",
                "agreement_id,assessment_year,ground,from,document",
                row(id, "2", "dispute", "2028-01-15", TURNED + LONG));
        Files.writeString(input.resolve("run.properties"), "as-of=2028-02-10\n", StandardCharsets.UTF_8);
        return input;
    }

    private static void write(Path input, String file, String... lines) throws IOException {
        Files.writeString(input.resolve(file), String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }

    private static String row(String... cells) {
        StringBuilder row = new StringBuilder();
        for (String cell : cells) {
            row.append(row.isEmpty() ? "" : ",")
                    .append('"')
                    .append(cell.replace("\"", "\"\""))
                    .append('"');
        }
        return row.toString();
    }
}
