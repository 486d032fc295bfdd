package dev.penstock.interpreter;

import static dev.penstock.option.StepOption.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.flow.Flow;
import dev.penstock.flow.Pipeline;
import dev.penstock.flow.Value;
import dev.penstock.flow.WorkflowStep;
import dev.penstock.function.Services;
import dev.penstock.runs.RunEnd;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

final class StoppedWorkflowsTest {

    record Sweep(Value<Integer> n) implements WorkflowStep<Integer> {}

    /** The workflow behind the step. */
    @WorkflowInterface
    public interface Sweeping {
        @WorkflowMethod(name = "Sweep")
        int sweep(Map<String, Integer> inputs);
    }

    /** Fails as the first, and waits for ever as any other. */
    static final class FirstFails implements Sweeping {
        private final Set<Integer> begun;

        FirstFails(Set<Integer> begun) {
            this.begun = begun;
        }

        @Override
        public int sweep(Map<String, Integer> inputs) {
            int n = inputs.get("n");
            begun.add(n);
            if (n == 0) {
                throw ApplicationFailure.newNonRetryableFailure("the first fails", "USER");
            }
            Workflow.await(() -> false);
            return n;
        }
    }

    /** More workflows than may be under way at once. */
    static final class Wide implements Pipeline<Integer, Integer> {
        @Override
        public Value<Integer> define(Flow flow, Value<Integer> in) {
            List<Value<Integer>> all = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                all.add(flow.run(new Sweep(Value.of(i)), named("sweep-" + i)));
            }
            return flow.apply(Functions::sum).to(list(all));
        }

        @SuppressWarnings({"unchecked", "rawtypes"})
        private static Value<List<Integer>> list(List<Value<Integer>> values) {
            return Value.list(values.toArray(new Value[0]));
        }
    }

    @Test
    void beginsNoneAfterAFailure() {
        Set<Integer> begun = ConcurrentHashMap.newKeySet();
        try (InMemory engine = new InMemory(
                Services.none(),
                settings -> settings.more(worker ->
                        worker.registerWorkflowImplementationFactory(Sweeping.class, () -> new FirstFails(begun))))) {
            assertThat(engine.run(new Wide(), 1)).isInstanceOf(RunEnd.Failed.class);
            // One more comes in where the first has left, before it says that it has failed.
            assertThat(begun).hasSizeLessThanOrEqualTo(101);
        }
    }
}
