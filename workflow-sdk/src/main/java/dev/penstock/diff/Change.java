package dev.penstock.diff;

import dev.penstock.spec.Site;
import java.util.Optional;

/** One difference between two specs, in words for a reviewer, and where each side was declared. */
public record Change(Kind kind, String path, String sentence, Optional<Site> before, Optional<Site> after) {

    public Change {
        path = Shown.printable(path);
        sentence = Shown.printable(sentence);
    }

    /** What a change is about, the weightiest first. */
    public enum Kind {
        /** What the whole pipeline is called, takes and yields. */
        PIPELINE("~"),
        /** A step or handler is gone. */
        REMOVED("−"),
        /** A step or handler is new. */
        ADDED("+"),
        /** A step has another name and the same content. */
        RENAMED("~"),
        /** A step went into or out of a body. */
        MOVED("~"),
        /** A step has become one of another kind. */
        REPLACED("~"),
        /** Where a value comes from, or what it is. */
        DATA("~"),
        /** What a step does: image, command, method, condition. */
        WORK("~"),
        /** The parts of a type. */
        TYPE("~"),
        /** Resources, options and settings. */
        OPTION("~"),
        /** Which step awaits which, though it reads nothing of it. */
        ORDER("~");

        private final String mark;

        Kind(String mark) {
            this.mark = mark;
        }

        /** One character for the margin of a terminal. */
        public String mark() {
            return mark;
        }
    }

    @Override
    public String toString() {
        return "%s %s: %s".formatted(kind.mark(), path, sentence);
    }
}
