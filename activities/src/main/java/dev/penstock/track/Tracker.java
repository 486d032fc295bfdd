package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Is told what runs do, as they do it and perhaps twice. What it cannot keep must not harm a run, so it throws nothing
 * but for an interruption.
 */
public interface Tracker {

    /** A run has begun. */
    void begin(RunNote run, JsonNode input) throws InterruptedException;

    /** A run has ended. */
    void end(RunNote run, RunResult result) throws InterruptedException;

    /** An attempt of a step begins. */
    Attempt attempt(StepNote step) throws InterruptedException;

    /** What is told of one attempt. */
    interface Attempt {

        /** It has said how far it is and perhaps measured something. */
        void progress(JsonNode details);

        void end(Ending ending, JsonNode output) throws InterruptedException;
    }

    /** Keeps nothing. */
    static Tracker none() {
        return new Untracked();
    }
}
