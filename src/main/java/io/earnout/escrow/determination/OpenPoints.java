package io.earnout.escrow.determination;

import io.earnout.escrow.finding.Field;
import io.earnout.escrow.finding.Finding;
import io.earnout.escrow.finding.FindingCode;
import io.earnout.escrow.finding.Records;
import io.earnout.escrow.finding.Source;
import java.util.List;

/**
 * Where the agreements contradict each other or the Form 6-K, or say nothing, and how it is handled. Said once in every
 * report: who relies on a number must know the words behind it.
 */
public final class OpenPoints {

    private OpenPoints() {}

    /** One note for each point, in the order of the codes. */
    public static List<Finding> notes() {
        return List.of(
                note(
                        FindingCode.CONTRADICTION_DOLLARS_OR_SHARES,
                        "the 6-K speaks of \"$15 million\" of new shares, the agreements of 15 million shares; read as"
                                + " shares, which five statements of the exhibits say and which prevail"),
                note(
                        FindingCode.CONTRADICTION_150_PERCENT,
                        "the 6-K credits an excess only of \"more than 50%\", SPA 5.2(2) \"50% of the excess amount\";"
                                + " the SPA prevails; the 6-K's thresholds are priced as readings"),
                note(
                        FindingCode.CONTRADICTION_ACHIEVED_OR_REDUCED,
                        "EA 3.1(a) wants a report that the target \"has\" been achieved, SPA 5.2(1) \"reduces\" the"
                                + " shares of a year that missed it; the reduced quantity is released unless"
                                + " " + Field.MISSED_TARGET + " is block"),
                note(
                        FindingCode.CONTRADICTION_NO_RETURN,
                        "SPA 5.2(1) and EA 2 need deducted shares to be returned, EA 3 has no mechanism for it; the"
                                + " return is drafted and marked BLOCKED until the agent agrees to act on it"),
                note(
                        FindingCode.CONTRADICTION_BUYERS_SIDE_SIGNS,
                        "the joint instruction is signed by issuer and purchaser, parent and subsidiary, and the"
                                + " seller has no part in it; the calculation is stated in full beside it"),
                note(
                        FindingCode.CONTRADICTION_NO_ADDRESSES,
                        "notices go to the addresses on the first page, which has none; send days are computed, the"
                                + " addresses are for the parties to agree on"),
                note(
                        FindingCode.CONTRADICTION_FISCAL_YEARS,
                        "the assessment years are called fiscal years but begin on 1 December, which no fiscal year of"
                                + " the PRC does; each needs a special-purpose report on exactly its days"),
                note(
                        FindingCode.CONTRADICTION_COSTS,
                        "EA 3.2 puts fees and taxes of a transfer on the recipient, SPA 6 on the respective parties;"
                                + " no cost is computed or netted"),
                note(
                        FindingCode.CONTRADICTION_SIGNATURE_PAGE,
                        "the signature page of the Escrow Agreement calls it the Securities Purchase Agreement; read"
                                + " as a clerical error"),
                note(
                        FindingCode.SILENT_SIXTY_DAYS,
                        "the sixty days begin on the day after the year's end, which is not counted, and if the last is"
                                + " no business day end on the next (PRC Civil Code 201, 203); the calendar that is named"
                                + " first is taken for the governing law's, and it alone moves that day"),
                note(
                        FindingCode.SILENT_BUSINESS_DAY,
                        "\"business day\" is not defined; it is a business day in every calendar that the agreement"
                                + " names, as " + Records.HOLIDAYS
                                + " has them, weekends made working days included, and the day of"
                                + " the event is not counted"),
                note(
                        FindingCode.SILENT_EXPIRATION,
                        "\"expiration\" has no date; it is the recorded one, and until one is recorded it has not come"),
                note(
                        FindingCode.SILENT_OPERATING_REVENUE,
                        "\"Operating Revenue\" is not defined; it is what the accepted report calls so"),
                note(
                        FindingCode.SILENT_MARKET_VALUE,
                        "\"market value\" is not defined; it is the last close on or before each day"),
                note(
                        FindingCode.SILENT_ROUNDING,
                        "rounding is not agreed; a deduction is rounded up, what one credit restores is added up and"
                                + " rounded down once"),
                note(
                        FindingCode.SILENT_RESTATEMENT,
                        "restatements are not provided for; a later report counts if it names the one that it"
                                + " supersedes, and only the difference is released or held"),
                note(
                        FindingCode.SILENT_CONSOLIDATION,
                        "consolidations and subdivisions of the shares are not provided for; terms and calculation count"
                                + " the shares of the day of signature, what moves counts in the shares of its day ("
                                + Records.SHARE_CHANGES + ")"),
                note(
                        FindingCode.SILENT_RESTORED_DUE_DAY,
                        "SPA 5.2(2) names no day by which restored shares are to be released; the sixtieth day of the"
                                + " year whose excess restores them is taken"),
                note(
                        FindingCode.SILENT_FEE_PAYER,
                        "the escrow fee is $5,000 for each escrow year that begins; who pays it is not said"));
    }

    private static Finding note(FindingCode code, String message) {
        return new Finding(code, "", 0, Source.NONE, "", "", message, "");
    }
}
