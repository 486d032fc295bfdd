package dev.penstock.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.StepState;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.option.Setting;
import dev.penstock.problem.Problem;
import dev.penstock.problem.Problems;
import dev.penstock.spec.Input;
import dev.penstock.spec.Node;
import dev.penstock.type.Conformance;
import dev.penstock.value.Datum;
import dev.penstock.value.Reference;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Workflow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs a Temporal workflow of the platform or of the user, which gets the inputs as one record. */
final class UserWorkflowRun {

    private static final int MOST_BYTES = 2_000_000;

    private final Steps.Step step;
    private final Attempts attempts;

    UserWorkflowRun(Steps.Step step) {
        this.step = step;
        this.attempts = new Attempts(step);
    }

    void start(Node.RunWorkflow node) {
        step.lookups()
                .all(
                        node.inputs().values().stream().map(Input::from).toList(),
                        values -> gather(node, values),
                        step::fail);
    }

    private void gather(Node.RunWorkflow node, List<Datum> values) {
        ObjectNode record = JsonNodeFactory.instance.objectNode();
        List<String> names = new ArrayList<>(node.inputs().keySet());
        for (int i = 0; i < names.size(); i++) {
            record.set(names.get(i), values.get(i).json());
        }
        if (!Reference.isIn(record)) {
            begin(node, Datum.of(record));
            return;
        }
        step.lookups()
                .inStore("load", new Task.Load(Datum.of(record), MOST_BYTES), whole -> begin(node, whole), step::fail);
    }

    private void begin(Node.RunWorkflow node, Datum input) {
        if (input.size() > MOST_BYTES) {
            step.fail(new Task.Load(input, MOST_BYTES).tooBig(input.size()));
            return;
        }
        Execution run = step.run();
        String id = run.childId(Execution.idPart(step.path()));
        run.window().enter(Lane.CHILD, input.size(), true, step.place().stop(), () -> {
            if (step.place().stop().isStopped()) {
                run.window().leave(Lane.CHILD, true, 0);
                step.giveUp();
                return;
            }
            run.board()
                    .begins(
                            node,
                            step.path(),
                            StepState.RUNNING,
                            attempts.number(),
                            "workflow " + node.workflow(),
                            Optional.of(id));
            Revocable own = new Revocable(step.place().cancellation());
            step.place().stop().onStop(() -> own.revoke("another step failed"));
            own.issue(() -> stub(node, id).executeAsync(Datum.class, input)).handle((value, failure) -> {
                run.agenda().post(() -> {
                    run.window().leave(Lane.CHILD, true, 0);
                    landed(node, input, value, failure);
                });
                return null;
            });
        });
    }

    private void landed(Node.RunWorkflow node, Datum input, @Nullable Datum value, @Nullable RuntimeException failure) {
        if (failure != null) {
            attempts.after(classified(node, Failures.fault(failure)), () -> begin(node, input), this::giveUp);
            return;
        }
        Problems problems = new Problems();
        JsonNode given = value == null ? Execution.NOTHING.json() : value.json();
        JsonNode checked = new Conformance(step.run().pipeline().types(), path -> "its result at " + path, problems)
                .check(given, node.output());
        if (problems.none()) {
            step.lookups().kept(Datum.of(checked), kept -> step.succeed(kept, attempts.number()), step::fail);
            return;
        }
        Problem problem = problems.list().getFirst();
        step.fail(Fault.lasting(
                FaultKind.USER,
                "The workflow %s does not yield what it should: %s: %s"
                        .formatted(node.workflow(), problem.where(), problem.message()),
                problem.remedy()));
    }

    private void giveUp(Fault fault, Optional<String> why) {
        StepFailure failure = StepFailure.of(step.node(), step.path(), attempts.number(), fault);
        step.fail(why.map(failure::notAgainBecause).orElse(failure));
    }

    private static Fault classified(Node.RunWorkflow node, Fault fault) {
        boolean rejects = node.setting(Setting.Rejecting.class)
                .filter(rejecting ->
                        fault.cause().filter(rejecting.exceptions()::contains).isPresent())
                .isPresent();
        return rejects ? fault.as(FaultKind.REJECTED) : fault;
    }

    private static ChildWorkflowStub stub(Node.RunWorkflow node, String id) {
        ChildWorkflowOptions.Builder options = ChildWorkflowOptions.newBuilder()
                .setWorkflowId(id)
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setStaticSummary("step " + node.name());
        node.setting(Setting.OnWorkers.class).map(Setting.OnWorkers::taskQueue).ifPresent(options::setTaskQueue);
        node.setting(Setting.Timeout.class).map(Setting.Timeout::running).ifPresent(options::setWorkflowRunTimeout);
        return Workflow.newUntypedChildWorkflowStub(node.workflow(), options.build());
    }
}
