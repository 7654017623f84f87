package io.earnout.present.papers;

import com.openhtmltopdf.extend.FSTextBreaker;

/** Where a word that is longer than a line may be broken: between any two characters. */
final class CharacterBreaks implements FSTextBreaker {

    private String text = "";
    private int at;

    @Override
    public void setText(String newText) {
        text = newText;
        at = 0;
    }

    @Override
    public int next() {
        if (at >= text.length()) {
            return -1;
        }
        at += Character.charCount(text.codePointAt(at));
        return at;
    }
}
