package dev.penstock.draw;

import java.util.Locale;

/** The ways in which text is set in a picture. */
enum Face {
    HEADING(17, true),
    PARAGRAPH(12, false),
    TITLE(12, true),
    TITLE_DETAIL(12, false),
    NAME(13, true),
    DETAIL(11, false),
    CHIP(9.5, false),
    END(13, true),
    END_DETAIL(12, false),
    PORT(11, false),
    CONDITION(12, false),
    LABEL(10.5, false);

    private final double size;
    private final boolean bold;

    Face(double size, boolean bold) {
        this.size = size;
        this.bold = bold;
    }

    double size() {
        return size;
    }

    boolean bold() {
        return bold;
    }

    String css() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    double width(String text) {
        return bold ? TextWidth.bold(text, size) : TextWidth.regular(text, size);
    }

    String shorten(String text, double widest) {
        return Label.shorten(text, widest, this::width);
    }
}
