package dev.penstock.host;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.AttemptFacts;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.function.CallContext;
import dev.penstock.function.Invocation;
import dev.penstock.step.StepAttempt;
import dev.penstock.step.StepRunner;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.activity.ActivityExecutionContext;
import java.util.List;
import java.util.Optional;

/** Does the work of steps: the application's methods, and containers by way of a runner. */
record Work(Values values, Invocation invocation, Optional<StepRunner> runner, Doubles doubles) {

    Datum apply(String step, Task.Apply task, List<Datum> inputs) {
        List<JsonNode> loaded = inputs.stream().map(values::load).toList();
        JsonNode result = doubles.find(step)
                .flatMap(stand -> stand.instead(step, 1, loaded))
                .orElseGet(() -> invocation.apply(task.function(), loaded));
        return kept(result, task.mostInline());
    }

    Datum call(Task.Call task, List<Datum> inputs, AttemptFacts facts) {
        List<JsonNode> loaded = inputs.stream().map(values::load).toList();
        CallContext context = new CallContext(facts.run(), facts.step(), facts.key());
        JsonNode result = doubles.find(facts.step())
                .flatMap(stand -> stand.instead(facts.path(), facts.attempt(), loaded))
                .orElseGet(() -> invocation.call(task.function(), loaded, context));
        return kept(result, task.mostInline());
    }

    Datum run(Task.Run task, List<Datum> inputs, AttemptFacts facts, ActivityExecutionContext context)
            throws InterruptedException {
        Optional<StepDouble> stand = doubles.find(facts.step());
        if (stand.isPresent()) {
            List<JsonNode> loaded = inputs.stream().map(values::load).toList();
            Optional<JsonNode> given = stand.get().instead(facts.path(), facts.attempt(), loaded);
            if (given.isPresent()) {
                return kept(given.get(), task.mostInline());
            }
        }
        StepRunner found = runner.orElseThrow(() -> new FaultException(Fault.lasting(
                FaultKind.PLATFORM,
                "This worker has nothing that runs containers.",
                "Choose a runner in penstock.yaml, or stand in for the step in a test.")));
        JsonNode result = found.run(task.step().at(facts.placement()), attempt(task, inputs, facts, context));
        return kept(result, task.mostInline());
    }

    private Datum kept(JsonNode result, int mostInline) {
        return values.withMostInline(mostInline).keep(result);
    }

    private StepAttempt attempt(
            Task.Run task, List<Datum> inputs, AttemptFacts facts, ActivityExecutionContext context) {
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
                int index = task.inputs().indexOf(name);
                if (index < 0) {
                    throw new IllegalArgumentException("the step has no input " + name);
                }
                return values.load(inputs.get(index));
            }

            @Override
            public void progress(JsonNode details) {
                context.heartbeat(Datum.of(details));
            }
        };
    }
}
