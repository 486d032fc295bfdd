package dev.penstock.cli.plan;

import dev.penstock.spec.Site;
import java.util.List;
import java.util.Optional;

/** A step in words; {@code times} is how often a map runs its body, where that is known before the run. */
public record PlannedStep(
        String name,
        String kind,
        String what,
        List<String> details,
        Optional<Integer> times,
        Optional<Integer> atOnce,
        String output,
        Site at,
        List<PlannedBody> bodies) {

    public PlannedStep {
        details = List.copyOf(details);
        bodies = List.copyOf(bodies);
    }
}
