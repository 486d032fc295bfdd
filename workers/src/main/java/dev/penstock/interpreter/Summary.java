package dev.penstock.interpreter;

/** Keeps labels as short as Temporal wants them. */
final class Summary {

    private static final int LONGEST = 120;

    private Summary() {}

    static String of(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
