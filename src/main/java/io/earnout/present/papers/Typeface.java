package io.earnout.present.papers;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/** The one typeface of the papers, which has Latin, Greek, Cyrillic and Chinese letters; it is read once, when it is needed. */
final class Typeface {

    /** How style sheets name it. */
    static final String FAMILY = "Paper";

    private static final String FILE = "/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf";

    private Typeface() {}

    /** Read on first use. */
    private static final class Loaded {
        private static final TrueTypeFont FONT = read();
    }

    static TrueTypeFont font() {
        return Loaded.FONT;
    }

    private static TrueTypeFont read() {
        try (InputStream in = Typeface.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the typeface of the papers is not packed: " + FILE);
            }
            TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
            // letters drawn together could not be searched for one by one
            font.setEnableGsub(false);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("the typeface of the papers can't be read: " + FILE, e);
        }
    }
}
