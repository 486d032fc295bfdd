package dev.penstock.step;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One way to run containers and resources, such as Kubernetes Jobs.
 *
 * <p>It may be asked twice for the same attempt of the same path, when the first worker died: then it finds what it
 * started and goes on with it. It throws a {@link dev.penstock.fault.FaultException} that says whose fault it was.
 */
public interface StepRunner {

    /** What the step yields, of the task's output type. */
    JsonNode run(StepTask task, StepAttempt attempt) throws InterruptedException;
}
