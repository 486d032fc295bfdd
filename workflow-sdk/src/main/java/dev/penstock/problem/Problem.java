package dev.penstock.problem;

import static java.util.Objects.requireNonNull;

/** Says what is wrong, where, and what to do about it. */
public record Problem(Code code, String where, String message, String remedy) {

    public Problem {
        requireNonNull(code, "code");
        requireNonNull(where, "where");
        requireNonNull(message, "message");
        requireNonNull(remedy, "remedy");
    }

    /** One line: place, message, remedy and code. */
    @Override
    public String toString() {
        return "%s: %s %s [%s]".formatted(where, message, remedy, code.text());
    }
}
