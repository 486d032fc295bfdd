package dev.penstock.interpreter;

import dev.penstock.engine.FailureReport;
import dev.penstock.engine.FaultReport;
import dev.penstock.fault.Fault;
import dev.penstock.flow.FaultKind;
import io.temporal.api.enums.v1.TimeoutType;
import io.temporal.failure.ActivityFailure;
import io.temporal.failure.ApplicationFailure;
import io.temporal.failure.CanceledFailure;
import io.temporal.failure.ChildWorkflowFailure;
import io.temporal.failure.TerminatedFailure;
import io.temporal.failure.TimeoutFailure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what went wrong out of what Temporal reports. */
final class Failures {

    private Failures() {}

    static Fault fault(Throwable failure) {
        Throwable cause = failure instanceof ActivityFailure || failure instanceof ChildWorkflowFailure
                ? Optional.ofNullable(failure.getCause()).orElse(failure)
                : failure;
        return switch (cause) {
            case ApplicationFailure application -> application(application);
            case TimeoutFailure timeout -> timeout(timeout);
            case CanceledFailure cancelled -> Fault.of(FaultKind.CANCELLED, "It was cancelled.");
            case TerminatedFailure terminated -> Fault.of(FaultKind.PLATFORM, "Its workflow was terminated by hand.");
            default -> Fault.of(FaultKind.PLATFORM, words(cause)).because(cause);
        };
    }

    private static Fault application(ApplicationFailure failure) {
        if (failure.getDetails() != null && failure.getDetails().getSize() > 0) {
            try {
                FaultReport report = failure.getDetails().get(0, FaultReport.class);
                if (report != null) {
                    return report.fault();
                }
            } catch (RuntimeException e) {
                // The details of a stranger's failure are none of ours.
                return foreign(failure);
            }
        }
        return foreign(failure);
    }

    private static Fault foreign(ApplicationFailure failure) {
        Fault fault = Fault.of(FaultKind.USER, String.valueOf(failure.getOriginalMessage()));
        return new Fault(
                fault.kind(),
                fault.message(),
                Optional.ofNullable(failure.getType()),
                Optional.empty(),
                failure.isNonRetryable(),
                false);
    }

    private static Fault timeout(TimeoutFailure failure) {
        TimeoutType type = failure.getTimeoutType();
        return switch (type) {
            case TIMEOUT_TYPE_HEARTBEAT -> Fault.of(FaultKind.PLATFORM, "Its worker died, or did not answer any more.");
            case TIMEOUT_TYPE_SCHEDULE_TO_START -> Fault.neverRan("It waited for a worker until its time was up.");
            default -> Fault.of(FaultKind.TIMEOUT, "It ran longer than it may.");
        };
    }

    /** The report of a workflow of ours that failed; nothing where it left none. */
    static Optional<FailureReport> report(@Nullable Throwable failure) {
        Throwable cause = failure instanceof ChildWorkflowFailure ? failure.getCause() : failure;
        if (cause instanceof ApplicationFailure application
                && application.getDetails() != null
                && application.getDetails().getSize() > 0) {
            try {
                return Optional.ofNullable(application.getDetails().get(0, FailureReport.class));
            } catch (RuntimeException e) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static String words(Throwable failure) {
        return failure.getMessage() == null ? failure.getClass().getSimpleName() : failure.getMessage();
    }
}
