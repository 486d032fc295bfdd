package dev.penstock.interpreter;

import dev.penstock.engine.Outcome;
import dev.penstock.engine.StepFailure;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.option.Setting;
import dev.penstock.spec.Words;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a step with a body when its time is up, by cancelling what is inside. */
final class Timeouts {

    private final Steps.Step step;
    private final Optional<Duration> limit;
    private final Place place;
    private @Nullable Waiting clock;
    private boolean expired;

    Timeouts(Steps.Step step) {
        this.step = step;
        this.limit = step.node().setting(Setting.Timeout.class).map(Setting.Timeout::running);
        this.place = limit.isPresent()
                ? step.place().cancelledBy(step.place().cancellation().inside())
                : step.place();
    }

    /** Where the body runs. */
    Place place() {
        return place;
    }

    boolean isExpired() {
        return expired;
    }

    void start(Instant since) {
        if (limit.isEmpty()) {
            return;
        }
        Duration left = limit.get().minus(Duration.between(since, Board.now()));
        clock = new Waiting(
                step.run(), step.place(), left, "time-out of " + step.node().name());
        clock.start(end -> {
            if (end == Waiting.End.ELAPSED) {
                expired = true;
                place.cancellation().cancel("time-out");
            }
        });
    }

    /** Ends the step as its body ended, or by time-out where that was why. */
    void end(Outcome outcome) {
        if (clock != null) {
            clock.abandon();
        }
        if (expired && outcome instanceof Outcome.Failed) {
            step.fail(StepFailure.of(
                    step.node(),
                    step.path(),
                    1,
                    Fault.of(
                            FaultKind.TIMEOUT,
                            "It ran longer than %s.".formatted(Words.of(limit.orElse(Duration.ZERO))))));
            return;
        }
        step.endAs(outcome);
    }

    void fail(Fault fault) {
        if (clock != null) {
            clock.abandon();
        }
        step.fail(fault);
    }
}
