package dev.penstock.draw;

import java.text.Normalizer;
import java.util.Map;

/** The characters that a text drawing may use. */
public enum Glyphs {
    /** Box-drawing characters, arrows, and names as they are. */
    UNICODE,
    /** For terminals and logs that show nothing else. */
    ASCII;

    private static final Map<Character, String> PLAIN = Map.ofEntries(
            Map.entry('●', "*"),
            Map.entry('◆', "?"),
            Map.entry('○', "o"),
            Map.entry('│', "|"),
            Map.entry('╭', "+"),
            Map.entry('├', "+"),
            Map.entry('╰', "+"),
            Map.entry('←', "<-"),
            Map.entry('…', "..."),
            Map.entry('·', "-"),
            Map.entry('×', "x"),
            Map.entry('≥', ">="),
            Map.entry('≤', "<="),
            Map.entry('≠', "!="));

    String spell(String text) {
        if (this == UNICODE || text.chars().allMatch(c -> c < 0x80)) {
            return text;
        }
        StringBuilder spelled = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFD).codePoints().forEach(codePoint -> {
            String plain = codePoint < 0x10000 ? PLAIN.get((char) codePoint) : null;
            if (plain != null) {
                spelled.append(plain);
            } else if (codePoint < 0x80) {
                spelled.appendCodePoint(codePoint);
            } else if (Columns.of(codePoint) > 0) {
                spelled.append('?');
            }
        });
        return spelled.toString();
    }
}
