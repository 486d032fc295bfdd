package dev.penstock.host;

import dev.penstock.engine.Listener;
import dev.penstock.engine.Script;
import dev.penstock.function.Code;
import dev.penstock.function.Services;
import dev.penstock.step.StepRunner;
import dev.penstock.track.Tracker;
import dev.penstock.value.Values;
import io.temporal.worker.Worker;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What a worker works with.
 *
 * @param more registers the application's own workflows and activities
 */
public record WorkerSettings(
        String queue,
        Values values,
        Code code,
        Services services,
        Optional<StepRunner> runner,
        Tracker tracker,
        Optional<Caching> caching,
        Listener listener,
        Script script,
        Doubles doubles,
        Consumer<Worker> more) {

    public static final String QUEUE = "penstock";

    public static WorkerSettings of(Values values, Code code, Services services) {
        return new WorkerSettings(
                QUEUE,
                values,
                code,
                services,
                Optional.empty(),
                Tracker.none(),
                Optional.empty(),
                Listener.none(),
                Script.none(),
                Doubles.none(),
                worker -> {});
    }

    public WorkerSettings on(String taskQueue) {
        return new WorkerSettings(
                taskQueue, values, code, services, runner, tracker, caching, listener, script, doubles, more);
    }

    public WorkerSettings runner(StepRunner other) {
        return new WorkerSettings(
                queue, values, code, services, Optional.of(other), tracker, caching, listener, script, doubles, more);
    }

    public WorkerSettings tracker(Tracker other) {
        return new WorkerSettings(
                queue, values, code, services, runner, other, caching, listener, script, doubles, more);
    }

    public WorkerSettings caching(Caching other) {
        return new WorkerSettings(
                queue, values, code, services, runner, tracker, Optional.of(other), listener, script, doubles, more);
    }

    public WorkerSettings listener(Listener other) {
        return new WorkerSettings(
                queue, values, code, services, runner, tracker, caching, other, script, doubles, more);
    }

    public WorkerSettings testing(Script answers, Doubles stand) {
        return new WorkerSettings(
                queue, values, code, services, runner, tracker, caching, listener, answers, stand, more);
    }

    public WorkerSettings more(Consumer<Worker> registration) {
        return new WorkerSettings(
                queue, values, code, services, runner, tracker, caching, listener, script, doubles, registration);
    }
}
