package dev.penstock.interpreter;

import dev.penstock.engine.Limits;
import dev.penstock.engine.Message;
import dev.penstock.engine.Messages;
import dev.penstock.engine.RunFacts;
import dev.penstock.option.Setting;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import io.temporal.activity.ActivityCancellationType;
import io.temporal.activity.ActivityOptions;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.ActivityStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Issues activities; the interpreter itself decides about trying again, so the server never does. */
final class Activities {

    private static final RetryOptions ONCE =
            RetryOptions.newBuilder().setMaximumAttempts(1).build();
    // The store may be busy for a moment; looking again changes nothing.
    private static final RetryOptions FEW =
            RetryOptions.newBuilder().setMaximumAttempts(4).build();
    private static final Duration LOOKING_UP = Duration.ofMinutes(2);
    private static final Duration FOR_EVER = Duration.ofDays(3_650);
    private static final int MOST_BYTES_IN_MARKER = 2_048;

    private final RunFacts run;
    private final ActivityStub local;
    private final ActivityStub localOfBig;
    private final ActivityStub ofStore;

    Activities(RunFacts run) {
        this.run = run;
        Limits limits = run.limits();
        this.local = local(limits.localLimit(), ONCE, false);
        this.localOfBig = local(limits.localLimit(), ONCE, true);
        this.ofStore = local(LOOKING_UP, FEW, true);
    }

    private static ActivityStub local(Duration limit, RetryOptions retry, boolean withoutArguments) {
        return Workflow.newUntypedLocalActivityStub(LocalActivityOptions.newBuilder()
                .setStartToCloseTimeout(limit)
                .setRetryOptions(retry)
                .setDoNotIncludeArgumentsIntoMarker(withoutArguments)
                .build());
    }

    /** A function that takes no longer than a moment, without the server. */
    Promise<Datum> local(String name, Datum task, Optional<Datum> facts, List<Datum> inputs) {
        ActivityStub stub = size(inputs) > MOST_BYTES_IN_MARKER ? localOfBig : local;
        return stub.executeAsync(name, Datum.class, arguments(task, facts, inputs));
    }

    /** Work with the store, under a name that says what it is. */
    Promise<Datum> store(String name, Message task) {
        return ofStore.executeAsync(name, Datum.class, Datum.of(Messages.encode(task)));
    }

    /** Work that may take a while and that nothing waits for. */
    Promise<Datum> aside(String name, Message task) {
        ActivityOptions options = ActivityOptions.newBuilder()
                .setScheduleToStartTimeout(LOOKING_UP)
                .setStartToCloseTimeout(LOOKING_UP)
                .setRetryOptions(FEW)
                .build();
        return Workflow.newUntypedActivityStub(options)
                .executeAsync(name, Datum.class, Datum.of(Messages.encode(task)));
    }

    /** One attempt of a step, on whichever worker has its code. */
    Promise<Datum> remote(Node node, String summary, Datum task, Optional<Datum> facts, List<Datum> inputs) {
        ActivityOptions.Builder options = ActivityOptions.newBuilder()
                .setStartToCloseTimeout(longest(node))
                .setHeartbeatTimeout(run.limits().heartbeat())
                .setRetryOptions(ONCE)
                .setCancellationType(ActivityCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setSummary(Summary.of(summary));
        queue(node).ifPresent(options::setTaskQueue);
        return Workflow.newUntypedActivityStub(options.build())
                .executeAsync(node.name(), Datum.class, arguments(task, facts, inputs));
    }

    /** The worker itself counts the time of containers, since only it knows how much of that they merely waited. */
    private static Duration longest(Node node) {
        return node instanceof Node.RunContainer
                ? FOR_EVER
                : node.setting(Setting.Timeout.class)
                        .map(Setting.Timeout::running)
                        .orElse(FOR_EVER);
    }

    /** The task queue of a step's code, where it is not the interpreter's own. */
    Optional<String> queue(Node node) {
        return node.setting(Setting.OnWorkers.class)
                .map(Setting.OnWorkers::taskQueue)
                .or(() -> node instanceof Node.Apply || node instanceof Node.Call
                        ? run.applicationQueue()
                        : Optional.empty());
    }

    static int size(List<Datum> inputs) {
        return inputs.stream().mapToInt(Datum::size).sum();
    }

    private static Object[] arguments(Datum task, Optional<Datum> facts, List<Datum> inputs) {
        return Stream.concat(Stream.concat(Stream.of(task), facts.stream()), inputs.stream())
                .toArray();
    }
}
