package io.earnout.input.csv;

/** What can be wrong with the record at the scanner's position, so that it can't go on. */
enum ScanFault {
    NONE,
    TOO_LONG,
    QUOTE_NOT_CLOSED
}
