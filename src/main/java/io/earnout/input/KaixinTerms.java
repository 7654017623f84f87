package io.earnout.input;

import io.earnout.escrow.record.Party;
import io.earnout.input.csv.Column;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The terms of the Kaixin agreement of 2 December 2025, as the contract names them, for the first files of a new agreement.
 * What has happened since, the deposit first of all, isn't part of it.
 */
final class KaixinTerms {

    private static final String ISSUER = "Kaixin Holdings";
    private static final String PURCHASER = "Zhejiang Kaixin Auto Co., Ltd.";
    private static final String SELLER = "Fangle Lai";
    private static final String ESCROW_AGENT = "AUTOA2A, LTD.";
    private static final String TARGET_COMPANY = "Zhejiang Ordinary Smile Auto Sales Co., Ltd.";

    private static final int FIRST_YEAR = 2025;

    /** The targets in yuan, year by year (SPA 1.4). */
    private static final List<String> TARGETS =
            List.of("665000000", "732000000", "805000000", "885000000", "974000000");

    private KaixinTerms() {}

    /** The rows of each file that the contract can fill in, cells by column. */
    static Map<Format, List<Map<Column<?>, String>>> rows(String agreementId) {
        Map<Format, List<Map<Column<?>, String>>> rows = new EnumMap<>(Format.class);
        rows.put(Format.AGREEMENTS, List.of(agreement(agreementId)));
        rows.put(
                Format.ASSESSMENT_YEARS,
                TARGETS.stream()
                        .map(target -> year(agreementId, TARGETS.indexOf(target) + 1, target))
                        .toList());
        rows.put(
                Format.PARTIES,
                List.of(
                        party(agreementId, Party.Role.ISSUER, ISSUER),
                        party(agreementId, Party.Role.PURCHASER, PURCHASER),
                        party(agreementId, Party.Role.SELLER, SELLER),
                        party(agreementId, Party.Role.ESCROW_AGENT, ESCROW_AGENT),
                        party(agreementId, Party.Role.TARGET_COMPANY, TARGET_COMPANY)));
        return rows;
    }

    private static Map<Column<?>, String> agreement(String agreementId) {
        Map<Column<?>, String> cells = new LinkedHashMap<>();
        cells.put(AgreementsFile.AGREEMENT_ID, agreementId);
        cells.put(AgreementsFile.CONSIDERATION_SHARES, "15000000");
        cells.put(AgreementsFile.SHARE_CLASS, "Class A ordinary shares");
        cells.put(AgreementsFile.CURRENCY, "CNY");
        cells.put(AgreementsFile.ISSUER, ISSUER);
        cells.put(AgreementsFile.PURCHASER, PURCHASER);
        cells.put(AgreementsFile.SELLER, SELLER);
        cells.put(AgreementsFile.ESCROW_AGENT, ESCROW_AGENT);
        cells.put(AgreementsFile.TARGET_COMPANY, TARGET_COMPANY);
        cells.put(AgreementsFile.SIGNED_ON, "2025-12-02");
        cells.put(AgreementsFile.BUSINESS_CALENDAR, "CN+US");
        return cells;
    }

    private static Map<Column<?>, String> year(String agreementId, int number, String target) {
        int starts = FIRST_YEAR + number - 1;
        return Map.of(
                AssessmentYearsFile.AGREEMENT_ID,
                agreementId,
                AssessmentYearsFile.ASSESSMENT_YEAR,
                Integer.toString(number),
                AssessmentYearsFile.STARTS_ON,
                starts + "-12-01",
                AssessmentYearsFile.ENDS_ON,
                (starts + 1) + "-11-30",
                AssessmentYearsFile.TARGET_REVENUE,
                target,
                AssessmentYearsFile.TRANCHE_SHARES,
                "3000000");
    }

    private static Map<Column<?>, String> party(String agreementId, Party.Role role, String name) {
        return Map.of(PartiesFile.AGREEMENT_ID, agreementId, PartiesFile.ROLE, role.term(), PartiesFile.NAME, name);
    }
}
