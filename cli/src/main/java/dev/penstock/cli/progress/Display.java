package dev.penstock.cli.progress;

import dev.penstock.engine.StepStatus;

/** Where the progress of one run is shown; used by one thread. */
public interface Display {

    /** A step has begun, changed or ended. */
    void step(StepStatus status);

    /** A sentence for people. */
    void say(String sentence);

    /** Time has passed. */
    void tick();

    /** What is shown now stays as it is, and others may write below it. */
    void settle();
}
