package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import com.google.protobuf.ByteString;
import dev.penstock.cli.artifact.Referrers;
import dev.penstock.cli.artifact.Servers;
import dev.penstock.cli.connect.Home;
import dev.penstock.examples.hello.Hello;
import dev.penstock.mlflow.Credentials;
import dev.penstock.mlflow.LocalMlflow;
import dev.penstock.mlflow.Mlflow;
import dev.penstock.mlflow.Registration;
import dev.penstock.mlflow.Registry;
import dev.penstock.mlflow.RunOutline;
import dev.penstock.mlflow.TrackedRun;
import dev.penstock.mlflow.Tracking;
import dev.penstock.server.Address;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import dev.penstock.store.Digests;
import dev.penstock.store.FileObjectStore;
import dev.penstock.store.ObjectBlobStore;
import io.temporal.api.common.v1.Payload;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DeleteWorkflowExecutionRequest;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleHandle;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.common.converter.RawValue;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What gc keeps because only a real server of Temporal, or a real MLflow, refers to it. */
final class ArtifactGcIT {

    private static final String LONG = "x".repeat(30_000);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    static Path serverFolder;

    @TempDir
    Path folder;

    private static Engine engine;
    private static String address;

    private Path store;
    private Home home;
    private Call call;

    @BeforeAll
    static void startServer() throws IOException {
        int port = freePort();
        engine = Engines.open(new Target.Dev(), ServerSettings.in(serverFolder).onPorts(port, freePort()));
        address = "127.0.0.1:" + port;
    }

    @AfterAll
    static void endServer() {
        engine.close();
    }

    @BeforeEach
    void openStore() {
        home = new Home(folder.resolve("penstock-home"));
        store = home.folder().resolve("store");
        call = Call.in(folder).with(new Hello()).env("PENSTOCK_TEMPORAL", System.getenv("PENSTOCK_TEMPORAL"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void keepsWhatOnlyAServerRefersTo() throws Exception {
        Files.writeString(
                folder.resolve("penstock.yaml"), "temporal:\n  target: %s\n  taskQueue: queue-gc\n".formatted(address));
        assertThat(call.run("run", "hello", "--name", "only-there", "--input", LONG))
                .succeeded();
        List<Path> made = contents();
        Assertions.assertThat(made).isNotEmpty();
        Assertions.assertThat(home.runs()).doesNotExist();
        awaitListed(engine, "only-there");
        age();
        assertThat(call.run("artifact", "gc", "--remove"))
                .succeeded()
                .prints("workflows, remote: " + address, "Removed: 0 contents");
        Assertions.assertThat(contents()).isEqualTo(made);

        forget("only-there");
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!contents().isEmpty()) {
            Assertions.assertThat(System.nanoTime()).as("time to forget").isLessThan(deadline);
            assertThat(call.run("artifact", "gc", "--remove")).succeeded();
        }
    }

    @Test
    @SuppressWarnings("try") // The worker works as long as it is open.
    void listsWhatARunOnAServerRefersToIfAWorkerTells() throws Exception {
        Files.writeString(
                folder.resolve("penstock.yaml"), "temporal:\n  target: %s\n  taskQueue: queue-ls\n".formatted(address));
        assertThat(call.run("run", "hello", "--name", "told", "--input", "Ada")).succeeded();
        assertThat(call.run("artifact", "ls", "told"))
                .refused("no-worker")
                .complains("No worker tells what it has done", "penstock worker");
        try (Started worker = Started.in(folder, "worker")) {
            worker.await("Ready");
            assertThat(call.run("artifact", "ls", "told")).succeeded().prints("told refers to no artifacts.");
            assertThat(call.run("artifact", "get", "told", "greet"))
                    .refused("unknown-name")
                    .complains("What this step yields has no artifact.");
        }
    }

    @Test
    void keepsWhatOnlyAServerRefersToThatWasNamedOnce() throws Exception {
        assertThat(call.run("run", "hello", "--target", address, "--name", "named-once", "--input", LONG))
                .succeeded();
        List<Path> made = contents();
        awaitListed(engine, "named-once");
        age();
        assertThat(call.run("artifact", "gc", "--remove"))
                .succeeded()
                .prints("workflows, remote: %s, namespace default".formatted(address), "Removed: 0 contents");
        Assertions.assertThat(contents()).isEqualTo(made);
        assertThat(call.run("artifact", "gc", "--remove", "--disregard-references-of", address + "/default"))
                .succeeded();
        Assertions.assertThat(contents()).isEmpty();
    }

    @Test
    void asksTheNamespaceThatIsConfiguredWhateverAVariableSays() throws Exception {
        Files.writeString(
                folder.resolve("penstock.yaml"),
                "temporal:\n  target: %s\n  namespace: default\n  taskQueue: queue-gc\n".formatted(address));
        assertThat(call.run("run", "hello", "--name", "configured", "--input", LONG))
                .succeeded();
        Files.delete(home.folder().resolve("servers"));
        List<Path> made = contents();
        awaitListed(engine, "configured");
        age();
        assertThat(call.env("PENSTOCK_TEMPORAL_NAMESPACE", "temporal-system").run("artifact", "gc", "--remove"))
                .succeeded()
                .prints("workflows, remote: %s, namespace default".formatted(address), "Removed: 0 contents");
        Assertions.assertThat(contents()).isEqualTo(made);
    }

    @Test
    void keepsWhatAWorkflowRefersToOfWhichAnotherPartCannotBeDecoded() throws Exception {
        String digest = put("told beside a secret");
        age();
        Files.writeString(folder.resolve("penstock.yaml"), "temporal:\n  target: %s\n".formatted(address));
        RawValue secret = new RawValue(Payload.newBuilder()
                .putMetadata("encoding", ByteString.copyFromUtf8("binary/secret"))
                .setData(ByteString.copyFromUtf8("hidden"))
                .build());
        engine.client(WorkflowClientOptions.getDefaultInstance())
                .newUntypedWorkflowStub(
                        "SomebodyElses",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("half-secret")
                                .setTaskQueue("nobody")
                                .build())
                .start(secret, Map.of("model", digest));
        try {
            awaitListed(engine, "half-secret");
            assertThat(call.run("artifact", "gc", "--remove"))
                    .refused("unknown-references")
                    .complains("half-secret (binary/secret)");
            assertThat(call.run("artifact", "gc", "--remove", "--disregard-references-of", "unreadable-workflows"))
                    .succeeded();
            Assertions.assertThat(path(digest)).exists();
            Assertions.assertThat(atWorkSince())
                    .hasValueSatisfying(since -> Assertions.assertThat(since)
                            .isBetween(Instant.now().minus(Duration.ofHours(1)), Instant.now()));
        } finally {
            forget("half-secret");
        }
    }

    private Optional<Instant> atWorkSince() {
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        Target.Remote server = Target.Remote.at(new Address("127.0.0.1", port));
        return new Referrers(home, Map.of(), ServerSettings.in(home.devServer()), ArtifactGcIT::python)
                .ask(new Servers(List.of(server), false, false, List.of(), false), false)
                .atWorkSince();
    }

    private static void forget(String run) {
        engine.stubs()
                .blockingStub()
                .deleteWorkflowExecution(DeleteWorkflowExecutionRequest.newBuilder()
                        .setNamespace(engine.namespace())
                        .setWorkflowExecution(WorkflowExecution.newBuilder().setWorkflowId(run))
                        .build());
    }

    @Test
    void keepsWhatAWorkflowOfOthersHasHeardOf() throws Exception {
        String digest = put("told by a signal");
        age();
        Files.writeString(folder.resolve("penstock.yaml"), "temporal:\n  target: %s\n".formatted(address));
        engine.client(WorkflowClientOptions.getDefaultInstance())
                .newUntypedWorkflowStub(
                        "SomebodyElses",
                        WorkflowOptions.newBuilder()
                                .setWorkflowId("not-begun")
                                .setTaskQueue("nobody")
                                .build())
                .signalWithStart("heard", new Object[] {Map.of("model", digest)}, new Object[] {"nothing"});
        awaitListed(engine, "not-begun");
        assertThat(call.run("artifact", "gc", "--remove")).succeeded();
        Assertions.assertThat(path(digest)).exists();
    }

    @Test
    void keepsWhatAScheduleIsToStartWith() throws Exception {
        String digest = put("for every morning");
        age();
        Files.writeString(folder.resolve("penstock.yaml"), "temporal:\n  target: %s\n".formatted(address));
        ScheduleClient schedules = ScheduleClient.newInstance(
                engine.stubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(engine.namespace())
                        .build());
        ScheduleHandle schedule = schedules.createSchedule(
                "every-morning",
                Schedule.newBuilder()
                        .setAction(ScheduleActionStartWorkflow.newBuilder()
                                .setWorkflowType("SomebodyElses")
                                .setOptions(WorkflowOptions.newBuilder()
                                        .setWorkflowId("morning")
                                        .setTaskQueue("nobody")
                                        .build())
                                .setArguments(Map.of("model", digest))
                                .build())
                        .setSpec(ScheduleSpec.newBuilder().build())
                        .build(),
                ScheduleOptions.newBuilder().build());
        awaitListed(schedules);
        assertThat(call.run("artifact", "gc", "--remove")).succeeded().prints("Removed: 0 contents");
        schedule.delete();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!contents().isEmpty()) {
            Assertions.assertThat(System.nanoTime()).as("time to forget").isLessThan(deadline);
            assertThat(call.run("artifact", "gc", "--remove")).succeeded();
        }
    }

    private static void awaitListed(ScheduleClient schedules) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (schedules.listSchedules().findAny().isEmpty()) {
            Assertions.assertThat(System.nanoTime()).as("time to be listed").isLessThan(deadline);
        }
    }

    private static void awaitListed(Engine server, String workflow) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (server.client(WorkflowClientOptions.getDefaultInstance())
                .listExecutions("WorkflowId = '%s'".formatted(workflow))
                .findAny()
                .isEmpty()) {
            Assertions.assertThat(System.nanoTime()).as("time to be listed").isLessThan(deadline);
        }
    }

    @Test
    void keepsWhatADevServerRefersToThatHasEnded() throws Exception {
        assertThat(call.run("run", "hello", "--target", "dev", "--name", "durable", "--input", LONG))
                .succeeded();
        List<Path> made = contents();
        age();
        try (Engine dev = Engines.open(new Target.Dev(), ServerSettings.in(home.devServer()))) {
            awaitListed(dev, "durable");
        }
        assertThat(call.run("artifact", "gc", "--target", "embedded", "--remove"))
                .succeeded()
                .prints("workflows, dev: on this machine", "Removed: 0 contents");
        Assertions.assertThat(contents()).isEqualTo(made);
        assertThat(call.run("artifact", "gc", "--remove", "--disregard-references-of", "dev-server"))
                .succeeded()
                .doesNotPrint("Removed: 0 contents");
        Assertions.assertThat(contents()).isEmpty();
    }

    @Test
    void keepsWhatOnlyAModelVersionRefersTo() throws Exception {
        LocalMlflow mlflow = new LocalMlflow(home.mlflow());
        String inVersion = put("named by a version");
        String inRun = put("named by the run of a version");
        String inNothing = put("named by nothing");
        try {
            register(mlflow.address(ArtifactGcIT::python, waited -> {}), inVersion, inRun);
            age();
            assertThat(call.env("PENSTOCK_TEMPORAL_TARGET", "embedded").run("artifact", "gc", "--remove"))
                    .succeeded()
                    .prints("model versions in MLflow at http://127.0.0.1", "Removed: 1 content");
            Assertions.assertThat(contents())
                    .containsExactlyInAnyOrder(path(inVersion), path(inRun))
                    .doesNotContain(path(inNothing));

            Assertions.assertThat(mlflow.stop()).isTrue();
            Referrers referrers = new Referrers(
                    home,
                    Map.of(),
                    ServerSettings.in(home.devServer()).withEnvironment(Map.of()),
                    ArtifactGcIT::python);
            Assertions.assertThat(referrers
                            .ask(new Servers(List.of(), false, false, List.of(), true), true)
                            .roots())
                    .filteredOn(roots -> roots.kind().startsWith("model versions"))
                    .singleElement()
                    .satisfies(roots -> {
                        Assertions.assertThat(roots.count()).isEqualTo(1);
                        Assertions.assertThat(roots.mentions().digests()).contains(inVersion, inRun);
                    });
        } finally {
            mlflow.stop();
        }
    }

    private void register(URI at, String inVersion, String inRun) throws Exception {
        try (Tracking tracking = new Tracking(Mlflow.at(at, new Credentials.None()))) {
            TrackedRun run = tracking.begin(new RunOutline("iris", "key", "monday", Optional.empty(), new TreeMap<>()));
            tracking.log(run, new TreeMap<>(Map.of("data", inRun)), List.of());
            Path content = Files.writeString(folder.resolve("weights"), "weights");
            new Registry(tracking)
                    .register(new Registration(
                            "flowers", "key", run, content, new TreeMap<>(Map.of("penstock.digest", inVersion))));
        }
    }

    private static Path python() {
        return Path.of(
                Optional.ofNullable(System.getenv("PENSTOCK_MLFLOW_PYTHON")).orElseThrow());
    }

    private String put(String text) {
        return new ObjectBlobStore(new FileObjectStore(store)).put(text.getBytes(StandardCharsets.UTF_8));
    }

    private Path path(String digest) {
        return store.resolve(Digests.name("sha256", digest));
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.walk(store.resolve("sha256"))) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private void age() throws IOException {
        FileTime time = FileTime.from(Instant.now().minus(Duration.ofDays(8)));
        for (Path file : contents()) {
            Files.setLastModifiedTime(file, time);
        }
    }
}
