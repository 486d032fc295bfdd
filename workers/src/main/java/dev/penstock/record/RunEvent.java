package dev.penstock.record;

import dev.penstock.engine.FailureReport;
import dev.penstock.engine.Message;
import dev.penstock.engine.StepStatus;
import dev.penstock.flow.FaultKind;
import dev.penstock.value.Datum;
import java.time.Instant;
import java.util.Optional;

/** One line of a record. */
public sealed interface RunEvent extends Message {

    /** A step has begun, changed or ended; with its value where it has succeeded. */
    record Step(StepStatus status, Optional<Datum> value) implements RunEvent {}

    /** The run has ended with a value. */
    record Succeeded(Instant at, Optional<Datum> value) implements RunEvent {}

    /** The run has ended without one. */
    record Failed(Instant at, FaultKind kind, String message, Optional<FailureReport> report) implements RunEvent {}

    /** Whoever recorded the run stopped before it ended. */
    record Left(Instant at) implements RunEvent {}
}
