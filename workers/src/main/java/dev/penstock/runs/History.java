package dev.penstock.runs;

import dev.penstock.engine.RunRequest;
import dev.penstock.value.Datum;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the histories of workflows tell. */
record History(WorkflowClient client) {

    /** What a workflow was asked to do. */
    record Begin(RunRequest request, Datum spec) {}

    /** Of the last workflow of this id, read from its first event alone. */
    Optional<Begin> begin(String workflow) {
        GetWorkflowExecutionHistoryRequest first = GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflow))
                .setMaximumPageSize(1)
                .build();
        try {
            Payloads input = client.getWorkflowServiceStubs()
                    .blockingStub()
                    .getWorkflowExecutionHistory(first)
                    .getHistory()
                    .getEvents(0)
                    .getWorkflowExecutionStartedEventAttributes()
                    .getInput();
            return begin(input);
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() == Status.Code.NOT_FOUND) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Begin> begin(Payloads input) {
        DataConverter converter = client.getOptions().getDataConverter();
        try {
            return Optional.of(new Begin(
                    converter.fromPayloads(0, Optional.of(input), RunRequest.class, RunRequest.class),
                    converter.fromPayloads(1, Optional.of(input), Datum.class, Datum.class)));
        } catch (RuntimeException e) {
            // A workflow that is none of ours.
            return Optional.empty();
        }
    }

    /** The children that ended without a word to their parent, or have not ended. */
    List<String> silentChildren(String workflow) {
        Map<Long, String> silent = new LinkedHashMap<>();
        for (HistoryEvent event : client.fetchHistory(workflow).getEvents()) {
            switch (event.getAttributesCase()) {
                case START_CHILD_WORKFLOW_EXECUTION_INITIATED_EVENT_ATTRIBUTES -> {
                    var begun = event.getStartChildWorkflowExecutionInitiatedEventAttributes();
                    silent.put(event.getEventId(), begun.getWorkflowId());
                }
                case CHILD_WORKFLOW_EXECUTION_COMPLETED_EVENT_ATTRIBUTES ->
                    silent.remove(event.getChildWorkflowExecutionCompletedEventAttributes()
                            .getInitiatedEventId());
                case CHILD_WORKFLOW_EXECUTION_FAILED_EVENT_ATTRIBUTES ->
                    silent.remove(event.getChildWorkflowExecutionFailedEventAttributes()
                            .getInitiatedEventId());
                default -> {}
            }
        }
        return List.copyOf(silent.values());
    }
}
