package dev.penstock.benchmarks.engine;

import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The measured steps as somebody writes them on Temporal who does not have Penstock. */
final class ByHand {

    private static final LocalActivityOptions LOCAL = LocalActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofSeconds(5))
            .build();
    private static final ActivityOptions REMOTE = ActivityOptions.newBuilder()
            .setStartToCloseTimeout(Duration.ofMinutes(1))
            .build();

    private ByHand() {}

    /** One step after the other. */
    @WorkflowInterface
    public interface Chain {
        @WorkflowMethod
        int run(int steps);
    }

    /** The same with local activities. */
    @WorkflowInterface
    public interface LocalChain {
        @WorkflowMethod
        int run(int steps);
    }

    /** All steps at once, and then their sum. */
    @WorkflowInterface
    public interface Fan {
        @WorkflowMethod
        int run(int steps);
    }

    /** The same with local activities. */
    @WorkflowInterface
    public interface LocalFan {
        @WorkflowMethod
        int run(int steps);
    }

    public static final class ChainOfActivities implements Chain {

        private final Numbers numbers = Workflow.newActivityStub(Numbers.class, REMOTE);

        @Override
        public int run(int steps) {
            return chain(numbers, steps);
        }
    }

    public static final class ChainOfLocalActivities implements LocalChain {

        private final Numbers numbers = Workflow.newLocalActivityStub(Numbers.class, LOCAL);

        @Override
        public int run(int steps) {
            return chain(numbers, steps);
        }
    }

    public static final class FanOfActivities implements Fan {

        private final Numbers numbers = Workflow.newActivityStub(Numbers.class, REMOTE);

        @Override
        public int run(int steps) {
            return fan(numbers, steps);
        }
    }

    public static final class FanOfLocalActivities implements LocalFan {

        private final Numbers numbers = Workflow.newLocalActivityStub(Numbers.class, LOCAL);

        @Override
        public int run(int steps) {
            return fan(numbers, steps);
        }
    }

    private static int chain(Numbers numbers, int steps) {
        int last = 0;
        for (int i = 0; i < steps; i++) {
            last = numbers.next(last);
        }
        return last;
    }

    private static int fan(Numbers numbers, int steps) {
        List<Promise<Integer>> all = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            all.add(Async.function(numbers::next, i));
        }
        Promise.allOf(all).get();
        return numbers.total(all.stream().map(Promise::get).toList());
    }
}
