package dev.penstock.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A value with the evidence that people approved it; only the engine makes one. */
public record Approved<T>(T value, List<String> by, Instant at, Optional<String> comment) {}
