package dev.penstock.benchmarks.engine;

import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClient;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The histories of a run: that of its workflow, of those it continued in, and of all children. */
record Histories(int count, long events, int longest) {

    static Histories of(WorkflowClient client, String run) {
        Deque<WorkflowExecution> open = new ArrayDeque<>();
        String first = client.fetchHistory(run)
                .getEvents()
                .getFirst()
                .getWorkflowExecutionStartedEventAttributes()
                .getFirstExecutionRunId();
        open.add(execution(run, first));
        int count = 0;
        long sum = 0;
        int longest = 0;
        while (!open.isEmpty()) {
            WorkflowExecution next = open.remove();
            List<HistoryEvent> events =
                    client.fetchHistory(next.getWorkflowId(), next.getRunId()).getEvents();
            count++;
            sum += events.size();
            longest = Math.max(longest, events.size());
            for (HistoryEvent event : events) {
                if (event.hasChildWorkflowExecutionStartedEventAttributes()) {
                    open.add(event.getChildWorkflowExecutionStartedEventAttributes()
                            .getWorkflowExecution());
                } else if (event.hasWorkflowExecutionContinuedAsNewEventAttributes()) {
                    open.add(execution(
                            next.getWorkflowId(),
                            event.getWorkflowExecutionContinuedAsNewEventAttributes()
                                    .getNewExecutionRunId()));
                }
            }
        }
        return new Histories(count, sum, longest);
    }

    private static WorkflowExecution execution(String workflow, String run) {
        return WorkflowExecution.newBuilder()
                .setWorkflowId(workflow)
                .setRunId(run)
                .build();
    }

    @Override
    public String toString() {
        return "%s histories, %s events, the longest %s".formatted(count, events, longest);
    }
}
