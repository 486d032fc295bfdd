package dev.penstock.host;

import dev.penstock.engine.AttemptFacts;
import dev.penstock.engine.FaultReport;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.fault.Thrown;
import dev.penstock.flow.FaultKind;
import dev.penstock.store.BlobException;
import dev.penstock.value.Datum;
import io.temporal.activity.Activity;
import io.temporal.activity.ActivityExecutionContext;
import io.temporal.activity.DynamicActivity;
import io.temporal.client.ActivityCanceledException;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ApplicationFailure;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The one activity behind all steps; its type, as Temporal shows it, is the name of the step. */
final class StepActivity implements DynamicActivity {

    private static final int MOST_TASKS = 1_000;

    private final Work work;
    private final StoreWork store;
    private final Heartbeats heartbeats;
    private final Map<String, Task> tasks = new ConcurrentHashMap<>();

    StepActivity(Work work, StoreWork store, Heartbeats heartbeats) {
        this.work = work;
        this.store = store;
        this.heartbeats = heartbeats;
    }

    @Override
    public Object execute(EncodedValues arguments) {
        ActivityExecutionContext context = Activity.getExecutionContext();
        try {
            return run(task(arguments.get(0, Datum.class)), arguments, context);
        } catch (FaultException e) {
            throw failure(e.fault(), e.getCause());
        } catch (BlobException e) {
            Fault fault = e.lasting()
                    ? Fault.lasting(
                            FaultKind.PLATFORM,
                            String.valueOf(e.getMessage()),
                            "All workers of a run must reach the same store; put the value back or start a new run.")
                    : Fault.of(FaultKind.PLATFORM, String.valueOf(e.getMessage()));
            throw failure(fault, e);
        } catch (ActivityCanceledException e) {
            throw e;
        } catch (InterruptedException e) {
            throw failure(Fault.of(FaultKind.CANCELLED, "It was interrupted."), e);
        } catch (RuntimeException | Error e) {
            String message = "A fault of Penstock: " + Thrown.of(e).words();
            throw failure(Fault.of(FaultKind.PLATFORM, message).because(e), e);
        } finally {
            clearInterrupt();
        }
    }

    /** Whoever interrupted the thread meant the work; the answer to the server must still get there. */
    private static void clearInterrupt() {
        Thread.interrupted();
    }

    private Datum run(Task task, EncodedValues arguments, ActivityExecutionContext context)
            throws InterruptedException {
        return switch (task) {
            case Task.Apply apply -> {
                Optional<AttemptFacts> facts =
                        apply.isTold() ? Optional.of(arguments.get(1, AttemptFacts.class)) : Optional.empty();
                List<Datum> inputs = inputs(arguments, apply.isTold() ? 2 : 1);
                yield heartbeats.during(context, pulse -> work.apply(apply, inputs, facts, context.getInfo(), pulse));
            }
            case Task.Call call -> {
                AttemptFacts facts = arguments.get(1, AttemptFacts.class);
                List<Datum> inputs = inputs(arguments, 2);
                yield heartbeats.during(context, pulse -> work.call(call, inputs, facts));
            }
            case Task.Run run -> {
                AttemptFacts facts = arguments.get(1, AttemptFacts.class);
                List<Datum> inputs = inputs(arguments, 2);
                yield heartbeats.during(context, pulse -> work.run(run, inputs, facts, context.getInfo(), pulse));
            }
            case Task.LookUp lookUp -> store.lookUp(lookUp);
            case Task.Decide decide -> store.decide(decide);
            case Task.Store keep -> store.store(keep.value());
            case Task.Shelve shelve -> store.shelve(shelve.message());
            case Task.Load load -> store.load(load);
            case Task.Split split -> store.split(split);
            case Task.Spread spread -> store.spread(spread);
            case Task.Join join -> store.join(join);
            case Task.BeginTracking begin -> work.begin(begin);
            case Task.EndTracking end -> work.end(end);
            case Task.Check check -> store.check(check.value());
        };
    }

    private Task task(Datum json) {
        String text = new String(json.bytes(), StandardCharsets.UTF_8);
        Task known = tasks.get(text);
        if (known != null) {
            return known;
        }
        Task read = Messages.decode(json.json(), Task.class);
        if (read instanceof Task.Apply || read instanceof Task.Call || read instanceof Task.Run) {
            if (tasks.size() >= MOST_TASKS) {
                tasks.clear();
            }
            tasks.put(text, read);
        }
        return read;
    }

    private static List<Datum> inputs(EncodedValues arguments, int from) {
        List<Datum> inputs = new ArrayList<>();
        for (int i = from; i < arguments.getSize(); i++) {
            inputs.add(arguments.get(i, Datum.class));
        }
        return inputs;
    }

    private static ApplicationFailure failure(Fault fault, @Nullable Throwable cause) {
        ApplicationFailure failure = ApplicationFailure.newBuilder()
                .setMessage(fault.message())
                .setType(fault.kind().name())
                .setNonRetryable(fault.lasting())
                .setDetails(new FaultReport(fault))
                .setCause(Causes.of(cause))
                .build();
        // Where this method is called says nothing, and takes room in messages.
        failure.setStackTrace(new StackTraceElement[0]);
        return failure;
    }
}
