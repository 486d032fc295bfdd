package dev.penstock.interpreter;

import dev.penstock.engine.FailureReport;
import dev.penstock.engine.Messages;
import dev.penstock.engine.RunRequest;
import dev.penstock.engine.StepFailure;
import dev.penstock.engine.Task;
import dev.penstock.fault.Fault;
import dev.penstock.spec.Node;
import dev.penstock.value.Datum;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.common.RetryOptions;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowCancellationType;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.ChildWorkflowStub;
import io.temporal.workflow.Promise;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs a part of the run in a child workflow of its own. */
record ChildRun(Execution run, Place place, Stop stop) {

    private static final int OTHER_BYTES = 1_000;

    /**
     * What a person sees of a child.
     *
     * @param step on which it works
     * @param name added to the id of its parent
     * @param queue where it runs, if not where its parent does
     */
    record Child(Node step, String type, String name, String summary, String path, Optional<String> queue) {

        StepFailure failure(Fault fault) {
            return StepFailure.of(step, path, 1, fault);
        }
    }

    void start(Child child, RunRequest request, Consumer<Datum> then, Consumer<StepFailure> failed, Runnable notRun) {
        Consumer<Fault> failedBefore = fault -> failed.accept(child.failure(fault));
        int mostInline = run.facts().limits().mostInline();
        Optional<Datum> carried = request.carried().filter(state -> state.size() > mostInline);
        if (carried.isEmpty()) {
            run.withStoredSpec(spec -> begin(child, request, spec, then, failed, notRun), failedBefore);
            return;
        }
        new Lookups(run, place)
                .inStore(
                        "store-state",
                        new Task.Shelve(carried.get()),
                        stored -> {
                            run.state().childFailed(child.path(), stored);
                            start(child, request.carrying(stored), then, failed, notRun);
                        },
                        failedBefore);
    }

    private void begin(
            Child child,
            RunRequest request,
            Datum spec,
            Consumer<Datum> then,
            Consumer<StepFailure> failed,
            Runnable notRun) {
        Datum asked = Datum.of(Messages.encode(request));
        run.window().enter(Lane.CHILD, OTHER_BYTES + asked.size() + spec.size(), false, stop, () -> {
            if (stop.isStopped()) {
                run.window().leave(Lane.CHILD, false, 0);
                notRun.run();
                return;
            }
            ChildWorkflowStub stub = stub(child);
            Promise<Datum> result = place.cancellation().issue(() -> stub.executeAsync(Datum.class, asked, spec));
            stop.onStop(() -> {
                if (!result.isCompleted() || tellsThoseThatHaveEnded()) {
                    stopWorkflow(stub, run.childId(child.name()));
                }
            });
            result.handle((value, failure) -> {
                run.agenda().post(() -> {
                    run.window().leave(Lane.CHILD, false, 0);
                    landed(child, value, failure, then, failed, notRun);
                });
                return null;
            });
        });
    }

    /** As runs did that began before it was changed. */
    private static boolean tellsThoseThatHaveEnded() {
        return Workflow.getVersion("stop-only-children-at-work", Workflow.DEFAULT_VERSION, 1)
                == Workflow.DEFAULT_VERSION;
    }

    private void landed(
            Child child,
            @Nullable Datum value,
            @Nullable RuntimeException failure,
            Consumer<Datum> then,
            Consumer<StepFailure> failed,
            Runnable notRun) {
        if (value != null) {
            then.accept(value);
            return;
        }
        Optional<FailureReport> report = Failures.report(failure);
        report.flatMap(FailureReport::carried).ifPresent(left -> run.state().childFailed(child.path(), left));
        if (report.isPresent()) {
            failed.accept(report.get().failure());
        } else if (failure == null) {
            notRun.run();
        } else {
            failed.accept(child.failure(Failures.fault(failure)));
        }
    }

    /** By the id alone: the child may go on in a new history, and the stub knows its first only. */
    private static void stopWorkflow(ChildWorkflowStub stub, String id) {
        // The child may have ended, or not have begun; either way there is nothing to stop.
        Async.procedure(() -> {
                    stub.getExecution().get();
                    Workflow.newUntypedExternalWorkflowStub(id).signal(Controls.STOP);
                })
                .handle((nothing, failure) -> null);
    }

    private ChildWorkflowStub stub(Child child) {
        ChildWorkflowOptions.Builder options = ChildWorkflowOptions.newBuilder()
                .setWorkflowId(run.childId(child.name()))
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_ALLOW_DUPLICATE)
                .setRetryOptions(RetryOptions.newBuilder().setMaximumAttempts(1).build())
                .setCancellationType(ChildWorkflowCancellationType.WAIT_CANCELLATION_COMPLETED)
                .setStaticSummary(Summary.of(child.summary()));
        child.queue().ifPresent(options::setTaskQueue);
        return Workflow.newUntypedChildWorkflowStub(child.type(), options.build());
    }
}
