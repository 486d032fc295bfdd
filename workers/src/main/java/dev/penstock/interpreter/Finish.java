package dev.penstock.interpreter;

import dev.penstock.engine.FailureReport;
import dev.penstock.engine.Outcome;
import dev.penstock.engine.StepFailure;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import dev.penstock.server.RunAttributes;
import dev.penstock.value.Datum;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.workflow.Workflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends a workflow as its steps have ended, with what it leaves to a retry. */
record Finish(Execution run) {

    Datum with(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Succeeded succeeded -> {
                close("succeeded", null, Optional.of(succeeded.value()));
                yield succeeded.value();
            }
            case Outcome.Failed failed -> throw fail(failed.failure());
            case Outcome.NotRun notRun -> throw fail(stopped().failure());
        };
    }

    /** How a part of a run ends that was stopped. */
    Outcome.Failed stopped() {
        return new Outcome.Failed(new StepFailure(
                run.pipeline().spec().name(),
                run.request().prefix(),
                1,
                run.pipeline().spec().at().toString(),
                Fault.of(FaultKind.CANCELLED, "Another part of the run failed."),
                Optional.empty()));
    }

    private RuntimeException fail(StepFailure failure) {
        String outcome = failure.kind() == FaultKind.REJECTED
                ? "rejected"
                : failure.kind() == FaultKind.CANCELLED ? "cancelled" : "failed";
        close(outcome, failure, Optional.empty());
        if (failure.kind() == FaultKind.CANCELLED && run.cancellation().isCancelled()) {
            // It cannot carry a report; a retry asks the closed workflow for what is done.
            return new CanceledFailure(failure.message());
        }
        return ApplicationFailure.newBuilder()
                .setMessage(failure.message() + " " + failure.remedy(run.facts().run()))
                .setType(failure.kind().name())
                .setNonRetryable(true)
                .setCategory(
                        failure.kind() == FaultKind.REJECTED
                                ? ApplicationErrorCategory.BENIGN
                                : ApplicationErrorCategory.UNSPECIFIED)
                .setDetails(new FailureReport(failure, state()))
                .build();
    }

    private Optional<Datum> state() {
        try {
            Datum[] state = new Datum[1];
            Workflow.newDetachedCancellationScope(() -> state[0] = new Continuation(run).left())
                    .run();
            return Optional.of(state[0]);
        } catch (ActivityFailure e) {
            // The run has failed for a better reason than that its results could not be stored.
            return Optional.empty();
        }
    }

    private void close(String outcome, @Nullable StepFailure failure, Optional<Datum> value) {
        run.board().phase(outcome, failure);
        run.tracked().end(outcome, value, run.state().since());
        if (run.isRoot() && run.facts().searchable()) {
            Workflow.upsertTypedSearchAttributes(RunAttributes.OUTCOME.valueSet(outcome));
        }
        Workflow.newDetachedCancellationScope(() -> Workflow.await(Workflow::isEveryHandlerFinished))
                .run();
    }
}
