package io.earnout.present.workbook;

import io.earnout.escrow.determination.AgreementResult;

/**
 * One agreement of the workbook.
 *
 * @param name the name of its sheet
 */
record SheetSection(String name, AgreementResult dossier) {

    private static final long CELLS_OF_A_YEAR = 350;
    private static final long CELLS_OF_A_PAIR = 150;

    /** About how many cells its sheet has: the pairs of years grow with their square. */
    static long cells(AgreementResult dossier) {
        long years = dossier.agreement().years().size();
        return years * CELLS_OF_A_YEAR + years * (years - 1) / 2 * CELLS_OF_A_PAIR;
    }

    AgreementSheet on(Sheet sheet) {
        return new AgreementSheet(sheet, dossier);
    }

    /** A cell of its sheet, from another sheet. */
    String cell(String cell) {
        return SheetNames.cell(name, cell);
    }
}
