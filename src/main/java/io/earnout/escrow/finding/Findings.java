package io.earnout.escrow.finding;

import java.util.ArrayList;
import java.util.List;

/** Collects what is found about one agreement. */
public final class Findings {

    private final String agreementId;
    private final List<Finding> found;

    public Findings(String agreementId, List<Finding> before) {
        this.agreementId = agreementId;
        this.found = new ArrayList<>(before);
    }

    /** Something that follows from several rows, or from none. */
    public void find(FindingCode code, int year, String message, String remedy) {
        find(code, year, Source.NONE, "", "", message, remedy);
    }

    public void find(
            FindingCode code, int year, Source source, String column, String value, String message, String remedy) {
        found.add(new Finding(code, agreementId, year, source, column, value, message, remedy));
    }

    public List<Finding> all() {
        return List.copyOf(found);
    }
}
