package dev.penstock.runs;

import dev.penstock.engine.Said;
import io.temporal.api.common.v1.Payloads;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflow.v1.PendingActivityInfo;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.common.converter.DataConverterException;
import java.util.List;
import java.util.Optional;

/** What the attempts at work have said last to the server, wherever they run. */
record Hearing(WorkflowClient client) {

    List<Said> of(String workflow) {
        return client
                .getWorkflowServiceStubs()
                .blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(workflow))
                        .build())
                .getPendingActivitiesList()
                .stream()
                .filter(PendingActivityInfo::hasHeartbeatDetails)
                .map(activity -> read(activity.getHeartbeatDetails()))
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Said> read(Payloads details) {
        try {
            return Optional.ofNullable(client.getOptions()
                    .getDataConverter()
                    .fromPayloads(0, Optional.of(details), Said.class, Said.class));
        } catch (DataConverterException | IllegalArgumentException e) {
            // An activity of the application's own says what it wants.
            return Optional.empty();
        }
    }
}
