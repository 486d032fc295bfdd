package dev.penstock.host;

import dev.penstock.cache.Owner;
import dev.penstock.cache.Owners;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionResponse;
import io.temporal.serviceclient.WorkflowServiceStubs;

/**
 * Asks a durable server which owners are still at work.
 *
 * @param server the name that owners on this server have
 */
public record TemporalOwners(WorkflowServiceStubs stubs, String namespace, String server) implements Owners {

    @Override
    public boolean isAlive(Owner owner) {
        if (!owner.server().equals(server)) {
            return true;
        }
        try {
            return isAtWork(owner, describe(owner));
        } catch (StatusRuntimeException e) {
            return e.getStatus().getCode() != Status.Code.NOT_FOUND;
        }
    }

    private DescribeWorkflowExecutionResponse describe(Owner owner) {
        return stubs.blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(namespace)
                        .setExecution(WorkflowExecution.newBuilder()
                                .setWorkflowId(owner.run())
                                .setRunId(owner.runId()))
                        .build());
    }

    /** Each attempt is an activity of its own, which is pending until it ends or is given up. */
    private static boolean isAtWork(Owner owner, DescribeWorkflowExecutionResponse found) {
        return found.getWorkflowExecutionInfo().getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING
                && (owner.activity().isEmpty()
                        || found.getPendingActivitiesList().stream()
                                .anyMatch(pending -> pending.getActivityId().equals(owner.activity())));
    }
}
