package dev.penstock.engine;

import dev.penstock.flow.FaultKind;

/** What failed attempts of a step have used of its budgets, each kind of fault of its own. */
public record Spent(int user, int platform, int preemption, int outOfMemory, int timeout, int pending) {

    public static Spent nothing() {
        return new Spent(0, 0, 0, 0, 0, 0);
    }

    public int attempts() {
        return user + platform + preemption + outOfMemory + timeout + pending;
    }

    Spent plus(FaultKind kind, boolean neverRan) {
        return switch (kind) {
            case USER, REJECTED, CANCELLED -> new Spent(user + 1, platform, preemption, outOfMemory, timeout, pending);
            case PLATFORM -> new Spent(user, platform + 1, preemption, outOfMemory, timeout, pending);
            case PREEMPTION -> new Spent(user, platform, preemption + 1, outOfMemory, timeout, pending);
            case OUT_OF_MEMORY -> new Spent(user, platform, preemption, outOfMemory + 1, timeout, pending);
            case TIMEOUT ->
                neverRan
                        ? new Spent(user, platform, preemption, outOfMemory, timeout, pending + 1)
                        : new Spent(user, platform, preemption, outOfMemory, timeout + 1, pending);
        };
    }
}
