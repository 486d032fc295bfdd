package dev.penstock.flow;

/** Whose fault a failure was; each kind has a budget of its own. */
public enum FaultKind {
    USER,
    REJECTED,
    PLATFORM,
    PREEMPTION,
    OUT_OF_MEMORY,
    TIMEOUT,
    CANCELLED
}
