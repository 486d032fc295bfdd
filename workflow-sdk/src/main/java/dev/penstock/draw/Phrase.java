package dev.penstock.draw;

import java.util.ArrayList;
import java.util.List;

/** Words set in one face; several phrases make a line. */
record Phrase(Face face, String text) {

    static final double GAP = 8;

    /** A name and what there is room for of what follows it. */
    static List<Phrase> line(Phrase name, Phrase rest, double room) {
        List<Phrase> line = new ArrayList<>();
        line.add(name.shortened(room));
        Phrase fitting = rest.shortened(room - width(line) - GAP);
        if (fitting.text.length() > 1) {
            line.add(fitting);
        }
        return line;
    }

    static double width(List<Phrase> line) {
        return line.stream()
                        .mapToDouble(phrase -> phrase.face.width(phrase.text))
                        .sum()
                + GAP * Math.max(0, line.size() - 1);
    }

    Phrase shortened(double widest) {
        return new Phrase(face, face.shorten(text, widest));
    }
}
