package dev.penstock.flow;

/** Recognises handles that were turned into text, where only their value could have been meant. */
final class Handles {

    static final String MARK = "⟦";
    static final String END = "⟧";

    private Handles() {}

    static boolean in(String text) {
        return text.contains(MARK) && text.contains(END);
    }
}
