package dev.penstock.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Limits;
import dev.penstock.engine.RunStatus;
import dev.penstock.engine.StepState;
import dev.penstock.flow.Pipeline;
import dev.penstock.function.Code;
import dev.penstock.function.Services;
import dev.penstock.host.Payloads;
import dev.penstock.host.WorkerHost;
import dev.penstock.host.WorkerSettings;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.runs.Runs;
import dev.penstock.server.DueTimers;
import dev.penstock.spec.Spec;
import dev.penstock.store.MemoryBlobStore;
import dev.penstock.type.JsonEncoder;
import dev.penstock.value.Values;
import io.temporal.api.history.v1.HistoryEvent;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** A server and a worker in this process, whose clock skips what nobody needs to wait for. */
final class InMemory implements AutoCloseable {

    private final TestWorkflowEnvironment environment;
    private final WorkerHost host;
    final Runs runs;
    final Values values;
    private final WorkerSettings settings;
    private final List<String> started = new ArrayList<>();

    InMemory(Services services, UnaryOperator<WorkerSettings> settings) {
        this(services, new Values(new MemoryBlobStore()), settings);
    }

    InMemory(Services services, Values values, UnaryOperator<WorkerSettings> settings) {
        environment = TestWorkflowEnvironment.newInstance(options(this::now));
        this.values = values;
        this.settings = settings.apply(
                WorkerSettings.of(values, new Code(InMemory.class.getClassLoader(), "the tests"), services));
        host = WorkerHost.join(environment.getWorkerFactory(), this.settings);
        environment.start();
        runs = new Runs(environment.getWorkflowClient(), values, WorkerSettings.QUEUE, false);
    }

    private long now() {
        return environment.currentTimeMillis();
    }

    private static TestEnvironmentOptions options(LongSupplier clock) {
        return TestEnvironmentOptions.newBuilder()
                .setWorkflowServiceStubsOptions(WorkflowServiceStubsOptions.newBuilder()
                        .addGrpcClientInterceptor(new DueTimers(clock))
                        .build())
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .build();
    }

    static InMemory plain() {
        return new InMemory(Services.none(), settings -> settings);
    }

    static InMemory with(Services services) {
        return new InMemory(services, settings -> settings);
    }

    RunEnd run(Pipeline<?, ?> pipeline, Object input) {
        return run(pipeline, input, Limits.usual());
    }

    RunEnd run(Pipeline<?, ?> pipeline, Object input, Limits limits) {
        String name = start(pipeline, input, limits);
        return runs.result(name);
    }

    String start(Pipeline<?, ?> pipeline, Object input, Limits limits) {
        Spec spec = pipeline.toSpec();
        String name = spec.name() + "-" + started.size();
        JsonNode json = new JsonEncoder().encode(input);
        start(RunOrder.of(spec, json, name).within(limits));
        return name;
    }

    void start(RunOrder order) {
        started.add(order.name());
        runs.start(order);
    }

    /** Waits until the run looks like this; the clock of the workflow stands still meanwhile. */
    void until(String run, Predicate<RunStatus> reached) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!reached.test(runs.status(run))) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the run never got there: " + runs.status(run));
            }
            Thread.onSpinWait();
        }
    }

    StepState state(String run, String path) {
        return runs.status(run).steps().stream()
                .filter(step -> step.path().equals(path))
                .findFirst()
                .orElseThrow()
                .state();
    }

    WorkflowServiceStubs stubs() {
        return environment.getWorkflowServiceStubs();
    }

    String namespace() {
        return environment.getNamespace();
    }

    long events(String run) {
        return environment.getWorkflowClient().fetchHistory(run).getEvents().size();
    }

    /** Bytes of what the workflow said at the end of its most talkative task. */
    int mostSaid(String run) {
        int most = 0;
        int said = 0;
        for (HistoryEvent event :
                environment.getWorkflowClient().fetchHistory(run).getEvents()) {
            said = event.hasWorkflowTaskCompletedEventAttributes() ? 0 : said + event.getSerializedSize();
            most = event.hasActivityTaskScheduledEventAttributes()
                            || event.hasStartChildWorkflowExecutionInitiatedEventAttributes()
                    ? Math.max(most, said)
                    : most;
        }
        return most;
    }

    /** Every history that was written must be read again as it was. */
    @Override
    public void close() {
        List<WorkflowExecutionHistory> histories =
                started.stream().flatMap(run -> histories(run).stream()).toList();
        environment.close();
        host.close();
        try (TestWorkflowEnvironment other = TestWorkflowEnvironment.newInstance(options(System::currentTimeMillis))) {
            WorkerHost reader = WorkerHost.join(other.getWorkerFactory(), settings);
            histories.forEach(history -> Replay.check(history, reader.worker()));
            reader.close();
        }
    }

    private List<WorkflowExecutionHistory> histories(String workflow) {
        List<WorkflowExecutionHistory> all = new ArrayList<>();
        WorkflowExecutionHistory history = environment.getWorkflowClient().fetchHistory(workflow);
        all.add(history);
        for (HistoryEvent event : history.getEvents()) {
            if (event.hasChildWorkflowExecutionStartedEventAttributes()) {
                all.addAll(histories(event.getChildWorkflowExecutionStartedEventAttributes()
                        .getWorkflowExecution()
                        .getWorkflowId()));
            }
        }
        return all;
    }
}
