package io.earnout.benchmark;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Properties;

/**
 * The second yardstick: DuckDB, an analytical database inside this process, settles the same files by SQL, on all
 * processors and from memory, and writes the eight files in which a run has rows of each agreement. It knows what the
 * plain loop knows; beyond that its due days, deadlines and delays know weekends alone, and its readings are the chosen one.
 */
final class PlainSql implements AutoCloseable {

    private static final String DRIVER = "org.duckdb.DuckDBDriver";
    private static final String DATABASE = "jdbc:duckdb:";

    private final Path input;
    private final Path output;
    private final SqlYears years = new SqlYears(InventedAgreement.YEARS);
    private final Connection connection;
    private final Statement statement;

    private PlainSql(Path input, Path output) throws SQLException {
        this.input = input;
        this.output = output;
        this.connection = DriverManager.getConnection(DATABASE);
        this.statement = connection.createStatement();
    }

    /** Whether the database is on the class path, where only the profile {@code benchmark} puts it. */
    static boolean isThere() {
        try {
            Class.forName(DRIVER, false, PlainSql.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }

    /** Takes the input folder and the output folder. */
    public static void main(String[] args) throws IOException, SQLException {
        Path output = Files.createDirectories(Path.of(args[1]));
        try (PlainSql sql = new PlainSql(Path.of(args[0]), output)) {
            sql.read();
            sql.settle();
            sql.write();
        }
    }

    // ---- the files become tables, and these one row for each agreement

    private void read() throws IOException, SQLException {
        Properties run = new Properties();
        try (Reader properties = Files.newBufferedReader(input.resolve("run.properties"))) {
            run.load(properties);
        }
        execute("CREATE MACRO as_of() AS DATE '" + run.getProperty("as-of") + "'");
        execute(
                "CREATE MACRO release_due(ends) AS ends + CASE isodow(ends + 60) WHEN 6 THEN 62 WHEN 7 THEN 61 ELSE 60 END");
        execute("CREATE MACRO fen(yuan) AS (yuan::DECIMAL(17, 2) * 100)::BIGINT");
        execute("CREATE MACRO yuan(fen) AS fen::DECIMAL(15, 0) * 0.01");
        table("agreement", "agreements.csv", "*");
        table(
                "assessment_year",
                "assessment-years.csv",
                "agreement_id, assessment_year::INTEGER AS assessment_year, starts_on::DATE AS starts_on,"
                        + " ends_on::DATE AS ends_on, fen(target_revenue) AS target, tranche_shares::BIGINT AS tranche");
        table(
                "report",
                "audited-revenue.csv",
                "agreement_id, assessment_year::INTEGER AS assessment_year, fen(audited_revenue) AS revenue,"
                        + " report_id, firm, report_date, supersedes");
        table("firm", "approved-firms.csv", "agreement_id, firm, approved_on, withdrawn_on");
        register("instruction", "joint-instructions.csv", "shares");
        register("transfer", "transfers.csv", "tranche_year", "shares");
        register("suspension", "suspensions.csv", "lifted_on");
        register("adjustment", "adjustments.csv", "release_shares");
    }

    private void table(String name, String file, String columns) throws SQLException {
        execute("CREATE TABLE " + name + " AS SELECT " + columns + " FROM read_csv(" + text(input.resolve(file))
                + ", header = true, all_varchar = true)");
    }

    /** A file that may be absent, which is as good as empty. */
    private void register(String name, String file, String... columns) throws SQLException {
        String wanted = "agreement_id, assessment_year::INTEGER AS assessment_year, " + String.join(", ", columns);
        if (Files.exists(input.resolve(file))) {
            table(name, file, wanted);
        } else {
            execute("CREATE TABLE " + name + " (agreement_id VARCHAR, assessment_year INTEGER, "
                    + String.join(" VARCHAR, ", columns) + " VARCHAR)");
        }
    }

    private void settle() throws SQLException {
        byAgreement(
                "assessment_year",
                years.columns("max(target)", "target"),
                years.columns("max(tranche)", "tranche"),
                years.columns("max(starts_on)", "starts_on"),
                years.columns("max(ends_on)", "ends_on"));
        execute("""
                CREATE VIEW counting AS SELECT report.* FROM report
                 ANTI JOIN (SELECT agreement_id, supersedes AS report_id FROM report WHERE supersedes IS NOT NULL)
                     USING (agreement_id, report_id)
                 JOIN firm ON report.agreement_id = firm.agreement_id AND report.firm = firm.firm
                 WHERE approved_on <= report_date AND (withdrawn_on IS NULL OR withdrawn_on > report_date)
                """);
        byAgreement("counting", years.columns("max(revenue)", "revenue"), years.columns("max(report_id)", "report_id"));
        byAgreement("instruction", years.columns("sum(shares::BIGINT)", "signed"));
        byAgreement("suspension", years.columns("bool_or(lifted_on IS NULL)", "suspended"));
        byAgreement("adjustment", years.columns("max(release_shares::BIGINT)", "agreed"));
        byAgreement(
                "transfer",
                years.ofPairs((year, tranche) -> "coalesce(sum(shares::BIGINT) FILTER (assessment_year = " + year
                        + " AND tranche_year = '" + tranche + "'), 0)::BIGINT AS confirmed_" + year + "_" + tranche));
        execute("CREATE TABLE escrow AS " + years.settlement("""
                (SELECT * FROM agreement
                 JOIN assessment_year_of USING (agreement_id) LEFT JOIN counting_of USING (agreement_id)
                 LEFT JOIN instruction_of USING (agreement_id) LEFT JOIN suspension_of USING (agreement_id)
                 LEFT JOIN adjustment_of USING (agreement_id) LEFT JOIN transfer_of USING (agreement_id))
                """) + " ORDER BY agreement_id");
        execute("""
                CREATE TABLE line AS
                SELECT *, CASE WHEN suspended THEN due ELSE 0 END AS held_shares,
                       CASE WHEN instructed AND NOT suspended THEN due ELSE 0 END AS instructed_shares,
                       due - held_shares - instructed_shares AS shares_to_instruct
                FROM (SELECT *, entitled_shares - confirmed_shares AS due
                      FROM (SELECT agreement_id, seller, unnest([%s], recursive := true) FROM escrow)
                      WHERE entitled_shares > 0)
                """.formatted(years.ofPairs(PlainSql::line)));
    }

    private static String line(int year, int tranche) {
        boolean own = year == tranche;
        return """
                {'assessment_year': _Y, 'tranche_year': _X, 'tranche_shares': tranche_X, 'deducted_shares': deducted_X,
                 'offset_half_fen': %s, 'entitled_shares': %s, 'confirmed_shares': coalesce(confirmed_Y_X, 0),
                 'suspended': coalesce(suspended_Y, false), 'instructed': instructed_Y > 0,
                 'report_id': report_id_Y, 'release_due_on': release_due(ends_on_Y)}
                """.formatted(
                        own ? "NULL::BIGINT" : "offset_Y_X",
                        own ? "CASE WHEN revenue_Y IS NULL THEN 0 ELSE tranche_Y - deducted_Y END" : "shares_Y_X")
                .replace(": _Y,", ": " + year + ",")
                .replace(": _X,", ": " + tranche + ",")
                .replace("_Y", "_" + year)
                .replace("_X", "_" + tranche);
    }

    private void byAgreement(String table, String... columns) throws SQLException {
        execute("CREATE VIEW " + table + "_of AS SELECT agreement_id, " + String.join(", ", columns) + " FROM " + table
                + " GROUP BY agreement_id");
    }

    private void write() throws SQLException {
        for (SqlFiles file : SqlFiles.values()) {
            execute("COPY (" + file.query(years) + ") TO " + text(output.resolve(file.fileName())) + " (HEADER)");
        }
    }

    private static String text(Path path) {
        return "'" + path.toString().replace("'", "''") + "'";
    }

    private void execute(String sql) throws SQLException {
        statement.execute(sql);
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }
}
