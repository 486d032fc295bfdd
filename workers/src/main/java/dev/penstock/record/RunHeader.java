package dev.penstock.record;

import dev.penstock.engine.Message;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of a run when it begins.
 *
 * @param spec its JSON, or a reference to it
 * @param engine in words, such as {@code embedded}
 * @param generation how often its steps were run anew on purpose
 * @param earlierStarters who started the runs that this one goes on from
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
        int generation,
        List<String> earlierStarters)
        implements Message {

    public RunHeader {
        earlierStarters = List.copyOf(earlierStarters);
    }

    /** Who started this run, and those that it goes on from. */
    public List<String> starters() {
        return Stream.concat(earlierStarters.stream(), Stream.of(startedBy))
                .distinct()
                .toList();
    }
}
