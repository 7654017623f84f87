package io.earnout.benchmark;

import java.util.Locale;

/**
 * The files that the database writes: a query for each, with the columns of the job's file. What has a row for each year is
 * a list in the row of its agreement, so that the order of the agreements is kept and nothing is sorted again.
 */
enum SqlFiles {
    RELEASE_INSTRUCTIONS("""
            SELECT agreement_id, assessment_year, tranche_year,
                   CASE WHEN assessment_year = tranche_year THEN 'release' ELSE 'restoration' END AS movement,
                   agreement_id || '-AY' || assessment_year AS instruction_id, seller AS recipient,
                   tranche_shares, deducted_shares, NULL AS adjustment_shares, yuan(offset_half_fen // 2) AS revenue_offset,
                   entitled_shares, confirmed_shares, instructed_shares, held_shares, 0 AS awaiting_shares,
                   shares_to_instruct,
                   CASE WHEN shares_to_instruct > 0 THEN 'TO_INSTRUCT' WHEN held_shares > 0 THEN 'HELD'
                        WHEN instructed_shares > 0 THEN 'INSTRUCTED' ELSE 'CONFIRMED' END AS status,
                   CASE WHEN held_shares > 0 THEN 'DISPUTED' END AS reasons, report_id, release_due_on,
                   NULL AS documents_complete_on, NULL AS transfer_due_on,
                   CASE WHEN assessment_year > tranche_year THEN 'SPA 5.2(2)'
                        WHEN deducted_shares > 0 THEN 'SPA 5.1;SPA 5.2(1)' ELSE 'SPA 5.1' END AS clauses
            FROM line
            """),
    CANCELLATION_LIST("""
            SELECT agreement_id, assessment_year, deducted_shares, restored_shares,
                   deducted_shares - restored_shares AS shares_to_cancel, 0 AS confirmed_returned,
                   'PROJECTED' AS status, expires_on, issuer AS return_to, 'SPA 5.2(1)' AS clauses,
                   0 AS restorable_at_most, deducted_shares - restored_shares AS cancelled_at_least
            FROM (SELECT agreement_id, expires_on, issuer, unnest([
                      YEARS{{'assessment_year': _Y, 'deducted_shares': deducted_Y, 'restored_shares': restored_Y}}
                  ], recursive := true) FROM escrow)
            WHERE deducted_shares > 0
            """),
    RECONCILIATION_REPORT("""
            SELECT agreement_id, assessment_year, starts_on, ends_on,
                   CASE WHEN revenue IS NULL THEN 'AWAITING_REPORT' WHEN revenue = target THEN 'TARGET_MET'
                        WHEN revenue < target THEN 'SHORTFALL' ELSE 'EXCESS' END AS state,
                   yuan(target) AS target_revenue, yuan(revenue) AS audited_revenue, report_id,
                   yuan(greatest(target - revenue, 0)) AS shortfall_revenue,
                   yuan(greatest(revenue - target, 0)) AS excess_revenue,
                   yuan(greatest(revenue - target, 0) // 2) AS credit_revenue,
                   yuan(used_half_fen // 2) AS credit_used_revenue, yuan(open_half_fen // 2) AS open_shortfall_revenue,
                   tranche AS tranche_shares, deducted AS deducted_shares,
                   CASE WHEN revenue IS NULL THEN 0 ELSE tranche - deducted END AS earned_shares,
                   restored AS restored_into_shares, deducted - restored AS outstanding_deducted_shares,
                   CASE WHEN revenue IS NULL THEN 0 ELSE tranche - deducted + restored END AS entitled_shares,
                   released AS confirmed_released_shares, 0 AS over_released_shares, 0 AS confirmed_returned_shares,
                   CASE WHEN revenue IS NULL THEN tranche ELSE 0 END AS unassessed_shares,
                   0 AS undecided_released_shares
            FROM (SELECT agreement_id, unnest([
                      YEARS{{'assessment_year': _Y, 'starts_on': starts_on_Y, 'ends_on': ends_on_Y, 'target': target_Y,
                             'revenue': revenue_Y, 'report_id': report_id_Y, 'used_half_fen': used_Y,
                             'open_half_fen': open_Y, 'tranche': tranche_Y, 'deducted': deducted_Y,
                             'restored': restored_Y, 'released': released_Y}}
                  ], recursive := true) FROM escrow)
            """),
    POSITIONS("""
            SELECT agreement_id, consideration_shares, released AS confirmed_released, due - held AS releasable, held,
                   deducted, unassessed, 0 AS confirmed_returned,
                   consideration_shares::BIGINT - released - due - deducted - unassessed AS "check",
                   NULL AS lowest_entitlement, NULL AS highest_entitlement,
                   (5000 * (datesub('year', deposited_on::DATE, as_of()) + 1)) || '.00' AS fees_due, NULL AS dividends_due
            FROM (SELECT agreement_id, consideration_shares, deposited_on, SUM{released_Y} AS released,
                         SUM{due_Y} AS due, SUM{CASE WHEN suspended_Y THEN due_Y ELSE 0 END} AS held,
                         SUM{deducted_Y - restored_Y} AS deducted,
                         SUM{CASE WHEN revenue_Y IS NULL THEN tranche_Y ELSE 0 END} AS unassessed FROM escrow)
            """),
    READINGS("""
            SELECT agreement_id, excess_credit, conversion_target, offset_limit, offset_order, missed_target,
                   'yes' AS chosen, SUM{released_Y + due_Y} AS entitled_shares, 0 AS difference
            FROM escrow
            """),
    DELAYS("""
            SELECT agreement_id, assessment_year, 'issuer' AS party, due_on + 1 AS first_day, as_of() AS last_day,
                   as_of() - due_on AS days, late_shares, NULL AS penalty, NULL AS currency, 'no' AS capped,
                   NULL AS reason, 'PROVISIONAL' AS basis
            FROM (SELECT agreement_id, unnest([
                      YEARS{{'assessment_year': _Y, 'due_on': release_due(ends_on_Y), 'late_shares': due_Y}}
                  ], recursive := true) FROM escrow)
            WHERE late_shares > 0 AND due_on < as_of()
            """),
    DEADLINES("""
            SELECT agreement_id, assessment_year, deadline, due_on, NULL AS send_by, due_on - as_of() AS days_left,
                   CASE WHEN due_on < as_of() THEN 'MISSED' ELSE 'OPEN' END AS status, basis, clauses
            FROM (SELECT agreement_id, unnest([
                      {'assessment_year': NULL, 'deadline': 'escrow-fee', 'due_on': (deposited_on::DATE
                          + to_years((datesub('year', deposited_on::DATE, as_of()) + 1)::INTEGER))::DATE,
                       'basis': 'CERTAIN', 'clauses': 'EA 4.4', 'applies': true},
                      {'assessment_year': NULL, 'deadline': 'expiration', 'due_on': expires_on::DATE,
                       'basis': 'CERTAIN', 'clauses': 'SPA 5.2(1)', 'applies': true},
                      YEARS{{'assessment_year': _Y, 'deadline': 'release', 'due_on': release_due(ends_on_Y),
                             'basis': 'PROVISIONAL', 'clauses': 'SPA 5.1', 'applies': due_Y > 0}}
                  ], recursive := true) FROM escrow)
            WHERE applies
            """),
    TERMS("""
            SELECT agreement_id, consideration_shares, share_class, currency, issuer, purchaser, seller, escrow_agent,
                   target_company, signed_on, deposited_on, expires_on, expiry_document, readings_agreed_on,
                   readings_document, business_calendar, NULL AS seller_name, NULL AS seller_account,
                   NULL AS issuer_name, NULL AS issuer_account
            FROM escrow
            """);

    private final String query;

    SqlFiles(String query) {
        this.query = query;
    }

    /** The query, written out for a number of years. */
    String query(SqlYears years) {
        return years.writtenOut(query);
    }

    String fileName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + ".csv";
    }
}
