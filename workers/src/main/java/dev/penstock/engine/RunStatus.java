package dev.penstock.engine;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a run is.
 *
 * @param steps those that have begun, in that order; of very many only the last
 * @param left steps of the pipeline's own graph that have not begun
 * @param phase what the run does besides its steps, such as handling a failure; empty usually
 */
public record RunStatus(
        Instant since, List<StepStatus> steps, long begun, long left, String phase, Optional<StepFailure> failure)
        implements Message {
    public RunStatus {
        steps = List.copyOf(steps);
    }
}
