package dev.penstock.cli.plan;

import java.util.List;
import java.util.Optional;

/** Steps in order and what they yield; the label says when they run, unless that is plain. */
public record PlannedBody(Optional<String> label, List<PlannedStep> steps, Optional<String> result) {

    public PlannedBody {
        steps = List.copyOf(steps);
    }
}
