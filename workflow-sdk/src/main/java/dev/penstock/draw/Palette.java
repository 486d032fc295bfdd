package dev.penstock.draw;

import java.util.Locale;

/** The colours of a picture, on paper and on a dark screen. */
enum Palette {
    LIGHT("#ffffff", "#1f2328", "#57606a", "#8b949e", "#f6f8fa"),
    DARK("#0d1117", "#e6edf3", "#9aa4af", "#6e7681", "#161b22");

    private final String paper;
    private final String ink;
    private final String faintInk;
    private final String line;
    private final String frame;

    Palette(String paper, String ink, String faintInk, String line, String frame) {
        this.paper = paper;
        this.ink = ink;
        this.faintInk = faintInk;
        this.line = line;
        this.frame = frame;
    }

    String paper() {
        return paper;
    }

    String ink() {
        return ink;
    }

    String faintInk() {
        return faintInk;
    }

    String line() {
        return line;
    }

    String frame() {
        return frame;
    }

    /** The colour by which people tell the kinds of steps apart. */
    String accent(Kind kind) {
        boolean light = this == LIGHT;
        return switch (kind) {
            case CONTAINER -> light ? "#0969da" : "#4493f8";
            case FUNCTION -> light ? "#1a7f37" : "#3fb950";
            case SERVICE -> light ? "#8250df" : "#ab7df8";
            case WORKFLOW, LOOP -> light ? "#0e7490" : "#39c5cf";
            case RESOURCE, MAP -> light ? "#4f5bd5" : "#8b98f9";
            case GATE, HANDLER -> light ? "#cf222e" : "#f85149";
            case APPROVAL, CHOICE, DECISION -> light ? "#9a6700" : "#d29922";
            case INPUT, RESULT, PAUSE, PIPELINE, BRANCH, PORT, YIELDS -> light ? "#57606a" : "#9aa4af";
        };
    }

    /** A share of one colour on top of another. */
    static String mix(String over, String under, double share) {
        StringBuilder mixed = new StringBuilder("#");
        for (int i = 1; i < 7; i += 2) {
            int top = Integer.parseInt(over.substring(i, i + 2), 16);
            int bottom = Integer.parseInt(under.substring(i, i + 2), 16);
            mixed.append(String.format(Locale.ROOT, "%02x", Math.round(top * share + bottom * (1 - share))));
        }
        return mixed.toString();
    }
}
