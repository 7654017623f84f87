package io.earnout.present.papers;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The version of a paper and the numbers that it replaces. Versions follow from the history of the inputs: restated reports,
 * and agreements and readings that became known. If the previous run drafted a paper that is not in that history, because a
 * file was corrected in place, the count continues from that paper, which is superseded as well.
 *
 * @param supersedes the latest first; empty for the first version
 */
record PaperVersion(int version, List<String> supersedes) {

    /**
     * The version of a number.
     *
     * @param history the numbers that the paper has had, the oldest first
     * @param terms a digest of the terms to be signed
     * @param last the paper of the previous run, if it drafted one
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
