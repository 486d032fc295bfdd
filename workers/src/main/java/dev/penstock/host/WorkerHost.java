package dev.penstock.host;

import dev.penstock.engine.Library;
import dev.penstock.function.Invocation;
import dev.penstock.interpreter.Interpreter;
import io.temporal.client.WorkflowClient;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import io.temporal.workflow.DynamicWorkflow;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Runs interpreter and activities in this process until it is closed. */
public final class WorkerHost implements AutoCloseable {

    private static final Duration DRAIN = Duration.ofSeconds(30);

    private final WorkerFactory factory;
    private final Heartbeats heartbeats = new Heartbeats();
    private final Library library;
    private final Worker worker;

    private WorkerHost(WorkerFactory factory, WorkerSettings settings) {
        this.factory = factory;
        this.library = new Library(settings.values());
        this.worker = factory.newWorker(settings.queue(), options());
        register(settings);
    }

    /** Starts a worker; the client must convert data as {@link Payloads} do. */
    public static WorkerHost start(WorkflowClient client, WorkerSettings settings) {
        WorkerFactory factory = WorkerFactory.newInstance(
                client,
                WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .build());
        WorkerHost host = new WorkerHost(factory, settings);
        factory.start();
        return host;
    }

    /** Registers with a worker that somebody else starts, as test environments do. */
    public static WorkerHost join(WorkerFactory factory, WorkerSettings settings) {
        return new WorkerHost(factory, settings);
    }

    private static WorkerOptions options() {
        return WorkerOptions.newBuilder()
                .setUsingVirtualThreads(true)
                // Machines with few processors pause longer than a second now and then.
                .setDefaultDeadlockDetectionTimeout(10_000)
                .setMaxHeartbeatThrottleInterval(Heartbeats.LONGEST_PAUSE)
                .build();
    }

    private void register(WorkerSettings settings) {
        worker.registerWorkflowImplementationFactory(
                DynamicWorkflow.class, () -> new Interpreter(library, settings.listener(), settings.script()));
        Work work = new Work(
                settings.values(),
                new Invocation(settings.code(), settings.services()),
                settings.runner(),
                settings.doubles(),
                settings.tracker(),
                new StepCache(settings.caching(), settings.values(), settings.code()));
        worker.registerActivitiesImplementations(new StepActivity(work, new StoreWork(library), heartbeats));
        settings.more().accept(worker);
    }

    /** The worker itself, for those who replay histories with it. */
    public Worker worker() {
        return worker;
    }

    /** Specs that this worker knows already, so that it need not read them. */
    public Library library() {
        return library;
    }

    /** Ends at once, where the server ends with this process: then nobody is left who waits for anything. */
    public void end() {
        heartbeats.stop();
        factory.shutdownNow();
        heartbeats.close();
    }

    /** Takes no new work and lets what is at work end, for a while; then interrupts it. */
    @Override
    public void close() {
        factory.shutdown();
        factory.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        heartbeats.stop();
        factory.shutdownNow();
        heartbeats.close();
    }
}
