package dev.penstock.cli.connect;

import dev.penstock.cache.Explanations;
import dev.penstock.cache.Savings;
import dev.penstock.cli.profile.TemporalSettings;
import dev.penstock.engine.Listener;
import dev.penstock.host.Caching;
import dev.penstock.host.Payloads;
import dev.penstock.host.WorkerHost;
import dev.penstock.host.WorkerSettings;
import dev.penstock.process.ProgressListener;
import dev.penstock.record.RunRecords;
import dev.penstock.runs.Retries;
import dev.penstock.runs.Runs;
import dev.penstock.server.Abilities;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.Artifacts;
import dev.penstock.store.ObjectBlobStore;
import dev.penstock.store.ObjectStore;
import dev.penstock.value.Values;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.TaskQueueType;
import io.temporal.api.taskqueue.v1.TaskQueue;
import io.temporal.api.workflowservice.v1.DescribeTaskQueueRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A server that answers, and what this process does there. */
public final class Connection implements AutoCloseable {

    /** A worker asks for work at least once in this time. */
    private static final Duration SILENCE = Duration.ofSeconds(75);

    private final Engine engine;
    private final Abilities abilities;
    private final WorkflowClient client;
    private final ObjectStore objects;
    private final Values values;
    private final RunRecords records;
    private final String queue;
    private final Runs runs;

    private Connection(Engine engine, Home home, ObjectStore objects, String queue, boolean lasting) {
        this.engine = engine;
        this.objects = objects;
        this.abilities = engine.abilities();
        this.queue = queue;
        this.values = new Values(new ObjectBlobStore(objects));
        this.records = new RunRecords(home.runs());
        this.client = engine.client(WorkflowClientOptions.newBuilder()
                .setDataConverter(Payloads.converter())
                .setIdentity(Identity.own(lasting).toString())
                .build());
        this.runs = new Runs(client, values, queue, abilities.searchable());
    }

    /** To run there. */
    public static Connection open(TemporalSettings settings, Home home) {
        return noted(toLookAt(settings, home), home);
    }

    /** To a server on which nothing is to run yet. */
    public static Connection toLookAt(TemporalSettings settings, Home home) {
        return of(Engines.open(settings.target(), settings.server(home.devServer())), settings, home, false);
    }

    /** For a process that works until it is told to end. */
    public static Connection ofWorker(TemporalSettings settings, Home home) {
        Engine engine = Engines.open(settings.target(), settings.server(home.devServer()));
        return noted(of(engine, settings, home, true), home);
    }

    /** So that whoever looks for garbage later asks this server too. */
    private static Connection noted(Connection connection, Home home) {
        try {
            connection.engine().remote().ifPresent(home.servers()::note);
            return connection;
        } catch (RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    /** To a server that outlives this process, if there is one. */
    public static Optional<Connection> existing(TemporalSettings settings, Home home) {
        return Engines.existing(settings.target(), settings.server(home.devServer()))
                .map(engine -> of(engine, settings, home, false));
    }

    private static Connection of(Engine engine, TemporalSettings settings, Home home, boolean lasting) {
        try {
            ObjectStore objects = home.objects(settings.environment());
            return new Connection(engine, home, objects, settings.taskQueue(), lasting);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    public Engine engine() {
        return engine;
    }

    public Abilities abilities() {
        return abilities;
    }

    public String queue() {
        return queue;
    }

    public Values values() {
        return values;
    }

    public ArtifactStore artifacts() {
        return new Artifacts(objects);
    }

    /** What the cache did for a run that began then. */
    public Savings savings(String run, Instant began) {
        return new Explanations(objects).savings(run, began);
    }

    public Runs runs() {
        return runs;
    }

    public RunRecords records() {
        return records;
    }

    public Retries retries() {
        return new Retries(runs, records, values);
    }

    /** Whether runs here end with this process, so that only their records are left. */
    public boolean leavesOnlyRecords() {
        return !abilities.durable();
    }

    /** Where a person sees the run. */
    public Optional<URI> page(String run) {
        return engine.ui()
                .map(ui -> URI.create("%s/namespaces/%s/workflows/%s"
                        .formatted(ui.toString().replaceFirst("/+$", ""), engine.namespace(), run)));
    }

    /** Whether a worker is there that does not end with a run of its own. */
    public boolean hasWorkers() {
        return abilities.durable() && asksForWork(Identity::isLasting);
    }

    /** Whether anybody works for runs at the moment. */
    public boolean hasHelp() {
        return abilities.durable() && asksForWork(identity -> true);
    }

    private boolean asksForWork(Predicate<String> counts) {
        Instant since = Instant.now().minus(SILENCE);
        return engine
                .stubs()
                .blockingStub()
                .describeTaskQueue(DescribeTaskQueueRequest.newBuilder()
                        .setNamespace(engine.namespace())
                        .setTaskQueue(TaskQueue.newBuilder().setName(queue))
                        .setTaskQueueType(TaskQueueType.TASK_QUEUE_TYPE_WORKFLOW)
                        .build())
                .getPollersList()
                .stream()
                .filter(poller -> counts.test(poller.getIdentity()) && Identity.isThere(poller.getIdentity()))
                .anyMatch(poller -> Instant.ofEpochSecond(
                                poller.getLastAccessTime().getSeconds())
                        .isAfter(since));
    }

    /** Whether the server answers at the moment. */
    public boolean answers() {
        try {
            engine.stubs()
                    .blockingStub()
                    .withDeadlineAfter(2, TimeUnit.SECONDS)
                    .getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    /** Works in this process until the host is closed. */
    public WorkerHost work(Tools tools, Listener listener, ProgressListener progress) {
        WorkerSettings settings = WorkerSettings.of(values, tools.code(), tools.allServices())
                .on(queue)
                .listener(listener)
                .caching(Caching.on(engine, objects, tools.images()))
                .tracker(tools.experiments().tracker())
                .more(tools.registration());
        return WorkerHost.start(
                client, tools.runner(progress).map(settings::runner).orElse(settings));
    }

    @Override
    public void close() {
        engine.close();
        objects.close();
    }
}
