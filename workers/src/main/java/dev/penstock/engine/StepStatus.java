package dev.penstock.engine;

import java.time.Instant;
import java.util.Optional;

/**
 * How far a step is.
 *
 * @param kind such as {@code apply} or {@code approval}
 * @param attempt the number of the attempt at hand or the last one; 0 where there are none
 * @param note what it waits for, which items are done, why it failed
 * @param workflow the child workflow that works on it
 */
public record StepStatus(
        String path,
        String name,
        String kind,
        StepState state,
        int attempt,
        Instant from,
        Optional<Instant> to,
        String note,
        Optional<String> workflow)
        implements Message {

    /** The same, with other words about it. */
    public StepStatus noting(String words) {
        return new StepStatus(path, name, kind, state, attempt, from, to, words, workflow);
    }
}
