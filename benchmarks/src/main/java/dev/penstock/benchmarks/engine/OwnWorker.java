package dev.penstock.benchmarks.engine;

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
import dev.penstock.server.Engine;
import dev.penstock.spec.Spec;
import dev.penstock.type.JsonEncoder;
import dev.penstock.value.Values;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.UUID;

/** A worker of Penstock in this process. */
final class OwnWorker implements AutoCloseable {

    static final String QUEUE = "benchmark-penstock";

    private final WorkflowClient client;
    private final WorkerHost host;
    private final Runs runs;

    OwnWorker(Engine engine, Values values, Services services) {
        client = engine.client(WorkflowClientOptions.newBuilder()
                .setDataConverter(Payloads.converter())
                .build());
        host = WorkerHost.start(client, settings(values, services));
        runs = new Runs(client, values, QUEUE, false);
    }

    static WorkerSettings settings(Values values, Services services) {
        Code code = new Code(OwnWorker.class.getClassLoader(), "the benchmarks");
        return WorkerSettings.of(values, code, services).on(QUEUE);
    }

    Contestant of(Pipeline<Integer, Integer> pipeline, int input) {
        Spec spec = pipeline.toSpec();
        JsonNode json = new JsonEncoder().encode(input);
        return () -> result(start(spec, json, Limits.usual()));
    }

    String start(Spec spec, JsonNode input, Limits limits) {
        String name = "own-%s".formatted(UUID.randomUUID());
        runs.start(RunOrder.of(spec, input, name).within(limits));
        return name;
    }

    int result(String run) {
        return switch (runs.result(run)) {
            case RunEnd.Succeeded succeeded -> succeeded.value().json().intValue();
            case RunEnd.Failed failed -> throw new IllegalStateException(failed.message());
        };
    }

    /** Nobody writes there; the end comes when the process at the other side is gone. */
    void workUntilTheEndOf(InputStream input) throws IOException {
        input.transferTo(OutputStream.nullOutputStream());
    }

    WorkflowClient client() {
        return client;
    }

    @Override
    public void close() {
        host.close();
    }
}
