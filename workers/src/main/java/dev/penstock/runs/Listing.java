package dev.penstock.runs;

import dev.penstock.interpreter.Memos;
import dev.penstock.record.RunFilter;
import dev.penstock.record.RunOutcome;
import dev.penstock.record.RunSummary;
import dev.penstock.server.RunAttributes;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import io.temporal.client.WorkflowNotFoundException;
import io.temporal.client.WorkflowStub;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the server knows of runs without asking any worker. */
record Listing(WorkflowClient client, boolean searchable) {

    /** Only runs of ours, not their children; the server gives the newest first. */
    List<RunSummary> list(RunFilter filter) {
        try (Stream<WorkflowExecutionMetadata> found = client.listExecutions(query(filter, searchable))) {
            return found.filter(Listing::isRun)
                    .map(this::summary)
                    .filter(filter::takes)
                    .limit(filter.limit())
                    .toList();
        }
    }

    static String query(RunFilter filter, boolean searchable) {
        List<String> terms = new ArrayList<>();
        filter.pipeline().ifPresent(name -> terms.add("WorkflowType = '%s'".formatted(name.replace("'", "\\'"))));
        if (searchable && filter.pipeline().isEmpty()) {
            terms.add(RunAttributes.PIPELINE.getName() + " IS NOT NULL");
        }
        filter.outcome()
                .ifPresent(outcome -> terms.add(
                        switch (outcome) {
                            case AT_WORK -> "ExecutionStatus = 'Running'";
                            case SUCCEEDED -> "ExecutionStatus = 'Completed'";
                            case FAILED, REJECTED -> "ExecutionStatus IN ('Failed', 'TimedOut')";
                            case CANCELLED -> "ExecutionStatus = 'Canceled'";
                            case INTERRUPTED -> "ExecutionStatus = 'Terminated'";
                        }));
        return String.join(" AND ", terms);
    }

    Optional<RunDescription> describe(String workflow) {
        try {
            WorkflowStub stub = client.newUntypedWorkflowStub(workflow);
            WorkflowExecutionMetadata found = stub.describe();
            return Optional.of(new RunDescription(
                    summary(found),
                    found.getHistoryLength(),
                    Optional.ofNullable(found.getParentExecution())
                            .map(WorkflowExecution::getWorkflowId)
                            .filter(id -> !id.isEmpty())));
        } catch (WorkflowNotFoundException e) {
            return Optional.empty();
        }
    }

    private static boolean isRun(WorkflowExecutionMetadata found) {
        boolean child = found.getParentExecution() != null
                && !found.getParentExecution().getWorkflowId().isEmpty();
        return !child && memo(found, Memos.PIPELINE).isPresent();
    }

    private RunSummary summary(WorkflowExecutionMetadata found) {
        return new RunSummary(
                found.getExecution().getWorkflowId(),
                memo(found, Memos.PIPELINE).orElse(found.getWorkflowType()),
                outcome(found),
                found.getStartTime(),
                Optional.ofNullable(found.getCloseTime()).filter(time -> time.isAfter(Instant.EPOCH)),
                memo(found, Memos.STARTED_BY).orElse(""),
                memo(found, Memos.TRIGGER).orElse(""),
                memo(found, Memos.BUILD).orElse(""),
                memo(found, Memos.DIGEST).orElse(""));
    }

    private RunOutcome outcome(WorkflowExecutionMetadata found) {
        WorkflowExecutionStatus status = found.getStatus();
        return switch (status) {
            case WORKFLOW_EXECUTION_STATUS_COMPLETED -> RunOutcome.SUCCEEDED;
            case WORKFLOW_EXECUTION_STATUS_CANCELED -> RunOutcome.CANCELLED;
            case WORKFLOW_EXECUTION_STATUS_TERMINATED -> RunOutcome.INTERRUPTED;
            case WORKFLOW_EXECUTION_STATUS_FAILED, WORKFLOW_EXECUTION_STATUS_TIMED_OUT ->
                isRejected(found) ? RunOutcome.REJECTED : RunOutcome.FAILED;
            default -> RunOutcome.AT_WORK;
        };
    }

    private boolean isRejected(WorkflowExecutionMetadata found) {
        return searchable && "rejected".equals(found.getTypedSearchAttributes().get(RunAttributes.OUTCOME));
    }

    private static Optional<String> memo(WorkflowExecutionMetadata found, String key) {
        return Optional.ofNullable(found.getMemo(key, String.class, String.class));
    }
}
