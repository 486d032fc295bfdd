package dev.penstock.runs;

import dev.penstock.engine.FailureReport;
import dev.penstock.flow.FaultKind;
import dev.penstock.value.Datum;
import java.util.Optional;

/** How a run has ended. */
public sealed interface RunEnd {

    /** With the value that the pipeline yields, loaded from the store where it was there. */
    record Succeeded(Datum value) implements RunEnd {}

    /** With what a person is told, and what is left for a retry. */
    record Failed(FaultKind kind, String message, Optional<FailureReport> report) implements RunEnd {}
}
