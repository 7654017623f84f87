package io.earnout.input.csv;

import java.text.Normalizer;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that people write where there is nothing to write yet, such as {@code TBD}, {@code n/a} or {@code -}. */
final class Placeholder {

    /** By their letters and digits alone. */
    private static final Set<String> WORDS = Set.of(
            "tbd",
            "tba",
            "tbc",
            "tobedetermined",
            "tobedecided",
            "tobeadvised",
            "tobeagreed",
            "tobeannounced",
            "tobeconfirmed",
            "tobefilled",
            "tobefilledin",
            "tobeprovided",
            "tofollow",
            "tocome",
            "todo",
            "na",
            "notapplicable",
            "notavailable",
            "notyet",
            "notyetavailable",
            "notknown",
            "notgiven",
            "pending",
            "open",
            "none",
            "nil",
            "no",
            "null",
            "nan",
            "nothing",
            "unknown",
            "missing",
            "empty",
            "blank",
            "void",
            "unsigned",
            "draft",
            "later",
            "0",
            "ref",
            "value",
            "name",
            "div0",
            "无",
            "無",
            "没有",
            "沒有",
            "暂无",
            "暫無",
            "空",
            "待定",
            "未定",
            "待补",
            "待補",
            "待补充",
            "待確認",
            "待确认",
            "待签",
            "待签署",
            "待提供",
            "未知",
            "不详",
            "不適用",
            "不适用",
            "未签",
            "未签署");

    /** Of these words one alone says that the rest isn't known yet. */
    private static final Pattern NOT_YET = Pattern.compile("(?i)\\b(tbd|tba|tbc)\\b");

    private static final Pattern ALL_X = Pattern.compile("xx+");
    private static final int LONGEST = 60;

    private Placeholder() {}

    /** Whether the text stands for nothing. */
    static boolean is(String text) {
        if (text.isEmpty() || text.length() > LONGEST || hasDigit(text)) {
            return false;
        }
        String plain = text.chars().allMatch(c -> c < 0x80) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
        StringBuilder letters = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (Character.isLetterOrDigit(plain.charAt(i))) {
                letters.append(Character.toLowerCase(plain.charAt(i)));
            }
        }
        // a symbol may be a real name, a punctuation mark is none
        boolean isPunctuation =
                letters.isEmpty() && plain.codePoints().noneMatch(c -> Character.getType(c) == Character.OTHER_SYMBOL);
        return isPunctuation
                || WORDS.contains(letters.toString())
                || ALL_X.matcher(letters).matches()
                || (letters.indexOf("tb") >= 0
                        && NOT_YET.matcher(plain.replace(".", "")).find());
    }

    /** Most documents are named with a day or a number, and no word for nothing has one. */
    private static boolean hasDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '1' && c <= '9') {
                return true;
            }
        }
        return false;
    }
}
