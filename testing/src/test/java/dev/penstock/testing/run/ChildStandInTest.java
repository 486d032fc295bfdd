package dev.penstock.testing.run;

import static dev.penstock.option.StepOption.named;
import static dev.penstock.option.StepOption.onWorkers;
import static dev.penstock.option.StepOption.retry;
import static dev.penstock.testing.PenstockAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.penstock.flow.FaultKind;
import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

final class ChildStandInTest {

    @RegisterExtension
    final PipelineRuns runs = PipelineRuns.inMemory();

    record Sweep(Value<Integer> from, Value<String> name) implements WorkflowStep<Integer> {}

    /** A workflow step and two pipelines, one of them in a map. */
    static final class Nested implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            Value<Integer> swept = flow.run(new Sweep(in, Value.of("n")), retry(3));
            Value<Integer> inside = flow.run(new Plain().with(swept), named("inside"));
            Value<List<Integer>> all = flow.map(
                    Value.list(inside, swept),
                    n -> flow.run(new Plain().with(n), named("each-inside"), retry(2)),
                    named("each"));
            return flow.apply(ChildStandInTest::sum, onWorkers("elsewhere")).to(all);
        }
    }

    static int sum(List<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).sum();
    }

    private TestRun<Integer, Integer> nested() {
        return runs.of(new Nested()).input(1).standIn("sweep", inputs -> inputs.get("from", Integer.class) * 10);
    }

    @Test
    void needsOneForAWorkflow() {
        assertThat(catchThrowable(() -> runs.of(new Nested()).input(1).run()))
                .hasMessageContaining("Nothing stands in for the step \"sweep\"");
    }

    @Test
    void standsInForAWorkflow() {
        assertThat(nested().run())
                .yields(12 + 11)
                .ran("sweep", "inside/next", "each[1]/each-inside/next")
                .ranTimes("next", 3);
    }

    @Test
    void standsInForAPipelineWhereverItRuns() {
        assertThat(nested().standIn("each-inside", inputs -> inputs.only(Integer.class) * 100)
                        .run())
                .yields(2_100)
                .ranTimes("next", 1);
    }

    @Test
    void letsThemFail() {
        assertThat(nested().failing("sweep", Faults.twice()).run()).yields(23).retried("sweep", 2);
        assertThat(nested().failing("sweep", Faults.times(3)).run())
                .failed()
                .withKind(FaultKind.USER)
                .failedIn("sweep")
                .saying("The test lets it fail.");
        assertThat(nested().standIn("each-inside", inputs -> {
                            throw new IllegalStateException("no luck at " + inputs.path());
                        })
                        .run())
                .failedIn("each-inside")
                .saying("no luck at each[");
    }

    @Test
    void refusesToFailWhatHasNoAttemptsOfItsOwn() {
        assertThat(catchThrowable(
                        () -> nested().failing("inside", Faults.once()).run()))
                .hasMessageContaining("Stand in for it, or let a step inside fail.");
    }
}
