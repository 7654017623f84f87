package io.earnout.present.papers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which version of a paper it is, and what it takes the place of. The versions follow from the history of the inputs: reports
 * that were restated, agreements and readings that became known. Where the run before drafted what is not in that history,
 * because a file was corrected in place, the count goes on from that paper, which is superseded as well.
 *
 * @param supersedes the latest first; empty for the first version
 */
record PaperVersion(int version, List<String> supersedes) {

    /**
     * The version of a number.
     *
     * @param history the numbers that the paper has had, the first first
     * @param terms what the paper would have somebody sign, as a digest
     * @param last the paper of the run before, if it drafted one
     */
    static PaperVersion of(String number, List<String> history, String terms, Optional<PaperLabel> last) {
        int position = history.lastIndexOf(number);
        List<String> before = position < 0 ? history : history.subList(0, position);
        Set<String> superseded = new LinkedHashSet<>();
        int version = before.size() + 1;
        if (last.isPresent()) {
            PaperLabel earlier = last.get();
            boolean isSame = earlier.number().equals(number) && earlier.terms().equals(terms);
            version = Math.max(version, isSame ? earlier.version() : earlier.version() + 1);
            if (!isSame) {
                superseded.add(
                        earlier.number().equals(number) ? number + " version " + earlier.version() : earlier.number());
            }
            superseded.addAll(earlier.supersedes());
        }
        for (int i = before.size() - 1; i >= 0; i--) {
            superseded.add(before.get(i));
        }
        superseded.remove(number);
        return new PaperVersion(version, new ArrayList<>(superseded));
    }
}
