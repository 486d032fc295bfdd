package dev.penstock.engine;

import dev.penstock.value.Datum;
import java.util.Optional;

/** What a failed workflow leaves behind: how it failed, and what was done until then. */
public record FailureReport(StepFailure failure, Optional<Datum> carried) implements Message {}
