package dev.penstock.record;

import java.time.Instant;
import java.util.Optional;

/** A run in one line of a list, whether an engine knows it or a folder. */
public record RunSummary(
        String name,
        String pipeline,
        RunOutcome outcome,
        Instant started,
        Optional<Instant> ended,
        String startedBy,
        String trigger,
        String build,
        String digest) {}
