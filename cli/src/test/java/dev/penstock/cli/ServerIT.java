package dev.penstock.cli;

import static dev.penstock.cli.OutcomeAssert.assertThat;

import dev.penstock.cli.sample.Odd;
import dev.penstock.examples.hello.Hello;
import dev.penstock.server.Engine;
import dev.penstock.server.Engines;
import dev.penstock.server.ServerSettings;
import dev.penstock.server.Target;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands against a real server, some of them in processes of their own. */
@SuppressWarnings("try") // A worker works as long as it is open.
final class ServerIT {

    @TempDir
    static Path serverFolder;

    @TempDir
    Path folder;

    private static Engine engine;
    private static String address;

    private Call call;
    private String queue;

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

    /** Each test has a task queue and so workers of its own. */
    @BeforeEach
    void useTheServer() throws IOException {
        queue = "queue-" + folder.getFileName();
        Files.writeString(
                folder.resolve("penstock.yaml"),
                "temporal:\n  target: %s\n  taskQueue: %s\n".formatted(address, queue));
        call = Call.in(folder)
                .with(new Hello(), new Odd.Moody(), new Odd.Asking(), new Odd.Patient())
                .env("PENSTOCK_USER", "ada");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private Started worker(String... options) throws Exception {
        String[] args = new String[options.length + 1];
        args[0] = "worker";
        System.arraycopy(options, 0, args, 1, options.length);
        Started worker = Started.in(folder, args);
        worker.await("Ready");
        return worker;
    }

    private String name(String word) {
        return word + "-" + queue.replaceAll("[^a-z0-9]", "");
    }

    @Test
    void worksItselfWhereNobodyElseDoes() {
        String run = name("alone");
        assertThat(call.run("run", "hello", "--input", "Ada", "--name", run))
                .succeeded()
                .prints("Hello, Ada!")
                .complains("remote: " + address, "greet");
        assertThat(call.run("list", "--pipeline", "hello")).succeeded().prints(run + " hello succeeded");
        assertThat(call.run("run", "hello", "--input", "Ada", "--name", run)).refused("name-taken");
        assertThat(call.run("retry", run)).refused("nothing-failed");
        assertThat(call.run("retry", run, "--from", "greet")).succeeded().prints("Hello, Ada!");
    }

    @Test
    void leavesTheWorkToAWorkerAndEndsItGracefully() throws Exception {
        int port = freePort();
        String run = name("patient");
        Path file = folder.resolve("come");
        try (Started worker = worker("--port", Integer.toString(port))) {
            Assertions.assertThat(answer(port, "/healthz")).isEqualTo("200 alive");
            Assertions.assertThat(answer(port, "/readyz")).isEqualTo("200 ready");
            assertThat(call.run("run", "patient", "--input", file.toString(), "--name", run, "--detach"))
                    .succeeded()
                    .prints(run + " has started.");
            assertThat(call.run("run", "patient", "--input", file.toString(), "--name", run, "--detach"))
                    .succeeded()
                    .prints(run + " is at work already.");
            assertThat(call.run("run", "patient", "--input", "/other", "--name", run, "--detach"))
                    .refused("name-taken")
                    .complains("with another input");
            awaitFile(Path.of(file + ".begun"));
            worker.signal("TERM");
            worker.await("Taking no new work");
            Files.createFile(file);
            worker.await("The worker has ended.");
            Assertions.assertThat(worker.end()).isZero();
        }
        try (Started worker = worker()) {
            assertThat(call.run("watch", run)).succeeded().prints("it came");
        }
    }

    private static void awaitFile(Path file) {
        long deadline = System.nanoTime() + 30_000_000_000L;
        while (!Files.exists(file)) {
            Assertions.assertThat(System.nanoTime()).as("time to begin").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private static String answer(int port, String path) throws Exception {
        HttpResponse<String> response = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%s%s".formatted(port, path)))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        return response.statusCode() + " " + response.body().strip();
    }

    @Test
    void takesAnswersOfOthersThanTheAuthor() throws Exception {
        String run = name("asking");
        try (Started worker = worker()) {
            assertThat(call.run("run", "asking", "--input", "ship it", "--name", run, "--detach"))
                    .succeeded();
            assertThat(untilItWaits(run)).refused("refused-answer").complains("ada started the run", "--as");
            assertThat(call.run("approve", run, "approval-owner"))
                    .refused("nothing-waits")
                    .complains("Did you mean \"approval-owners\"?");
            assertThat(call.run("approve", run, "--as", "bob", "--comment", "fine"))
                    .succeeded()
                    .prints("is approved");
            assertThat(call.run("watch", run)).succeeded().prints("ship it, says bob");
            assertThat(call.run("show", run)).succeeded().prints("✓ approval-owners", "✓ by");
            assertThat(call.run("approve", run, "--as", "bob")).refused("not-at-work");
        }
    }

    private Outcome untilItWaits(String run) {
        Outcome outcome = call.run("approve", run);
        for (int i = 0; i < 100 && outcome.err().contains("nothing-waits"); i++) {
            outcome = call.run("approve", run);
        }
        return outcome;
    }

    @Test
    void rejectsAndCancels() throws Exception {
        String rejected = name("rejected");
        String cancelled = name("cancelled");
        try (Started worker = worker()) {
            call.run("run", "asking", "--input", "x", "--name", rejected, "--detach");
            call.run("run", "asking", "--input", "x", "--name", cancelled, "--detach");
            untilItWaits(rejected);
            untilItWaits(cancelled);
            assertThat(call.run("reject", rejected, "--as", "bob", "--comment", "too slow"))
                    .succeeded();
            Outcome end = call.run("watch", rejected);
            Assertions.assertThat(end.code()).as(end.toString()).isEqualTo(11);
            assertThat(end).complains("bob refused: too slow");
            assertThat(call.run("cancel", cancelled, "--reason", "wrong data")).succeeded();
            Assertions.assertThat(call.run("watch", cancelled).code()).isEqualTo(12);
            assertThat(call.run("cancel", cancelled)).refused("not-at-work");
            assertThat(call.run("list", "--outcome", "rejected")).succeeded().prints(rejected);
        }
    }

    @Test
    void goesOnWhenItsFollowerIsInterrupted() throws Exception {
        String run = name("left");
        try (Started worker = worker();
                Started follower = Started.in(folder, "run", "asking", "--input", "x", "--name", run)) {
            follower.await("approval-owners");
            follower.signal("INT");
            follower.await("goes on; follow it with: penstock watch " + run);
            Assertions.assertThat(follower.end()).isEqualTo(130);
            assertThat(call.run("approve", run, "--as", "bob")).succeeded();
            assertThat(call.run("watch", run)).succeeded();
        }
    }

    @Test
    void startsNothingThatNobodyCouldDo() throws Exception {
        String run = name("nobody");
        lostHello();
        assertThat(call.run("run", "lost.json", "--input", "x", "--name", run))
                .refused("no-worker", "missing-code")
                .complains("No worker is there");
        assertThat(call.run("run", "hello", "--name", run, "--detach")).refused("no-worker");
        assertThat(call.run("show", run)).refused("unknown-run");
    }

    @Test
    void saysWhatTheCodeOfAWorkerLacks() throws Exception {
        String run = name("lost");
        lostHello();
        try (Started worker = worker()) {
            Outcome outcome = call.run("run", "lost.json", "--input", "x", "--name", run);
            Assertions.assertThat(outcome.code()).as(outcome.toString()).isEqualTo(10);
            assertThat(outcome)
                    .complains("The class dev.penstock.gone.Hello", "is not in this worker", "penstock retry");
        }
    }

    private void lostHello() throws IOException {
        assertThat(call.run("plan", "hello", "--write-spec", "lost.json")).succeeded();
        Path spec = folder.resolve("lost.json");
        Files.writeString(spec, Files.readString(spec).replace("examples.hello.Hello\"", "gone.Hello\""));
    }

    @Test
    void saysWhichNamespacesThereAre() {
        assertThat(call.run("run", "hello", "--namespace", "defualt"))
                .refused("unknown-namespace")
                .complains("Did you mean \"default\"?");
    }

    @Test
    void isLookedAfterByTheDoctor() {
        assertThat(call.run("doctor"))
                .succeeded()
                .prints("✓ The server answers", "✓ The search attributes of runs are there", "penstock worker");
    }
}
