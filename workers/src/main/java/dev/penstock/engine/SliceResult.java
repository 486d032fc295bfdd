package dev.penstock.engine;

import dev.penstock.value.Datum;
import java.util.Optional;

/** What a workflow that worked on some items of a map yields: their results in order, and how many failed. */
public record SliceResult(Datum results, long failed, Optional<StepFailure> firstFailure) implements Message {}
