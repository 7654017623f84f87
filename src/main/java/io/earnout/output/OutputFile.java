package io.earnout.output;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** The CSV files of a run that are made agreement by agreement, with their columns. */
public enum OutputFile {
    RELEASE_INSTRUCTIONS(
            "release-instructions.csv",
            "agreement_id,assessment_year,tranche_year,movement,instruction_id,recipient,tranche_shares,"
                    + "deducted_shares,adjustment_shares,revenue_offset,entitled_shares,confirmed_shares,"
                    + "instructed_shares,held_shares,awaiting_shares,shares_to_instruct,status,reasons,report_id,"
                    + "release_due_on,documents_complete_on,transfer_due_on,clauses"),
    CANCELLATION_LIST(
            "cancellation-list.csv",
            "agreement_id,assessment_year,deducted_shares,restored_shares,shares_to_cancel,confirmed_returned,status,"
                    + "expires_on,return_to,clauses,restorable_at_most,cancelled_at_least"),
    RECONCILIATION_REPORT(
            "reconciliation-report.csv",
            "agreement_id,assessment_year,starts_on,ends_on,state,target_revenue,audited_revenue,report_id,"
                    + "shortfall_revenue,excess_revenue,credit_revenue,credit_used_revenue,open_shortfall_revenue,"
                    + "tranche_shares,deducted_shares,earned_shares,restored_into_shares,outstanding_deducted_shares,"
                    + "entitled_shares,confirmed_released_shares,over_released_shares,confirmed_returned_shares,"
                    + "unassessed_shares,undecided_released_shares"),
    POSITIONS(
            "positions.csv",
            "agreement_id,consideration_shares,confirmed_released,releasable,held,deducted,unassessed,"
                    + "confirmed_returned,check,lowest_entitlement,highest_entitlement,fees_due,dividends_due"),
    READINGS(
            "readings.csv",
            "agreement_id,excess_credit,conversion_target,offset_limit,offset_order,missed_target,chosen,"
                    + "entitled_shares,difference"),
    DELAYS(
            "delays.csv",
            "agreement_id,assessment_year,party,first_day,last_day,days,late_shares,penalty,currency,capped,reason,"
                    + "basis"),
    DEADLINES("deadlines.csv", "agreement_id,assessment_year,deadline,due_on,send_by,days_left,status,basis,clauses"),
    /** What was agreed, for the run after this one to compare. */
    TERMS("terms.csv", AgreedTerm.columns()),
    /** The holidays and working weekends that the run went by, of all calendars; it is about no agreement. */
    CALENDARS("calendars.csv", "calendar,date,kind"),
    /** What is otherwise than in the run before; written when all else is. */
    CHANGES("changes.csv", "agreement_id,assessment_year,tranche_year,what,before,after,cause"),
    EXCEPTIONS(
            "exceptions.csv",
            "severity,code,agreement_id,assessment_year,file,line,column,value,message,remedy,clause");

    private final String fileName;
    private final String header;

    OutputFile(String fileName, String header) {
        this.fileName = fileName;
        this.header = header;
    }

    public String fileName() {
        return fileName;
    }

    /** Writes the header line. */
    public void writeHeader(OutputStream out) throws IOException {
        out.write((header + "\n").getBytes(StandardCharsets.UTF_8));
    }

    public List<String> columns() {
        return Arrays.asList(header.split(",", -1));
    }
}
