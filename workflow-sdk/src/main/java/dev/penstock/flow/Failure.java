package dev.penstock.flow;

/** Why a run did not succeed: the step, its last attempt and the cause's own words. */
public record Failure(String step, int attempt, FaultKind kind, String message) {}
