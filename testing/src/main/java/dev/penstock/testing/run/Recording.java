package dev.penstock.testing.run;

import dev.penstock.engine.Listener;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.StepStatus;
import dev.penstock.value.Datum;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Remembers what happened in a run, in its order. */
final class Recording implements Listener {

    private final Queue<StepStatus> happened = new ConcurrentLinkedQueue<>();

    @Override
    public void step(RunFacts run, StepStatus status, Optional<Datum> value) {
        happened.add(status);
    }

    List<StepStatus> happened() {
        return List.copyOf(happened);
    }

    /** The path of the step on which this child workflow works. */
    Optional<String> pathOf(String workflow) {
        return happened.stream()
                .filter(status -> status.workflow().equals(Optional.of(workflow)))
                .map(StepStatus::path)
                .findFirst();
    }
}
