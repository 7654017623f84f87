package io.earnout.present.workbook;

/**
 * Where the tables of one agreement's sheet stand: a row for each year, and one for each pair of an excess year and an
 * earlier year that it may restore.
 *
 * @param years how many assessment years there are
 * @param firstYear the row of the first year
 * @param firstPair the row of the first pair
 */
record CellAddress(int years, int firstYear, int firstPair) {

    int pairs() {
        return years * (years - 1) / 2;
    }

    int year(int number) {
        return firstYear + number - 1;
    }

    int lastYear() {
        return year(years);
    }

    /** The row in which an excess year meets an earlier one; the pairs of an excess year stand together, oldest first. */
    int pair(int excessYear, int shortfallYear) {
        return firstPair + (excessYear - 1) * (excessYear - 2) / 2 + shortfallYear - 1;
    }

    int lastPair() {
        return firstPair + pairs() - 1;
    }
}
