package dev.penstock.draw;

import dev.penstock.draw.Drawing.Box;
import java.util.ArrayList;
import java.util.List;

/** The inside of a box, in pixels from its upper left corner: its size, its texts and its marks. */
record Card(double width, double height, List<Run> runs, List<Chip> chips) {

    static final double ICON_LEFT = 12;
    static final double ICON_TOP = 10;

    private static final double TEXT_LEFT = 36;
    private static final double RIGHT = 14;
    private static final double NARROWEST = 132;
    private static final double WIDEST_TEXT = 236;
    private static final double WIDEST_LINE = 300;
    private static final double FIRST_BASELINE = 22.5;
    private static final double LINE = 16;
    private static final double CHIP_HEIGHT = 16;
    private static final double CHIP_GAP = 5;
    private static final double CHIP_PADDING = 7;

    /** One line of text; {@code x} is its middle if it is centred, and its left end otherwise. */
    record Run(double x, double y, boolean centred, List<Phrase> phrases) {

        static Run left(double x, double y, Phrase phrase) {
            return new Run(x, y, false, List.of(phrase));
        }
    }

    /** A mark in a rounded frame. */
    record Chip(double x, double y, double width, double height, String text) {}

    static Card of(Box box) {
        return switch (box.kind()) {
            case INPUT, RESULT -> end(box);
            case PORT, YIELDS -> pill(box.name(), Face.PORT, 26, 28);
            case DECISION -> pill(box.name(), Face.CONDITION, 36, 52);
            case CONTAINER, FUNCTION, SERVICE, WORKFLOW, RESOURCE, GATE, APPROVAL, PAUSE -> step(box);
            case PIPELINE, MAP, CHOICE, LOOP, BRANCH, HANDLER -> step(box);
        };
    }

    private static Card step(Box box) {
        List<Run> runs = new ArrayList<>();
        Phrase name = new Phrase(Face.NAME, box.name()).shortened(WIDEST_TEXT);
        runs.add(Run.left(TEXT_LEFT, FIRST_BASELINE, name));
        double widest = Phrase.width(List.of(name));
        double baseline = FIRST_BASELINE;
        for (String detail : box.details()) {
            baseline += LINE;
            Phrase text = new Phrase(Face.DETAIL, detail).shortened(WIDEST_TEXT);
            runs.add(Run.left(TEXT_LEFT, baseline, text));
            widest = Math.max(widest, Phrase.width(List.of(text)));
        }
        List<Chip> chips = chips(box.marks(), baseline + 8);
        for (Chip chip : chips) {
            widest = Math.max(widest, chip.x() + chip.width() - TEXT_LEFT);
        }
        double bottom = chips.isEmpty() ? baseline : chips.getLast().y() + CHIP_HEIGHT;
        double width = Math.max(NARROWEST, TEXT_LEFT + widest + RIGHT);
        return new Card(width, bottom + (chips.isEmpty() ? 12 : 10), runs, chips);
    }

    private static List<Chip> chips(List<String> marks, double top) {
        List<Chip> chips = new ArrayList<>();
        double x = TEXT_LEFT;
        double y = top;
        for (String mark : marks) {
            String text = Face.CHIP.shorten(mark, WIDEST_TEXT - 2 * CHIP_PADDING);
            double width = Face.CHIP.width(text) + 2 * CHIP_PADDING;
            if (x > TEXT_LEFT && x + width > TEXT_LEFT + WIDEST_TEXT) {
                x = TEXT_LEFT;
                y += CHIP_HEIGHT + CHIP_GAP;
            }
            chips.add(new Chip(x, y, width, CHIP_HEIGHT, text));
            x += width + CHIP_GAP;
        }
        return chips;
    }

    private static Card end(Box box) {
        List<Phrase> line = Phrase.line(
                new Phrase(Face.END, box.name()),
                new Phrase(Face.END_DETAIL, String.join(" ", box.details())),
                WIDEST_LINE);
        return pill(line, 36, 40);
    }

    private static Card pill(String text, Face face, double height, double padding) {
        return pill(List.of(new Phrase(face, text).shortened(WIDEST_LINE)), height, padding);
    }

    private static Card pill(List<Phrase> line, double height, double padding) {
        double width = Phrase.width(line) + padding;
        Run run = new Run(width / 2, height / 2 + 4.5, true, line);
        return new Card(width, height, List.of(run), List.of());
    }
}
