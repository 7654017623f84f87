package io.earnout.cli;

/** How a run ended, for cron and for scripts. */
public enum ExitCode {
    /** Nothing needs a person. */
    DONE(0),
    /** Published, but something is held, overdue or in conflict. */
    NEEDS_A_PERSON(2),
    WRONG_COMMAND_LINE(64),
    /** An input file as a whole can't be trusted; nothing was published. */
    INPUT_REJECTED(65),
    /** An invariant broke: a defect of the program; nothing was published. */
    DEFECT(70),
    /** The output can't be written; nothing was published. */
    OUTPUT_FAILED(73),
    /** Another run holds the lock. */
    LOCKED(75);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
