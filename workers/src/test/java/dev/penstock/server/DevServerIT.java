package dev.penstock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.penstock.daemon.Ports;
import dev.penstock.problem.Code;
import dev.penstock.server.Target.Remote;
import io.temporal.api.workflowservice.v1.CountWorkflowExecutionsRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevServerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @TempDir
    private Path folder;

    private ServerSettings settings;

    @BeforeEach
    void choosePorts() throws IOException {
        settings = ServerSettings.in(folder).onPorts(FakePort.closed(), FakePort.closed());
    }

    @Test
    void runsAndFindsAWorkflow() throws Exception {
        try (Engine engine = open()) {
            assertThat(engine.abilities()).isEqualTo(new Abilities(true, true, true, true, true));
            assertThat(Greetings.run(engine)).isEqualTo("greeted");
            Waiting.until(PATIENCE, () -> found(engine) == 1);
            assertThat(page(engine.ui().orElseThrow().resolve("/api/v1/namespaces/default")))
                    .contains("NAMESPACE_STATE_REGISTERED");
            assertThat(engine.words()).startsWith("dev: on this machine at 127.0.0.1:" + port());
        }
    }

    @Test
    void isFast() {
        try (Engine engine = open()) {
            Greetings.run(engine);
            long start = System.nanoTime();
            Greetings.run(engine);
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .as("a timer of 10 ms, which takes a second without the flags")
                    .isLessThan(Duration.ofMillis(900));
        }
    }

    @Test
    void keepsRunsWhenItIsStartedAgain() throws Exception {
        try (Engine engine = open()) {
            Greetings.run(engine);
            Waiting.until(PATIENCE, () -> found(engine) == 1);
        }
        try (Engine engine = open()) {
            assertThat(found(engine)).isEqualTo(1);
        }
    }

    @Test
    void isSharedAndEndsWithTheLastUser() throws Exception {
        Engine first = open();
        ProcessHandle process = process();
        Engine second = Engines.open(new Target.Auto(), settings);
        assertThat(second.words()).isEqualTo(first.words());
        assertThat(process()).isEqualTo(process);

        first.close();
        assertThat(process.isAlive()).isTrue();
        assertThat(Greetings.run(second)).isEqualTo("greeted");

        second.close();
        assertThat(process.isAlive()).isFalse();
        assertThat(DevServerState.running(new DevServerFolder(folder))).isEmpty();
        assertThat(Ports.listens(port())).isFalse();
    }

    @Test
    void isStartedByAutoWhereThatIsAllowed() throws IOException {
        int unused = FakePort.closed();
        try (Engine engine = Engines.open(new Target.Auto(), settings, unused)) {
            assertThat(engine.words()).startsWith("embedded");
        }
        try (Engine engine = Engines.open(new Target.Auto(), settings.startingDevServer(), unused)) {
            assertThat(engine.words()).startsWith("dev");
        }
    }

    @Test
    void isSharedBetweenProcesses() throws Exception {
        Process forgetful = forgetful();
        Waiting.until(
                PATIENCE,
                () -> DevServerState.running(new DevServerFolder(folder)).isPresent());
        ProcessHandle process = process();
        try (Engine engine = open()) {
            assertThat(process()).isEqualTo(process);
            end(forgetful);
            assertThat(Greetings.run(engine)).isEqualTo("greeted");
        }
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void endsWithAProcessThatForgetsToCloseIt() throws Exception {
        Process forgetful = forgetful();
        Waiting.until(
                PATIENCE,
                () -> DevServerState.running(new DevServerFolder(folder)).isPresent());
        ProcessHandle process = process();
        end(forgetful);
        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void isStartedAfreshWhereItWasKilled() throws Exception {
        ProcessHandle next;
        try (Engine engine = open()) {
            ProcessHandle killed = process();
            killed.destroyForcibly();
            killed.onExit().get(10, TimeUnit.SECONDS);
            try (Engine again = open()) {
                next = process();
                assertThat(next).isNotEqualTo(killed);
                assertThat(Greetings.run(again)).isEqualTo("greeted");
            }
            assertThat(Greetings.run(engine)).isEqualTo("greeted");
        }
        assertThat(next.isAlive()).isFalse();
    }

    @Test
    void endsTooWhereTheBinaryIsAScript() throws IOException {
        Path script = Files.writeString(
                folder.resolve("temporal"),
                "#!/bin/sh\n%s \"$@\"\nexit $?\n".formatted(new TemporalCli(System.getenv()).require()));
        assertThat(script.toFile().setExecutable(true)).isTrue();
        settings = settings.withEnvironment(Map.of("PENSTOCK_TEMPORAL", script.toString()));
        try (Engine engine = open()) {
            assertThat(Greetings.run(engine)).isEqualTo("greeted");
        }
    }

    @Test
    void saysThatItsDatabaseIsDamaged() throws IOException {
        Path database = Files.writeString(folder.resolve("temporal.db"), "a shopping list, not a database");
        Refusal.of(new Target.Dev(), settings)
                .is(Code.UNREADABLE, "damaged, or not a database", "Move the file away")
                .at(database.toString());
    }

    @Test
    void knowsWhichNamespacesItHas() {
        try (Engine engine = open()) {
            Remote wrong = Remote.at(Address.local(port())).in("defautl");
            Refusal.of(wrong, settings)
                    .is(Code.UNKNOWN_NAMESPACE, "no namespace \"defautl\"", "Did you mean \"default\"?");
            assertThat(engine.namespace()).isEqualTo("default");
        }
    }

    @AfterEach
    void leavesNothingBehind() {
        assertThat(folder.resolve("server.properties")).doesNotExist();
        Waiting.until(PATIENCE, () -> !Ports.listens(port()));
    }

    private Engine open() {
        return Engines.open(new Target.Dev(), settings);
    }

    private int port() {
        return settings.port().orElseThrow();
    }

    private ProcessHandle process() {
        return DevServerState.running(new DevServerFolder(folder))
                .flatMap(DevServerState::process)
                .orElseThrow();
    }

    /** Another JVM that opens the same dev server and ends without closing it when its input ends. */
    private Process forgetful() throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Forgetful.class.getName(),
                        folder.toString(),
                        Integer.toString(port()),
                        Integer.toString(settings.uiPort().orElseThrow()))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("forgetful.log").toFile())
                .start();
    }

    private static void end(Process forgetful) throws Exception {
        forgetful.getOutputStream().close();
        assertThat(forgetful.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(forgetful.exitValue()).isZero();
    }

    private static long found(Engine engine) {
        return engine.stubs()
                .blockingStub()
                .countWorkflowExecutions(CountWorkflowExecutionsRequest.newBuilder()
                        .setNamespace(engine.namespace())
                        .setQuery("PenstockPipeline = 'iris' AND PenstockOutcome = 'succeeded' AND PenstockCost > 1"
                                + " AND ExecutionStatus = 'Completed'")
                        .build())
                .getCount();
    }

    private static String page(URI address) throws Exception {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body();
    }
}
