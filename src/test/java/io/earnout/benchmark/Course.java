package io.earnout.benchmark;

/** How an invented agreement went on after its reports: most as they should, some out of the ordinary. */
enum Course {
    /** Every year was instructed and moved in time. */
    ORDINARY,
    /** The last report was restated upward after its shares had moved. */
    RESTATED,
    /** The last instruction is signed, received and not moved yet. */
    OPEN,
    /** Nothing is signed for the last year. */
    UNSIGNED,
    /** A transfer of the third year is missing. */
    SHORT,
    /** The fourth year moved a month late. */
    LATE,
    /** The last year is in dispute, and nothing of it is signed. */
    DISPUTED,
    /** The second year was in dispute, which was settled before it moved. */
    SETTLED,
    /** All parties agreed on another quantity for the last year. */
    ADJUSTED;

    /** A fixed part of all agreements for each. */
    static Course of(int number) {
        return switch (number % 100) {
            case 7, 57 -> RESTATED;
            case 13, 63 -> OPEN;
            case 19, 69 -> UNSIGNED;
            case 25 -> SHORT;
            case 31, 81 -> LATE;
            case 37 -> DISPUTED;
            case 43 -> SETTLED;
            case 49 -> ADJUSTED;
            default -> ORDINARY;
        };
    }
}
