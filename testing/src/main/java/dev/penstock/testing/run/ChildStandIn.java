package dev.penstock.testing.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import dev.penstock.engine.FaultReport;
import dev.penstock.fault.FaultException;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import io.temporal.activity.Activity;
import io.temporal.activity.DynamicActivity;
import io.temporal.activity.LocalActivityOptions;
import io.temporal.common.RetryOptions;
import io.temporal.common.converter.EncodedValues;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.workflow.DynamicWorkflow;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The workflow that stands in for child workflows, and the activity that does its work. */
record ChildStandIn(StandIns standIns, KnownSteps steps, Recording recording, Values values)
        implements DynamicActivity {

    /** Asks the activity, since what a test does is not for workflows. */
    static final class Child implements DynamicWorkflow {

        @Override
        public Object execute(EncodedValues arguments) {
            LocalActivityOptions once = LocalActivityOptions.newBuilder()
                    .setStartToCloseTimeout(Duration.ofMinutes(1))
                    .setRetryOptions(
                            RetryOptions.newBuilder().setMaximumAttempts(1).build())
                    .build();
            String id = Workflow.getInfo().getWorkflowId();
            try {
                return Workflow.newUntypedLocalActivityStub(once)
                        .execute("stand-in", Datum.class, id, arguments.get(0, Datum.class));
            } catch (ActivityFailure e) {
                throw e.getCause() instanceof ApplicationFailure failure ? failure : e;
            }
        }
    }

    @Override
    public Object execute(EncodedValues arguments) {
        String id = arguments.get(0, String.class);
        JsonNode given = arguments.get(1, Datum.class).json();
        KnownStep step = steps.find(ChildStandIns.step(id)).orElseThrow();
        String path = recording.pathOf(id).orElse(step.name());
        try {
            return standIns.find(step.name())
                    .flatMap(stand -> stand.instead(path, standIns.counted(List.of(id)), inputs(step, given)))
                    .map(json -> step.node() instanceof Node.RunPipeline ? values.keep(json) : Datum.of(json))
                    .orElseThrow();
        } catch (FaultException e) {
            throw ApplicationFailure.newBuilder()
                    .setMessage(e.fault().message())
                    .setType(e.fault().kind().name())
                    .setNonRetryable(true)
                    .setDetails(new FaultReport(e.fault()))
                    .build();
        } catch (RuntimeException e) {
            throw Activity.wrap(e);
        }
    }

    private List<JsonNode> inputs(KnownStep step, JsonNode given) {
        if (step.node() instanceof Node.RunPipeline) {
            return List.of(values.load(Datum.of(given.path("input"))));
        }
        JsonNode record = values.load(Datum.of(given));
        List<JsonNode> inputs = new ArrayList<>();
        step.inputNames().forEach(name -> inputs.add(record.hasNonNull(name) ? record.get(name) : NullNode.instance));
        return inputs;
    }
}
