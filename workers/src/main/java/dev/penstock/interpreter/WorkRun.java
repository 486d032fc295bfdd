package dev.penstock.interpreter;

import dev.penstock.engine.AttemptFacts;
import dev.penstock.engine.Messages;
import dev.penstock.engine.Reused;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.Tasks;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.option.Setting;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import io.temporal.workflow.Promise;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a step that is one piece of work, attempt after attempt, until it succeeds or its budgets are used. */
final class WorkRun {

    private final Steps.Step step;
    private final Execution run;
    private final Attempts attempts;
    private boolean local;

    WorkRun(Steps.Step step) {
        this.step = step;
        this.run = step.run();
        this.attempts = new Attempts(step);
    }

    void start(Node.Apply apply) {
        local = apply.setting(Setting.LongRunning.class).isEmpty()
                && apply.setting(Setting.Timeout.class).isEmpty()
                && run.activities().queue(apply).isEmpty();
        begin(tasks().of(apply, mostInline()), apply.inputs());
    }

    void start(Node.Call call) {
        begin(tasks().of(call, mostInline()), call.inputs());
    }

    void start(Node.RunContainer container) {
        begin(tasks().of(container, mostInline()), container.inputs().values());
    }

    void start(Node.RunResource resource) {
        begin(tasks().of(resource, mostInline()), resource.resource().holes().values());
    }

    private void begin(Datum task, Collection<Input> inputs) {
        step.lookups().all(inputs.stream().map(Input::from).toList(), values -> attempt(task, values), step::fail);
    }

    private void attempt(Datum task, List<Datum> inputs) {
        run.window().enter(lane(), size(task, inputs), isLasting(), step.place().stop(), () -> {
            if (step.place().stop().isStopped()) {
                run.window().leave(lane(), isLasting(), 0);
                step.giveUp();
                return;
            }
            if (step.place().cancellation().isCancelled()) {
                run.window().leave(lane(), isLasting(), 0);
                step.fail(Waiting.cancelled());
                return;
            }
            run.board()
                    .begins(
                            step.node(),
                            step.path(),
                            StepState.RUNNING,
                            attempts.number(),
                            attempts.placement().words(),
                            Optional.empty());
            Lane entered = lane();
            step.place().cancellation().issue(() -> issue(task, inputs)).handle((value, failure) -> {
                run.agenda().post(() -> landed(task, inputs, entered, value, failure));
                return null;
            });
        });
    }

    private Promise<Datum> issue(Datum task, List<Datum> inputs) {
        boolean untold = step.node() instanceof Node.Apply
                && step.node().setting(Setting.Cached.class).isEmpty();
        Optional<Datum> facts = untold ? Optional.empty() : Optional.of(facts());
        if (local) {
            return run.activities().local(step.node().name(), task, facts, inputs);
        }
        return run.activities().remote(step.node(), summary(), task, facts, inputs);
    }

    private void landed(
            Datum task, List<Datum> inputs, Lane entered, @Nullable Datum value, @Nullable RuntimeException failure) {
        run.window().leave(entered, isLasting(), value == null ? Window.BYTES_OF_FAILURE : value.size());
        if (value != null) {
            succeed(value);
            return;
        }
        Fault fault = failure == null
                ? Fault.of(FaultKind.PLATFORM, "It came back without a result.")
                : Failures.fault(failure);
        if (local && fault.kind() == FaultKind.TIMEOUT) {
            // Not a failure: it takes longer than a local activity may, so it gets an activity of its own.
            local = false;
            attempt(task, inputs);
            return;
        }
        attempts.after(fault, () -> attempt(task, inputs), this::giveUp);
    }

    private void succeed(Datum value) {
        if (step.node().setting(Setting.Cached.class).isEmpty()) {
            step.succeed(value, attempts.number(), "");
            return;
        }
        Reused result = Reused.of(value);
        step.succeed(result.value(), attempts.number(), result.note());
    }

    private void giveUp(Fault fault, Optional<String> why) {
        StepFailure failure = StepFailure.of(step.node(), step.path(), attempts.number(), fault);
        step.fail(why.map(failure::notAgainBecause).orElse(failure));
    }

    private Lane lane() {
        return local ? Lane.LOCAL : Lane.WORK;
    }

    private boolean isLasting() {
        return step.node() instanceof Node.RunContainer || step.node() instanceof Node.RunResource;
    }

    /** What tells this attempt from others in Temporal's timeline. */
    private String summary() {
        StringBuilder words = new StringBuilder("attempt ").append(attempts.number());
        if (!attempts.placement().words().isEmpty()) {
            words.append(" · ").append(attempts.placement().words());
        }
        if (!step.place().item().isEmpty()) {
            words.append(" · ").append(step.place().item());
        }
        return words.toString();
    }

    private Datum facts() {
        String key =
                "%s/%s#%s".formatted(run.facts().run(), step.path(), run.facts().generation());
        return Datum.of(Messages.encode(new AttemptFacts(
                run.facts().run(),
                run.facts().pipeline(),
                step.node().name(),
                step.path(),
                key,
                attempts.number(),
                attempts.placement())));
    }

    private static int size(Datum task, List<Datum> inputs) {
        return task.size() + Activities.size(inputs);
    }

    private Tasks tasks() {
        return run.pipeline().tasks();
    }

    private int mostInline() {
        return run.facts().limits().mostInline();
    }
}
