package dev.penstock.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.cache.Savings;
import dev.penstock.engine.AttemptFacts;
import dev.penstock.engine.RunFacts;
import dev.penstock.engine.Said;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.fault.Thrown;
import dev.penstock.flow.FaultKind;
import dev.penstock.function.CallContext;
import dev.penstock.function.Invocation;
import dev.penstock.option.Setting;
import dev.penstock.step.StepAttempt;
import dev.penstock.step.StepRunner;
import dev.penstock.step.StepTask;
import dev.penstock.store.BlobException;
import dev.penstock.track.Ending;
import dev.penstock.track.RunNote;
import dev.penstock.track.RunResult;
import dev.penstock.track.StepNote;
import dev.penstock.track.Tracker;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.activity.ActivityInfo;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Does the work of steps: the application's methods, and containers by way of a runner. */
record Work(
        Values values,
        Invocation invocation,
        Optional<StepRunner> runner,
        Doubles doubles,
        Tracker tracker,
        StepCache cache) {

    Datum apply(
            Task.Apply task,
            List<Datum> inputs,
            Optional<AttemptFacts> facts,
            ActivityInfo info,
            Heartbeats.Pulse pulse)
            throws InterruptedException {
        String step = info.getActivityType();
        List<JsonNode> loaded = inputs.stream().map(values::load).toList();
        Optional<JsonNode> given = doubles.find(step).flatMap(stand -> stand.instead(step, 1, loaded));
        if (given.isPresent()) {
            return kept(given.get(), task.mostInline());
        }
        return cache.apply(
                task,
                facts,
                loaded,
                info,
                pulse,
                result -> kept(result, task.mostInline()),
                () -> invocation.apply(task.function(), loaded));
    }

    Datum call(Task.Call task, List<Datum> inputs, AttemptFacts facts) {
        List<JsonNode> loaded = inputs.stream().map(values::load).toList();
        CallContext context = new CallContext(facts.run(), facts.pipeline(), facts.step(), facts.key());
        JsonNode result = doubles.find(facts.step())
                .flatMap(stand -> stand.instead(facts.path(), facts.attempt(), loaded))
                .orElseGet(() -> invocation.call(task.function(), loaded, context));
        return kept(result, task.mostInline());
    }

    Datum run(Task.Run task, List<Datum> inputs, AttemptFacts facts, ActivityInfo info, Heartbeats.Pulse pulse)
            throws InterruptedException {
        if (task.step() instanceof StepTask.ContainerTask container) {
            Setting.find(container.settings(), Setting.Timeout.class)
                    .map(Setting.Timeout::running)
                    .ifPresent(pulse::mayTake);
        }
        Optional<StepDouble> stand = doubles.find(facts.step());
        if (stand.isPresent()) {
            List<JsonNode> loaded = inputs.stream().map(values::load).toList();
            Optional<JsonNode> given = stand.get().instead(facts.path(), facts.attempt(), loaded);
            if (given.isPresent()) {
                return kept(given.get(), task.mostInline());
            }
        }
        return cache.run(
                task.step(),
                facts,
                name -> input(task, inputs, name),
                info,
                pulse,
                result -> kept(result, task.mostInline()),
                () -> compute(task, inputs, facts, pulse));
    }

    private JsonNode compute(Task.Run task, List<Datum> inputs, AttemptFacts facts, Heartbeats.Pulse pulse)
            throws InterruptedException {
        StepRunner found = runner.orElseThrow(() -> new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                "This worker has nothing that runs containers.",
                "Choose a runner in penstock.yaml, or stand in for the step in a test.")));
        Tracker.Attempt track = tracker.attempt(note(task, inputs, facts));
        pulse.goesOn();
        try {
            JsonNode result = found.run(task.step().at(facts.placement()), attempt(task, inputs, facts, pulse, track));
            track.end(Ending.SUCCEEDED, result);
            return result;
        } catch (FaultException e) {
            track.end(e.fault().kind() == FaultKind.CANCELLED ? Ending.CANCELLED : Ending.FAILED, NullNode.instance);
            throw e;
        } catch (InterruptedException e) {
            track.end(pulse.isTimeUp() ? Ending.FAILED : Ending.CANCELLED, NullNode.instance);
            throw e;
        } catch (RuntimeException | Error e) {
            track.end(Ending.FAILED, NullNode.instance);
            throw e;
        }
    }

    Datum begin(Task.BeginTracking task) throws InterruptedException {
        tracker.begin(note(task.facts()), values.load(task.input()));
        return Datum.of(NullNode.instance);
    }

    Datum end(Task.EndTracking task) throws InterruptedException {
        Ending ending = switch (task.outcome()) {
            case "succeeded" -> Ending.SUCCEEDED;
            case "cancelled" -> Ending.CANCELLED;
            default -> Ending.FAILED;
        };
        Savings savings = cache.savings(task.facts().run(), task.since().orElse(Instant.EPOCH));
        tracker.end(note(task.facts()), new RunResult(ending, output(task), savings));
        return Datum.of(NullNode.instance);
    }

    /** A run has ended also where nobody can read what it yields. */
    private JsonNode output(Task.EndTracking task) {
        try {
            return task.value().map(values::load).orElse(NullNode.instance);
        } catch (BlobException e) {
            return NullNode.instance;
        }
    }

    private static RunNote note(RunFacts facts) {
        return new RunNote(facts.run(), facts.pipeline(), facts.digest(), facts.startedBy(), facts.trigger());
    }

    private StepNote note(Task.Run task, List<Datum> inputs, AttemptFacts facts) {
        SortedMap<String, JsonNode> named = new TreeMap<>();
        for (int i = 0; i < inputs.size(); i++) {
            named.put(task.inputs().get(i), values.load(inputs.get(i)));
        }
        return new StepNote(facts.run(), facts.pipeline(), facts.path(), facts.attempt(), named);
    }

    private JsonNode input(Task.Run task, List<Datum> inputs, String name) {
        int index = task.inputs().indexOf(name);
        if (index < 0) {
            throw new IllegalArgumentException("the step has no input " + name);
        }
        return values.load(inputs.get(index));
    }

    private Datum kept(JsonNode result, int mostInline) {
        try {
            return values.withMostInline(mostInline).keep(result);
        } catch (UncheckedIOException | OutOfMemoryError e) {
            throw new FaultException(
                    Fault.lasting(
                                    FaultKind.USER,
                                    "Its result cannot be written as JSON: "
                                            + Thrown.of(e).words(),
                                    "Return text of whole characters, not nested deep, and big data as an artifact.")
                            .because(e),
                    e);
        }
    }

    private StepAttempt attempt(
            Task.Run task, List<Datum> inputs, AttemptFacts facts, Heartbeats.Pulse pulse, Tracker.Attempt track) {
        return new StepAttempt() {
            @Override
            public String run() {
                return facts.run();
            }

            @Override
            public String path() {
                return facts.path();
            }

            @Override
            public int number() {
                return facts.attempt();
            }

            @Override
            public JsonNode input(String name) {
                return Work.this.input(task, inputs, name);
            }

            @Override
            public void news(JsonNode said) {
                track.progress(said);
            }

            @Override
            public void rests() {
                pulse.rests();
            }

            @Override
            public void goesOn() {
                pulse.goesOn();
            }

            @Override
            public void progress(JsonNode details) {
                pulse.says(new Said(facts.path(), facts.attempt(), details));
            }
        };
    }
}
