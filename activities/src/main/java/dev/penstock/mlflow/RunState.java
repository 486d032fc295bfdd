package dev.penstock.mlflow;

import org.mlflow.api.proto.Service.RunStatus;

/** How a run has ended. */
public enum RunState {
    FINISHED(RunStatus.FINISHED),
    FAILED(RunStatus.FAILED),
    KILLED(RunStatus.KILLED);

    private final RunStatus status;

    RunState(RunStatus status) {
        this.status = status;
    }

    RunStatus status() {
        return status;
    }
}
