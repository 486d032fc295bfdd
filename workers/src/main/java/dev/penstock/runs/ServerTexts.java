package dev.penstock.runs;

import dev.penstock.store.Mentions;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.enums.v1.WorkflowExecutionStatus;
import io.temporal.api.schedule.v1.ScheduleListEntry;
import io.temporal.api.workflowservice.v1.DescribeScheduleRequest;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryRequest;
import io.temporal.api.workflowservice.v1.GetWorkflowExecutionHistoryResponse;
import io.temporal.api.workflowservice.v1.ListSchedulesRequest;
import io.temporal.api.workflowservice.v1.ListSchedulesResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionMetadata;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Reads all that a server knows of every workflow in its namespace, children included, and of its schedules. */
record ServerTexts(WorkflowClient client) {

    private static final int AT_ONCE = 8;

    RememberedRuns read() {
        Mentions mentions = new Mentions();
        Set<String> unreadable = new ConcurrentSkipListSet<>();
        List<Instant> atWork = new ArrayList<>();
        Semaphore free = new Semaphore(AT_ONCE);
        List<Future<?>> all = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
                Stream<WorkflowExecutionMetadata> found = client.listExecutions("")) {
            found.forEach(each -> {
                if (isAtWork(each)) {
                    atWork.add(each.getStartTime());
                }
                free.acquireUninterruptibly();
                all.add(threads.submit(() -> {
                    try {
                        read(each, texts(each.getExecution().getWorkflowId(), mentions, unreadable));
                    } finally {
                        free.release();
                    }
                    return true;
                }));
            });
        }
        all.forEach(ServerTexts::done);
        schedules(mentions, unreadable);
        return new RememberedRuns(
                all.size(), mentions, List.copyOf(unreadable), atWork.stream().min(Comparator.naturalOrder()));
    }

    private static boolean isAtWork(WorkflowExecutionMetadata found) {
        return found.getStatus() == WorkflowExecutionStatus.WORKFLOW_EXECUTION_STATUS_RUNNING;
    }

    /** What can be read counts, whatever else of the same cannot. */
    private PayloadTexts texts(String of, Mentions mentions, Set<String> unreadable) {
        return new PayloadTexts(
                client.getOptions().getDataConverter(),
                mentions::add,
                encoding -> unreadable.add("%s (%s)".formatted(of, encoding)));
    }

    /** What they will start is in no workflow yet. */
    private void schedules(Mentions mentions, Set<String> unreadable) {
        String namespace = client.getOptions().getNamespace();
        ListSchedulesRequest.Builder request = ListSchedulesRequest.newBuilder().setNamespace(namespace);
        try {
            do {
                ListSchedulesResponse page = server().listSchedules(request.build());
                for (ScheduleListEntry entry : page.getSchedulesList()) {
                    String id = entry.getScheduleId();
                    schedule(namespace, id, texts("schedule " + id, mentions, unreadable));
                }
                request.setNextPageToken(page.getNextPageToken());
            } while (!request.getNextPageToken().isEmpty());
        } catch (StatusRuntimeException e) {
            // A server without schedules.
            if (e.getStatus().getCode() != Status.Code.UNIMPLEMENTED) {
                throw e;
            }
        }
    }

    private void schedule(String namespace, String id, PayloadTexts texts) {
        try {
            texts.in(server().describeSchedule(DescribeScheduleRequest.newBuilder()
                    .setNamespace(namespace)
                    .setScheduleId(id)
                    .build()));
        } catch (StatusRuntimeException e) {
            if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
                throw e;
            }
        }
    }

    /** With more patience than a command has that somebody waits for: to ask everything anew costs more. */
    private WorkflowServiceGrpc.WorkflowServiceBlockingStub server() {
        return client.getWorkflowServiceStubs().blockingStub().withDeadlineAfter(1, TimeUnit.MINUTES);
    }

    private static void done(Future<?> reading) {
        try {
            reading.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void read(WorkflowExecutionMetadata found, PayloadTexts texts) {
        try {
            texts.in(found.getWorkflowExecutionInfo());
            history(found.getExecution(), texts);
            if (isAtWork(found)) {
                pending(found.getExecution(), texts);
            }
        } catch (StatusRuntimeException e) {
            // The server has forgotten it since it was listed.
            if (e.getStatus().getCode() != Status.Code.NOT_FOUND) {
                throw e;
            }
        }
    }

    private void history(WorkflowExecution workflow, PayloadTexts texts) {
        GetWorkflowExecutionHistoryRequest.Builder request = GetWorkflowExecutionHistoryRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(workflow);
        do {
            GetWorkflowExecutionHistoryResponse page = server().getWorkflowExecutionHistory(request.build());
            texts.in(page.getHistory());
            request.setNextPageToken(page.getNextPageToken());
        } while (!request.getNextPageToken().isEmpty());
    }

    /** What activities at work have told last is in no event. */
    private void pending(WorkflowExecution workflow, PayloadTexts texts) {
        texts.in(server().describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                .setNamespace(client.getOptions().getNamespace())
                .setExecution(workflow)
                .build()));
    }
}
