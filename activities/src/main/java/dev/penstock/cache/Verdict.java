package dev.penstock.cache;

import dev.penstock.spec.Words;
import java.time.Duration;
import java.time.Instant;

/** What the cache did for a step. */
public sealed interface Verdict {

    /**
     * It had the result.
     *
     * @param by who made it
     * @param saved the time that making it had taken
     */
    record Hit(String by, Instant made, Duration saved) implements Verdict {}

    /**
     * The result was computed.
     *
     * @param unkept why it is not there for others, if it is not; else empty
     */
    record Miss(Reason reason, String unkept) implements Verdict {}

    /** For people. */
    default String words() {
        return switch (this) {
            case Hit hit -> "cached, from %s; saved %s".formatted(hit.by(), Words.of(hit.saved()));
            case Miss miss ->
                "not cached: " + miss.reason().words()
                        + (miss.unkept().isEmpty() ? "" : "; not kept: " + miss.unkept());
        };
    }
}
