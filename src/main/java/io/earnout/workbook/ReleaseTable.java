package io.earnout.workbook;

import io.earnout.escrow.Dossier;

/** The lines of the joint written instructions (EA 3.1(b)): what is entitled, what became of it, what is to be instructed. */
final class ReleaseTable {

    private final Sheet sheet;
    private final Place place;
    private final Dossier dossier;
    private final ReadingCells readings;

    ReleaseTable(Sheet sheet, Place place, Dossier dossier, ReadingCells readings) {
        this.sheet = sheet;
        this.place = place;
        this.dossier = dossier;
        this.readings = readings;
    }

    void write(int top) {}
}
