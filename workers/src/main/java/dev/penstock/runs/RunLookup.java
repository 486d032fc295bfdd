package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.RunRequest;
import dev.penstock.interpreter.Memos;
import dev.penstock.value.Values;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionDescription;
import io.temporal.client.WorkflowNotFoundException;
import java.time.Instant;
import java.util.Optional;

/** Looks runs up by their names. */
public final class RunLookup {

    private final WorkflowClient client;
    private final Values values;

    public RunLookup(WorkflowClient client, Values values) {
        this.client = client;
        this.values = values;
    }

    /** The last run of this name, if there is one. */
    public Optional<KnownRun> find(String name) {
        try {
            return Optional.of(known(client.newUntypedWorkflowStub(name).describe(), name));
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        }
    }

    private static KnownRun known(WorkflowExecutionDescription description, String name) {
        return new KnownRun(
                name,
                memo(description, Memos.PIPELINE),
                memo(description, Memos.DIGEST),
                memo(description, Memos.STARTED_BY),
                memo(description, Memos.TRIGGER),
                description.getStartTime(),
                Optional.ofNullable(description.getCloseTime()).filter(time -> time.isAfter(Instant.EPOCH)),
                state(description.getStatus()));
    }

    private static String memo(WorkflowExecutionDescription description, String key) {
        return Optional.ofNullable(description.getMemo(key, String.class))
                .map(String::valueOf)
                .orElse("");
    }

    private static KnownRun.State state(WorkflowExecutionStatus status) {
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> KnownRun.State.SUCCEEDED;
            case WORKFLOW_EXECUTION_STATUS_FAILED -> KnownRun.State.FAILED;
            case WORKFLOW_EXECUTION_STATUS_CANCELED -> KnownRun.State.CANCELLED;
            case WORKFLOW_EXECUTION_STATUS_TERMINATED -> KnownRun.State.TERMINATED;
            case WORKFLOW_EXECUTION_STATUS_TIMED_OUT -> KnownRun.State.TIMED_OUT;
            default -> KnownRun.State.AT_WORK;
        };
    }

    /** What a run was given, as its history has it. */
    public JsonNode input(String name) {
        Payloads arguments = client.getWorkflowServiceStubs()
                .blockingStub()
                .getWorkflowExecutionHistory(GetWorkflowExecutionHistoryRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(name))
                        .setMaximumPageSize(1)
                        .build())
                .getHistory()
                .getEvents(0)
                .getWorkflowExecutionStartedEventAttributes()
                .getInput();
        RunRequest request = client.getOptions()
                .getDataConverter()
                .fromPayloads(0, Optional.of(arguments), RunRequest.class, RunRequest.class);
        return values.load(request.input());
    }
}
