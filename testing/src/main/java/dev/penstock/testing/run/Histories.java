package dev.penstock.testing.run;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.failure.v1.Failure;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import io.temporal.common.WorkflowExecutionHistory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The histories of all workflows of a run: what continued it, and its children. */
record Histories(WorkflowClient client, String run) {

    /** A run that goes on and on in new histories must not keep the test from telling so. */
    private static final int MOST = 10_000;

    private static final int MOST_SHOWN = 100;

    List<WorkflowExecutionHistory> all() {
        return first(MOST);
    }

    private List<WorkflowExecutionHistory> first(int most) {
        List<WorkflowExecutionHistory> all = new ArrayList<>();
        Deque<WorkflowExecution> open = new ArrayDeque<>();
        open.add(WorkflowExecution.newBuilder()
                .setWorkflowId(run)
                .setRunId(client.newUntypedWorkflowStub(run).describe().getFirstRunId())
                .build());
        for (WorkflowExecution next = open.poll(); next != null && all.size() < most; next = open.poll()) {
            WorkflowExecutionHistory history = client.fetchHistory(next.getWorkflowId(), next.getRunId());
            all.add(history);
            for (HistoryEvent event : history.getEvents()) {
                follow(next, event, open);
            }
        }
        return all;
    }

    private static void follow(WorkflowExecution from, HistoryEvent event, Deque<WorkflowExecution> open) {
        if (event.hasChildWorkflowExecutionStartedEventAttributes()) {
            open.add(event.getChildWorkflowExecutionStartedEventAttributes().getWorkflowExecution());
        }
        if (event.hasWorkflowExecutionContinuedAsNewEventAttributes()) {
            open.add(from.toBuilder()
                    .setRunId(event.getWorkflowExecutionContinuedAsNewEventAttributes()
                            .getNewExecutionRunId())
                    .build());
        }
    }

    /** What keeps its workflows from going on, where that is known. */
    String obstacles() {
        StringBuilder words = new StringBuilder();
        List<WorkflowExecutionHistory> some = first(MOST_SHOWN);
        for (WorkflowExecutionHistory history : some) {
            history.getEvents().stream()
                    .filter(HistoryEvent::hasWorkflowTaskFailedEventAttributes)
                    .map(event -> event.getWorkflowTaskFailedEventAttributes().getFailure())
                    .map(failure -> failure.getMessage() + causes(failure))
                    .distinct()
                    .forEach(message -> words.append("%n%s fails again and again: %s"
                            .formatted(history.getWorkflowExecution().getWorkflowId(), message)));
        }
        if (some.size() == MOST_SHOWN) {
            words.append("%nIt has begun %s workflows and more.".formatted(MOST_SHOWN));
        }
        return words.toString();
    }

    private static String causes(Failure failure) {
        return failure.hasCause() ? ": " + failure.getCause().getMessage() + causes(failure.getCause()) : "";
    }

    Instant closed() {
        return client.newUntypedWorkflowStub(run).describe().getCloseTime();
    }
}
