package dev.penstock.testing.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.FailureReport;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepStatus;
import dev.penstock.runs.RunEnd;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * How a run in memory ended and what happened in it; ask it with {@code assertThat(outcome)}.
 *
 * @param <O> what the pipeline yields
 */
public final class RunOutcome<O> {

    private final RunEnd end;
    private final Function<JsonNode, O> decoder;
    private final Happened happened;
    private final Duration took;
    private final Histories histories;

    RunOutcome(RunEnd end, Function<JsonNode, O> decoder, Happened happened, Duration took, Histories histories) {
        this.end = end;
        this.decoder = decoder;
        this.happened = happened;
        this.took = took;
        this.histories = histories;
    }

    public boolean hasSucceeded() {
        return end instanceof RunEnd.Succeeded;
    }

    /** What the pipeline yielded; an error where the run failed. */
    public O result() {
        return switch (end) {
            case RunEnd.Succeeded succeeded -> decoder.apply(succeeded.value().json());
            case RunEnd.Failed failed -> throw new AssertionError("There is no result: " + failed.message());
        };
    }

    /** What a person is told about a run that failed; nothing of one that succeeded. */
    public Optional<String> message() {
        return end instanceof RunEnd.Failed failed ? Optional.of(failed.message()) : Optional.empty();
    }

    /** Which step failed, where and why. */
    public Optional<StepFailure> failure() {
        return end instanceof RunEnd.Failed failed ? failed.report().map(FailureReport::failure) : Optional.empty();
    }

    /** All that happened to steps, in its order. */
    public List<StepStatus> steps() {
        return happened.all();
    }

    /** How long it took on the clock of the run, which skips waits. */
    public Duration took() {
        return took;
    }

    /** The histories of all its workflows, the outermost first; only until the test has ended. */
    public List<WorkflowExecutionHistory> histories() {
        return histories.all();
    }

    Happened happened() {
        return happened;
    }

    /** For people: how it ended, and what happened. */
    @Override
    public String toString() {
        return switch (end) {
            case RunEnd.Succeeded succeeded ->
                "The run succeeded with %s.%n%s".formatted(succeeded.value(), happened.described());
            case RunEnd.Failed failed -> "The run failed: %s%n%s".formatted(failed.message(), happened.described());
        };
    }
}
