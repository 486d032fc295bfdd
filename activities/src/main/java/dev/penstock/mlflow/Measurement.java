package dev.penstock.mlflow;

import java.time.Instant;

/** One value of a metric. */
public record Measurement(String metric, double value, Instant at, long step) {}
