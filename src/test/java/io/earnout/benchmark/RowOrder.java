package io.earnout.benchmark;

import java.util.Locale;

/** In which order the rows of a portfolio's files stand. */
enum RowOrder {
    /** By agreement_id and assessment year, as a database would export them. */
    SORTED,
    /** Each file in an order of its own that says nothing. */
    SHUFFLED;

    /** How the command line and the table name it. */
    String term() {
        return name().toLowerCase(Locale.ROOT);
    }
}
