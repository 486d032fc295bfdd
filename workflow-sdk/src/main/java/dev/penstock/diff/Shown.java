package dev.penstock.diff;

import dev.penstock.spec.Words;
import java.util.List;

/** Makes texts of a spec fit for one line of a terminal. */
final class Shown {

    private static final int LONGEST = 60;
    private static final int BEFORE_DIFFERENCE = 20;

    private Shown() {}

    /** Both texts, cut to the place where they differ. */
    static String change(String before, String after) {
        return side(before, after) + " → " + side(after, before);
    }

    /** Both texts in the order of a sentence that tells the new one first. */
    static String insteadOf(String before, String after) {
        return side(after, before) + " instead of " + side(before, after);
    }

    static String quoted(String text) {
        return '"' + Words.shortened(text, LONGEST) + '"';
    }

    static String list(List<String> texts) {
        return texts.isEmpty() ? "nothing" : String.join(", ", texts);
    }

    /** Control characters as escapes: a spec may come from a stranger, and a terminal obeys what it prints. */
    static String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (Character.isISOControl(point) || Character.getType(point) == Character.FORMAT) {
                printable.append("\\u%04x".formatted(point));
            } else {
                printable.appendCodePoint(point);
            }
        });
        return printable.toString();
    }

    private static String side(String text, String other) {
        if (text.length() <= LONGEST && other.length() <= LONGEST) {
            return text;
        }
        int start = Math.max(0, sharedLength(text, other) - BEFORE_DIFFERENCE);
        return start == 0 ? Words.shortened(text, LONGEST) : "…" + Words.shortened(text.substring(start), LONGEST);
    }

    private static int sharedLength(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int shared = 0;
        while (shared < most && one.charAt(shared) == other.charAt(shared)) {
            shared++;
        }
        return shared;
    }
}
