package dev.penstock.flow;

import java.util.Optional;

/** How a run ended. */
public record Ending(Result result, Optional<Failure> failure) {

    /** The ways in which a run can end. */
    public enum Result {
        SUCCEEDED,
        FAILED,
        REJECTED,
        CANCELLED
    }
}
