package dev.penstock.runs;

import dev.penstock.engine.FailureReport;
import dev.penstock.flow.FaultKind;
import dev.penstock.record.RunEvent;
import dev.penstock.value.Datum;
import dev.penstock.value.Values;
import java.time.Instant;
import java.util.Optional;

/** How a run has ended. */
public sealed interface RunEnd {

    /** What is written down of it. */
    RunEvent event(Values values, Instant now);

    /** With the value that the pipeline yields, loaded from the store where it was there. */
    record Succeeded(Datum value) implements RunEnd {
        @Override
        public RunEvent event(Values values, Instant now) {
            return new RunEvent.Succeeded(now, Optional.of(values.keep(value.json())));
        }
    }

    /** With what a person is told, and what is left for a retry. */
    record Failed(FaultKind kind, String message, Optional<FailureReport> report) implements RunEnd {
        @Override
        public RunEvent event(Values values, Instant now) {
            return new RunEvent.Failed(now, kind, message, report);
        }
    }
}
