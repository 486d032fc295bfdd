package dev.penstock.cache;

import dev.penstock.daemon.ProcessMark;

/**
 * Who computes a result: one attempt of one step.
 *
 * @param run the workflow, such as {@code iris-monday}
 * @param runId which of the workflows of this name
 * @param path where in the run the step is
 * @param activity the number of the attempt for the server; empty where the server does not list it
 * @param server what runs the workflow, so that nobody asks another one
 * @param process where the attempt runs
 */
public record Owner(String run, String runId, String path, String activity, String server, OsProcess process) {

    /** A process of a machine. */
    public record OsProcess(String host, ProcessMark mark) {}

    /** Whether this is the same work, perhaps in an earlier attempt. */
    boolean isSameWork(Owner other) {
        return run.equals(other.run) && runId.equals(other.runId) && path.equals(other.path);
    }

    /** For people, such as {@code iris-monday (train)}. */
    public String words() {
        return "%s (%s)".formatted(run, path);
    }
}
