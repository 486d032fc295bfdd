package dev.penstock.cli.progress;

import dev.penstock.cli.output.Json;
import dev.penstock.engine.StepState;
import dev.penstock.engine.StepStatus;
import java.io.PrintStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** A line of JSON per change, for programs. */
public final class JsonDisplay implements Display {

    private final PrintStream out;
    private final String run;
    private final InstantSource clock;

    public JsonDisplay(PrintStream out, String run, InstantSource clock) {
        this.out = out;
        this.run = run;
        this.clock = clock;
    }

    private record Step(
            String event,
            String run,
            Instant at,
            String step,
            String kind,
            StepState state,
            int attempt,
            Instant from,
            Optional<Instant> to,
            String note) {}

    private record Message(String event, String run, Instant at, String text) {}

    @Override
    public void step(StepStatus status) {
        line(new Step(
                "step",
                run,
                clock.instant(),
                status.path(),
                status.kind(),
                status.state(),
                status.attempt(),
                status.from(),
                status.to(),
                status.note()));
    }

    @Override
    public void say(String sentence) {
        line(new Message("message", run, clock.instant(), sentence));
    }

    private void line(Record event) {
        out.println(Json.line(event));
        out.flush();
    }

    @Override
    public void tick() {}

    @Override
    public void settle() {}
}
