package io.earnout.batch;

import java.sql.SQLException;

/** The run no longer holds the lock of its job repository: another machine may be at work with it. */
public final class LockLost extends SQLException {

    private static final long serialVersionUID = 1L;

    LockLost(SQLException why) {
        super(
                "the connection that held its lock was lost while the run worked, and another machine may be at work",
                why);
    }
}
