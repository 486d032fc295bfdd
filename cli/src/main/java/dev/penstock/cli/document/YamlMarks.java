package dev.penstock.cli.document;

import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** Turns the parser's marks, which count from zero, into places. */
final class YamlMarks {

    private YamlMarks() {}

    static Place start(Event event) {
        return event.getStartMark().map(YamlMarks::place).orElse(new Place(1, 1));
    }

    static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
