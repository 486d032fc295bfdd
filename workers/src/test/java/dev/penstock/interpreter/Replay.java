package dev.penstock.interpreter;

import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.testing.WorkflowReplayer;
import io.temporal.worker.Worker;

/** Reads a history again. */
final class Replay {

    private Replay() {}

    static void check(WorkflowExecutionHistory history, Worker worker) {
        try {
            WorkflowReplayer.replayWorkflowExecution(history, worker);
        } catch (Exception e) {
            throw new AssertionError(
                    "the history of %s cannot be replayed"
                            .formatted(history.getWorkflowExecution().getWorkflowId()),
                    e);
        }
    }
}
