package dev.penstock.interpreter;

import dev.penstock.engine.Carried;
import dev.penstock.engine.StepState;
import dev.penstock.spec.Node;
import dev.penstock.spec.Words;
import dev.penstock.value.Datum;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Passes a value on later. */
record PauseRun(Steps.Step step) {

    void start(Node.Pause pause) {
        step.lookups().one(pause.value(), value -> hold(pause, value), step::fail);
    }

    private void hold(Node.Pause pause, Datum value) {
        Instant since =
                step.run().state().open(step.path()).map(Carried.Open::since).orElse(Board.now());
        step.run().state().opened(step.path(), Carried.Open.since(since));
        Instant until = since.plus(pause.duration());
        step.run().board().begins(pause, step.path(), StepState.WAITING, 0, "until " + until, Optional.empty());
        Waiting waiting = new Waiting(
                step.run(),
                step.place(),
                Duration.between(Board.now(), until),
                "%s: %s".formatted(pause.name(), Words.of(pause.duration())));
        waiting.start(end -> {
            switch (end) {
                case ELAPSED -> step.succeed(value, 0);
                case STOPPED -> step.giveUp();
                case CANCELLED -> step.fail(Waiting.cancelled());
            }
        });
    }
}
