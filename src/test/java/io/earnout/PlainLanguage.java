package io.earnout;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The turns of phrase that no sentence for people uses: each has a plainer one beside it. */
public final class PlainLanguage {

    /** A turn of phrase as a regular expression, and what to write in its place. */
    private record Dropped(Pattern pattern, String instead) {

        Dropped(String pattern, String instead) {
            this(Pattern.compile("\\b(?:" + pattern + ")\\b", Pattern.CASE_INSENSITIVE), instead);
        }
    }

    private static final List<Dropped> DROPPED = List.of(
            new Dropped("(?:is|are) otherwise|otherwise than", "differs from"),
            new Dropped("nobody(?! is liable)|nobody's|somebody|whoever|whomever", "no one, a person, anyone who"),
            new Dropped("(?:is|are|be) laid on|laid on|lays on|credit laid", "applied to"),
            new Dropped("(?:is|are|was|were) out already|out already", "already released"),
            new Dropped("stands?(?! still| for)", "is, is listed, is on record"),
            new Dropped("at fault", "invalid"),
            new Dropped("go(?:es)? on from|gone on from|went on from", "continue, can still be used"),
            new Dropped("(?:is|are|be|was|were|then) had (?:by|agreement)|had by", "use ... to get"),
            new Dropped("so (?:many|much)", "the number of"),
            new Dropped("nothing new", "no change"),
            new Dropped(
                    "nothing (?:of it|of them|moves|suspends|is held|is deducted|is due)", "no shares, no deadline"),
            new Dropped("none is ahead", "none"),
            new Dropped("with a word why", "with an explanation"),
            new Dropped("the six parts less|less the whole", "the six positions add up to"),
            new Dropped("missing is never", "not counted as zero"),
            new Dropped("(?:came|come|comes) about", "was calculated"),
            new Dropped("(?:what|how) (?:is|are) (?:met|found|held|drafted|computed)", "a noun"),
            new Dropped("what (?:opens|holds|was found|follows from|is said|would be so)", "a noun"),
            new Dropped("all that is said", "the report"),
            new Dropped("if nothing else came|come out so|came out so", "if nothing more is recorded"),
            new Dropped("rests? on|resting on", "is based on"),
            new Dropped("side by side give", "depending on the reading"),
            new Dropped("the run before", "the previous run"),
            new Dropped("papers (?:against|signed|on record)", "joint instructions"),
            new Dropped("[a-z]+_[a-z_]+ = [a-z]", "the words of a column, without underscores"));

    private PlainLanguage() {}

    /** The dropped turns of phrase that a text still uses, each with what to write in its place. */
    public static List<String> droppedIn(String text) {
        String flowing = text.replaceAll("\\s+", " ");
        return DROPPED.stream()
                .flatMap(dropped -> found(dropped, flowing))
                .distinct()
                .toList();
    }

    private static Stream<String> found(Dropped dropped, String text) {
        Matcher matcher = dropped.pattern.matcher(text);
        return matcher.results().map(result -> {
            String around =
                    text.substring(Math.max(0, result.start() - 30), Math.min(text.length(), result.end() + 30));
            return "\"" + around + "\": instead of \"" + result.group() + "\" write " + dropped.instead;
        });
    }
}
