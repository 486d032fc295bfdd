package dev.penstock.cli;

import dev.penstock.runs.KnownRun;

/** Says how far a run is. */
final class StateWords {

    private StateWords() {}

    static String of(KnownRun.State state) {
        return switch (state) {
            case AT_WORK -> "at work";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case CANCELLED -> "been cancelled";
            case TERMINATED -> "been terminated";
            case TIMED_OUT -> "timed out";
        };
    }
}
