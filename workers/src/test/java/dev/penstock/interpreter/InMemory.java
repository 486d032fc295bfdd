package dev.penstock.interpreter;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.engine.Limits;
import dev.penstock.flow.Pipeline;
import dev.penstock.function.Code;
import dev.penstock.function.Services;
import dev.penstock.host.Payloads;
import dev.penstock.host.WorkerHost;
import dev.penstock.host.WorkerSettings;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.runs.Runs;
import dev.penstock.spec.Spec;
import dev.penstock.store.MemoryBlobStore;
import dev.penstock.type.JsonEncoder;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.util.function.UnaryOperator;

/** A server and a worker in this process, whose clock skips what nobody needs to wait for. */
final class InMemory implements AutoCloseable {

    private final TestWorkflowEnvironment environment;
    private final WorkerHost host;
    final Runs runs;
    private int count;

    InMemory(Services services, UnaryOperator<WorkerSettings> settings) {
        environment = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(WorkflowClientOptions.newBuilder()
                        .setDataConverter(Payloads.converter())
                        .build())
                .build());
        Values values = new Values(new MemoryBlobStore());
        WorkerSettings all = settings.apply(
                WorkerSettings.of(values, new Code(InMemory.class.getClassLoader(), "the tests"), services));
        host = WorkerHost.join(environment.getWorkerFactory(), all);
        environment.start();
        runs = new Runs(environment.getWorkflowClient(), values, WorkerSettings.QUEUE, false);
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
        String name = spec.name() + "-" + count++;
        JsonNode json = new JsonEncoder().encode(input);
        runs.start(RunOrder.of(spec, json, name).within(limits));
        return name;
    }

    long events(String run) {
        return environment.getWorkflowClient().fetchHistory(run).getEvents().size();
    }

    @Override
    public void close() {
        environment.shutdownNow();
        host.close();
    }
}
