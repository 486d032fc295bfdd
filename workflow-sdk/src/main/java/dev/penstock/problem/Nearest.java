package dev.penstock.problem;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the known word that a user most probably meant. */
public final class Nearest {

    private Nearest() {}

    /** "Did you mean x?" when one known word is close, else the list of known words. */
    public static String suggest(String given, Collection<String> known) {
        if (known.isEmpty()) {
            return "There is none to choose from.";
        }
        return to(given, known)
                .map("Did you mean \"%s\"?"::formatted)
                .orElse("Known: " + String.join(", ", known) + ".");
    }

    public static Optional<String> to(String given, Collection<String> known) {
        int limit = Math.min(Math.max(1, given.length() / 3), given.length() - 1);
        return known.stream()
                .filter(word -> Math.abs(word.length() - given.length()) <= limit && distance(given, word) <= limit)
                .min(Comparator.comparingInt((String word) -> distance(given, word))
                        .thenComparing(word -> !word.startsWith(given))
                        .thenComparing(Comparator.naturalOrder()));
    }

    /** The number of letters to add, drop, change or swap with the next, whatever their case. */
    private static int distance(String left, String right) {
        String a = left.toLowerCase(Locale.ROOT);
        String b = right.toLowerCase(Locale.ROOT);
        int[][] steps = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                steps[i][j] = i == 0 || j == 0 ? i + j : least(steps, a, b, i, j);
            }
        }
        return steps[a.length()][b.length()];
    }

    private static int least(int[][] steps, String a, String b, int i, int j) {
        boolean same = a.charAt(i - 1) == b.charAt(j - 1);
        int changed = steps[i - 1][j - 1] + (same ? 0 : 1);
        int least = Math.min(changed, Math.min(steps[i - 1][j], steps[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, steps[i - 2][j - 2] + 1) : least;
    }
}
