package dev.penstock.runs;

import dev.penstock.record.RunSummary;
import java.util.Optional;

/**
 * What the engine tells of a run.
 *
 * @param events in its history
 * @param parent the workflow that it is a part of
 */
public record RunDescription(RunSummary summary, long events, Optional<String> parent) {}
