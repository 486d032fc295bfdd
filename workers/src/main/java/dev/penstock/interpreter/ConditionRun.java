package dev.penstock.interpreter;

import dev.penstock.engine.StepFailure;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.spec.Node;
import java.util.Optional;

/** Lets a value pass where a condition holds, and rejects the run where it does not. */
record ConditionRun(Steps.Step step) {

    void start(Node.Provided provided) {
        step.lookups()
                .decide(
                        provided.condition(),
                        holds -> {
                            if (holds) {
                                step.lookups().one(provided.value(), value -> step.succeed(value, 0), step::fail);
                            } else {
                                step.fail(rejection(provided));
                            }
                        },
                        step::fail);
    }

    private StepFailure rejection(Node.Provided provided) {
        Fault fault = new Fault(FaultKind.REJECTED, provided.reason(), Optional.empty(), Optional.empty(), true, false);
        return StepFailure.of(provided, step.path(), 1, fault);
    }
}
