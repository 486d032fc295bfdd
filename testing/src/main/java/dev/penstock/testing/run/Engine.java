package dev.penstock.testing.run;

import dev.penstock.engine.Script;
import dev.penstock.function.Code;
import dev.penstock.host.Payloads;
import dev.penstock.host.WorkerHost;
import dev.penstock.host.WorkerSettings;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.runs.Runs;
import dev.penstock.server.DueTimers;
import dev.penstock.spec.Spec;
import dev.penstock.spec.Words;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.workflow.DynamicWorkflow;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server and workers in this process for one run, whose clock skips what nobody needs to wait for. */
final class Engine implements AutoCloseable {

    private final Arrangement arranged;
    private final TestWorkflowEnvironment environment;
    private final Values values;
    private final Recording recording = new Recording();
    private final List<WorkerHost> hosts = new ArrayList<>();

    Engine(Spec spec, Arrangement arranged, ClassLoader loader, Mistakes mistakes) {
        this.arranged = arranged;
        this.values = new Values(arranged.blobs);
        KnownSteps steps = KnownSteps.of(spec);
        SortedSet<String> children = steps.names(KnownStep.Work.WORKFLOW, KnownStep.Work.PIPELINE);
        children.retainAll(arranged.standIns.keySet());
        StandIns standIns = new StandIns(arranged, steps, spec.types(), loader, mistakes);
        environment = TestWorkflowEnvironment.newInstance(options(children));
        WorkerSettings settings = WorkerSettings.of(values, new Code(loader, "the test"), arranged.services)
                .listener(recording)
                .testing(this::answers, standIns)
                .more(this::register);
        SortedSet<String> queues = new TreeSet<>(steps.queues());
        queues.add(WorkerSettings.QUEUE);
        queues.forEach(queue -> hosts.add(WorkerHost.join(environment.getWorkerFactory(), settings.on(queue))));
        standInForChildren(new ChildStandIn(standIns, steps, recording, values));
        environment.start();
    }

    private void standInForChildren(ChildStandIn standIn) {
        Worker worker = environment.newWorker(ChildStandIns.QUEUE);
        worker.registerWorkflowImplementationFactory(DynamicWorkflow.class, ChildStandIn.Child::new);
        worker.registerActivitiesImplementations(standIn);
    }

    private TestEnvironmentOptions options(SortedSet<String> children) {
        TestEnvironmentOptions.Builder options = TestEnvironmentOptions.newBuilder()
                .setWorkerFactoryOptions(WorkerFactoryOptions.newBuilder()
                        .setUsingVirtualWorkflowThreads(true)
                        .setWorkerInterceptors(new ChildStandIns(children))
                        .build())
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .addGrpcClientInterceptor(new DueTimers(this::now))
                        .build())
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build());
        arranged.begin.ifPresent(options::setInitialTime);
        return options.build();
    }

    private List<Script.Scripted> answers(String step, String path) {
        return arranged.answers.getOrDefault(step, List.of());
    }

    private void register(Worker worker) {
        arranged.registrations.forEach(registration -> registration.accept(worker));
    }

    /** Runs it to its end, which takes no longer than the test is ready to wait. */
    RunEnd run(RunOrder order) {
        Runs runs = new Runs(environment.getWorkflowClient(), values, WorkerSettings.QUEUE, false);
        runs.start(order);
        arranged.meanwhile.accept(runs, order.name());
        CompletableFuture<RunEnd> end = new CompletableFuture<>();
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                end.complete(runs.result(order.name()));
            } catch (RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
        try {
            return end.get(arranged.patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            waiting.interrupt();
            throw new AssertionError(
                    "The run has not ended after %s of real time.%s"
                            .formatted(
                                    Words.of(arranged.patience),
                                    histories(order.name()).obstacles()),
                    e);
        } catch (ExecutionException e) {
            throw new AssertionError("The run cannot be waited for: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("The test was interrupted.", e);
        }
    }

    Recording recording() {
        return recording;
    }

    Histories histories(String run) {
        return new Histories(environment.getWorkflowClient(), run);
    }

    long now() {
        return environment.currentTimeMillis();
    }

    @Override
    public void close() {
        environment.close();
        hosts.forEach(WorkerHost::close);
    }
}
