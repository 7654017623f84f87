package io.earnout.present.papers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.fontbox.ttf.CmapLookup;

/**
 * Which character each glyph of a paper stands for, so that it can be searched and copied as it was written: one glyph can
 * stand for several characters, a Chinese letter and the radical of the same shape among them.
 */
final class UnicodeMap {

    private static final int FIRST = ' ';
    private static final int LAST = '~';

    /** The most entries of a block, by the format. */
    private static final int BLOCK = 100;

    private UnicodeMap() {}

    /** The map, in the format of PDF, for the characters of a text. */
    static byte[] of(String text) throws IOException {
        CmapLookup glyphs = Typeface.font().getUnicodeCmapLookup();
        Map<Integer, Integer> characters = new TreeMap<>();
        for (int c = FIRST; c <= LAST; c++) {
            characters.putIfAbsent(glyphs.getGlyphId(c), c);
        }
        text.codePoints().sorted().distinct().forEach(c -> characters.putIfAbsent(glyphs.getGlyphId(c), c));
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        List<Map.Entry<Integer, Integer>> entries = new ArrayList<>(characters.entrySet());
        for (int from = 0; from < entries.size(); from += BLOCK) {
            List<Map.Entry<Integer, Integer>> block = entries.subList(from, Math.min(from + BLOCK, entries.size()));
            map.append(block.size()).append(" beginbfchar\n");
            for (Map.Entry<Integer, Integer> entry : block) {
                byte[] character = Character.toString(entry.getValue()).getBytes(StandardCharsets.UTF_16BE);
                map.append(String.format(Locale.ROOT, "<%04X> <", entry.getKey()))
                        .append(HexFormat.of().withUpperCase().formatHex(character))
                        .append(">\n");
            }
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
