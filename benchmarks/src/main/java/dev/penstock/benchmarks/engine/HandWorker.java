package dev.penstock.benchmarks.engine;

import dev.penstock.server.Engine;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.util.UUID;

/** A worker of the steps written by hand, with the options that Penstock's worker has. */
final class HandWorker implements AutoCloseable {

    private static final String QUEUE = "benchmark-by-hand";

    private final WorkflowClient client;
    private final WorkerFactory factory;

    HandWorker(Engine engine) {
        client = engine.client(WorkflowClientOptions.getDefaultInstance());
        factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .build());
        Worker worker = factory.newWorker(
                QUEUE,
                WorkerOptions.newBuilder()
                        .setUsingVirtualThreads(true)
                        .setDefaultDeadlockDetectionTimeout(10_000)
                        .build());
        worker.registerWorkflowImplementationTypes(
                ByHand.ChainOfActivities.class,
                ByHand.ChainOfLocalActivities.class,
                ByHand.FanOfActivities.class,
                ByHand.FanOfLocalActivities.class);
        worker.registerActivitiesImplementations(new Numbers.Plain());
        factory.start();
    }

    Contestant chain(int steps) {
        return () -> client.newWorkflowStub(ByHand.Chain.class, options()).run(steps);
    }

    Contestant localChain(int steps) {
        return () -> client.newWorkflowStub(ByHand.LocalChain.class, options()).run(steps);
    }

    Contestant fan(int steps) {
        return () -> client.newWorkflowStub(ByHand.Fan.class, options()).run(steps);
    }

    Contestant localFan(int steps) {
        return () -> client.newWorkflowStub(ByHand.LocalFan.class, options()).run(steps);
    }

    private static WorkflowOptions options() {
        return WorkflowOptions.newBuilder()
                .setTaskQueue(QUEUE)
                .setWorkflowId("by-hand-%s".formatted(UUID.randomUUID()))
                .build();
    }

    @Override
    public void close() {
        factory.shutdownNow();
    }
}
