package dev.penstock.engine;

import dev.penstock.value.Values;
import java.time.Duration;

/**
 * What a workflow of a run must not exceed; the same on every engine, so that what runs on a laptop runs on a cluster.
 *
 * @param mostInline bytes of a value that travels as it is
 * @param mostEvents events after which a history continues in a new one as soon as it can
 * @param heartbeat after which silence the worker of a step is taken for dead
 * @param localLimit after which a function that was not declared long moves to an ordinary activity
 */
public record Limits(int mostInline, int mostEvents, Duration heartbeat, Duration localLimit) implements Message {

    public static Limits usual() {
        return new Limits(Values.MOST_INLINE, 3_000, Duration.ofSeconds(30), Duration.ofSeconds(5));
    }

    public Limits heartbeat(Duration silence) {
        return new Limits(mostInline, mostEvents, silence, localLimit);
    }

    public Limits mostEvents(int events) {
        return new Limits(mostInline, events, heartbeat, localLimit);
    }

    public Limits mostInline(int bytes) {
        return new Limits(bytes, mostEvents, heartbeat, localLimit);
    }

    public Limits localLimit(Duration longest) {
        return new Limits(mostInline, mostEvents, heartbeat, longest);
    }
}
