package dev.penstock.draw;

import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Makes text from outside fit for one line: specs can be read from files that anyone wrote. */
final class Label {

    private static final int LONGEST = 400;
    private static final int REPLACEMENT = 0xFFFD;
    private static final int ZERO_WIDTH_JOINER = 0x200D;
    private static final String ELLIPSIS = "…";

    private Label() {}

    static List<String> clean(List<String> texts) {
        return texts.stream().map(Label::clean).toList();
    }

    /** One line of visible characters, without anything that moves a terminal's cursor or reverses text. */
    static String clean(String text) {
        if (isPlain(text)) {
            return text;
        }
        StringBuilder cleaned = new StringBuilder();
        text.codePoints()
                .limit(LONGEST + 1)
                .map(Label::visible)
                .filter(Label::isKept)
                .forEach(cleaned::appendCodePoint);
        String line = cleaned.toString().replaceAll(" {2,}", " ").strip();
        return shorten(line, LONGEST, String::length);
    }

    /** The longest beginning that is not wider than allowed, with an ellipsis where something is missing. */
    static String shorten(String text, double widest, ToDoubleFunction<String> width) {
        return shorten(text, widest, width, ELLIPSIS);
    }

    static String shorten(String text, double widest, ToDoubleFunction<String> width, String ellipsis) {
        if (width.applyAsDouble(text) <= widest) {
            return text;
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        int end = 0;
        for (int next = characters.next(); next != BreakIterator.DONE; next = characters.next()) {
            if (width.applyAsDouble(text.substring(0, next) + ellipsis) > widest) {
                break;
            }
            end = next;
        }
        return text.substring(0, end).stripTrailing() + ellipsis;
    }

    private static boolean isPlain(String text) {
        return text.length() <= LONGEST && text.chars().allMatch(c -> c > ' ' && c < 0x7F);
    }

    private static int visible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> ' ';
            case Character.SPACE_SEPARATOR -> ' ';
            case Character.SURROGATE, Character.UNASSIGNED -> REPLACEMENT;
            default -> codePoint;
        };
    }

    private static boolean isKept(int codePoint) {
        return Character.getType(codePoint) != Character.FORMAT || codePoint == ZERO_WIDTH_JOINER;
    }
}
