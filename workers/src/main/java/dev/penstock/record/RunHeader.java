package dev.penstock.record;

import dev.penstock.engine.Message;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a run when it begins.
 *
 * @param spec its JSON, or a reference to it
 * @param engine in words, such as {@code embedded}
 * @param generation how often its steps were run anew on purpose
 */
public record RunHeader(
        String run,
        String pipeline,
        String digest,
        Datum spec,
        Datum input,
        String startedBy,
        String trigger,
        String build,
        Optional<String> applicationQueue,
        String engine,
        Instant started,
        int generation)
        implements Message {}
