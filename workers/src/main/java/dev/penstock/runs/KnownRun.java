package dev.penstock.runs;

import java.time.Instant;
import java.util.Optional;

/** What a server knows about a run without asking its worker. */
public record KnownRun(
        String name,
        String pipeline,
        String digest,
        String startedBy,
        String trigger,
        Instant started,
        Optional<Instant> ended,
        State state) {

    /** How far the run is. */
    public enum State {
        AT_WORK,
        SUCCEEDED,
        FAILED,
        CANCELLED,
        TERMINATED,
        TIMED_OUT
    }

    public boolean isAtWork() {
        return state == State.AT_WORK;
    }
}
