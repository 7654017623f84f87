package io.earnout.escrow;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found about one agreement. */
final class Findings {

    private final String agreementId;
    private final List<Finding> found;

    Findings(String agreementId, List<Finding> before) {
        this.agreementId = agreementId;
        this.found = new ArrayList<>(before);
    }

    /** Something that follows from several rows, or from none. */
    void find(Code code, int year, String message, String remedy) {
        find(code, year, Source.NONE, "", "", message, remedy);
    }

    void find(Code code, int year, Source source, String column, String value, String message, String remedy) {
        found.add(new Finding(code, agreementId, year, source, column, value, message, remedy));
    }

    List<Finding> all() {
        return List.copyOf(found);
    }
}
