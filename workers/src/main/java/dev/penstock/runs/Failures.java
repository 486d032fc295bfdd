package dev.penstock.runs;

import dev.penstock.engine.FailureReport;
import dev.penstock.flow.FaultKind;
import io.temporal.client.WorkflowFailedException;
import io.temporal.common.converter.Values;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.TerminatedFailure;
import java.util.Optional;

/** Reads how a run has failed out of what Temporal says. */
final class Failures {

    private Failures() {}

    static RunEnd read(WorkflowFailedException failure) {
        return switch (failure.getCause()) {
            case ApplicationFailure cause -> {
                Optional<FailureReport> report = report(cause.getDetails());
                FaultKind kind = report.map(left -> left.failure().kind()).orElse(FaultKind.PLATFORM);
                yield new RunEnd.Failed(kind, String.valueOf(cause.getOriginalMessage()), report);
            }
            case CanceledFailure cause -> new RunEnd.Failed(FaultKind.CANCELLED, "It was cancelled.", Optional.empty());
            case TerminatedFailure cause ->
                new RunEnd.Failed(FaultKind.CANCELLED, "It was terminated.", Optional.empty());
            case null -> new RunEnd.Failed(FaultKind.PLATFORM, String.valueOf(failure.getMessage()), Optional.empty());
            default ->
                new RunEnd.Failed(
                        FaultKind.PLATFORM, String.valueOf(failure.getCause().getMessage()), Optional.empty());
        };
    }

    private static Optional<FailureReport> report(Values details) {
        if (details == null || details.getSize() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(details.get(0, FailureReport.class));
        } catch (RuntimeException e) {
            // A failure that is none of ours.
            return Optional.empty();
        }
    }
}
