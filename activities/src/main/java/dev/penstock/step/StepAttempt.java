package dev.penstock.step;

import com.fasterxml.jackson.databind.JsonNode;

/** One try of a step, as its runner sees it. */
public interface StepAttempt {

    /** The workflow that asks, such as {@code iris-monday}. */
    String run();

    /** The step and where in the run it is, such as {@code map-depths[2]/train}. */
    String path();

    int number();

    /** The value of an input, with everything that it refers to. */
    JsonNode input(String name);

    /** Tells each thing that the step says of itself, once; whoever measures takes note. */
    default void news(JsonNode said) {}

    /** From now on it does not run, but waits for room: that is none of the time that the step may take. */
    default void rests() {}

    /** From now on it runs, after it has waited. */
    default void goesOn() {}

    /** Shows how far the attempt is and keeps it alive; throws when it is to stop. */
    void progress(JsonNode details);
}
