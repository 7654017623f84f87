package io.earnout.escrow.finding;

import java.util.ArrayList;
import java.util.List;

/** Collects what one part of the domain finds about an agreement, to return it. */
public final class Findings {

    private final String agreementId;
    private final List<Finding> found = new ArrayList<>();

    public Findings(String agreementId) {
        this.agreementId = agreementId;
    }

    /** Something that follows from several rows, or from none. */
    public void find(FindingCode code, int year, String message, String remedy) {
        find(code, year, Source.NONE, Field.NONE, "", message, remedy);
    }

    public void find(
            FindingCode code, int year, Source source, Field field, String value, String message, String remedy) {
        found.add(new Finding(code, agreementId, year, source, field.toString(), value, message, remedy));
    }

    /** What another part found about the same agreement. */
    public void add(List<Finding> others) {
        found.addAll(others);
    }

    public List<Finding> all() {
        return List.copyOf(found);
    }
}
