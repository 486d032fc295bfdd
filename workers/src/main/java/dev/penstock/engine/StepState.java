package dev.penstock.engine;

import java.util.Locale;

/** What a person can see of a step at one moment. */
public enum StepState {
    RUNNING,
    WAITING,
    RETRYING,
    SUCCEEDED,
    REUSED,
    FAILED,
    REJECTED,
    CANCELLED,
    SKIPPED;

    public String words() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isEnd() {
        return this != RUNNING && this != WAITING && this != RETRYING;
    }
}
