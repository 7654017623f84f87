package io.earnout.present.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Many small agreements, every third with a shortfall, every fifth without a report. */
final class LargePortfolio {

    private LargePortfolio() {}

    static Path writeTo(Path input, int agreements) throws IOException {
        Files.createDirectories(input);
        StringBuilder terms = new StringBuilder("agreement_id,consideration_shares,currency,signed_on,deposited_on\n");
        StringBuilder years =
                new StringBuilder("agreement_id,assessment_year,starts_on,ends_on,target_revenue,tranche_shares\n");
        StringBuilder revenue =
                new StringBuilder("agreement_id,assessment_year,audited_revenue,report_id,firm,report_date\n");
        for (int number = 1; number <= agreements; number++) {
            String id = "A/" + (10_000 + number);
            terms.append(id).append(",2000,CNY,2025-12-02,2025-12-10\n");
            years.append(id).append(",1,2025-12-01,2026-11-30,1000,1000\n");
            years.append(id).append(",2,2026-12-01,2027-11-30,1000,1000\n");
            if (number % 5 > 0) {
                int first = number % 3 == 0 ? 900 - number % 100 : 1000;
                revenue.append(id).append(",1,").append(first).append(",R1,F,2027-01-10\n");
                revenue.append(id).append(",2,1100,R2,F,2028-01-10\n");
            }
        }
        write(input, "agreements.csv", terms);
        write(input, "assessment-years.csv", years);
        write(input, "audited-revenue.csv", revenue);
        Files.writeString(input.resolve("run.properties"), "as-of=2028-01-20\n", StandardCharsets.UTF_8);
        return input;
    }

    private static void write(Path input, String file, StringBuilder rows) throws IOException {
        Files.writeString(input.resolve(file), rows, StandardCharsets.UTF_8);
    }
}
