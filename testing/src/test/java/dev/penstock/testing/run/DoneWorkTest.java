package dev.penstock.testing.run;

import static dev.penstock.option.StepOption.named;
import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.engine.Limits;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Approved;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is done just when a history has grown long is kept for the next one. */
final class DoneWorkTest {

    private static final Limits SHORT = Limits.usual().mostEvents(8).mostInline(60);

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    record Sweep(Value<Integer> from) implements WorkflowStep<String> {}

    /** A workflow that yields much, and an approval of something whose evidence is more than travels. */
    static final class Much implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<String> swept = flow.run(new Sweep(in));
            Value<String> again =
                    flow.run(new Sweep(flow.apply(DoneWorkTest::length).to(swept)), named("again"));
            Value<Approved<Integer>> approved = flow.approval("owners", named("approve"))
                    .of(flow.apply(DoneWorkTest::length, named("last")).to(again));
            return approved.get(Approved::value);
        }
    }

    static int length(String text) {
        return text.length();
    }

    @Test
    void runsAWorkflowOnceAndAsksPeopleOnce() {
        AtomicInteger sweeps = new AtomicInteger();
        RunOutcome<Integer> outcome = runs.of(new Much())
                .input(1)
                .within(SHORT)
                .standIn("sweep", inputs -> "x".repeat(100 * sweeps.incrementAndGet()))
                .standIn("again", "y".repeat(200))
                .approving("approve", "somebody with a name that is long enough to be more than travels")
                .run();

        assertThat(outcome).yields(200);
        assertThat(sweeps).hasValue(1);
        assertThat(outcome.steps())
                .filteredOn(step -> step.name().equals("approve") && step.state() == StepState.WAITING)
                .hasSize(1);
        assertThat(outcome.histories()).hasSizeGreaterThan(3);
    }
}
