package dev.penstock.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.contract.Asked;
import dev.penstock.fault.Fault;
import dev.penstock.flow.Done;
import dev.penstock.step.StepAttempt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class ProcessEndTest {

    /** Starts a child, and one that has left the session for its own. */
    private static final String FAMILY = """
            sleep 300 &
            setsid sleep 300 &
            while [ "$(cut -d' ' -f6 /proc/$!/stat)" != $! ]; do sleep 0.01; done
            echo '{"message": "ready"}' >> $PENSTOCK_PROGRESS
            """;

    @TempDir
    private Path temporary;

    private Bench bench;

    @BeforeEach
    void setUp() throws IOException {
        bench = new Bench(temporary);
    }

    @Test
    void endsEverythingWhenItIsInterrupted() throws Exception {
        bench.script(FAMILY + "wait");

        interruptWhenReady(Done.class);

        assertThat(survivors()).isEmpty();
    }

    @Test
    void endsWhatDoesNotEndWhenAsked() throws Exception {
        bench.script("trap '' TERM\n" + FAMILY + "while true; do sleep 300; done");

        Instant since = interruptWhenReady(Done.class);

        assertThat(survivors()).isEmpty();
        assertThat(Duration.between(since, Instant.now())).isGreaterThan(Duration.ofSeconds(2));
    }

    @Test
    void letsAStepTidyUpWhenItIsAskedToEnd() throws Exception {
        Path mark = temporary.resolve("tidied");
        bench.script("trap 'echo tidied > %s; exit 1' TERM\n".formatted(mark)
                + "echo '{\"message\": \"ready\"}' >> $PENSTOCK_PROGRESS\nwhile true; do sleep 0.05; done");

        interruptWhenReady(Done.class);

        assertThat(mark).exists();
    }

    @Test
    void endsEverythingWhenTheEngineSaysSo() throws Exception {
        bench.script(FAMILY + "wait");
        Asked asked = Asked.of(Done.class);
        StepAttempt stopping = new Stopping(asked);

        try {
            bench.runner().run(asked.task(), stopping);
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("stop");
        }

        assertThat(survivors()).isEmpty();
    }

    @Test
    void endsChildrenThatOutliveAStepThatIsDone() throws Exception {
        bench.script(FAMILY + "exit 0");

        bench.run(Asked.of(Done.class));

        assertThat(survivors()).isEmpty();
        assertThat(Files.readString(bench.log(1))).contains("2 of its processes outlived it and were ended.");
    }

    @Test
    void endsTheOrphanOfAWorkerThatDiedBeforeTheStepRunsAgain() throws Exception {
        Path head = temporary.resolve("head");
        bench.script("echo $$ > " + head + "\n" + FAMILY + "sleep 300");
        List<String> worker = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                LonelyWorker.class.getName(),
                temporary.toString());
        Process first = new ProcessBuilder(worker)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(() -> !survivors().isEmpty() && survivors().size() >= 3);
        first.destroyForcibly().waitFor();
        assertThat(survivors()).as("orphans").isNotEmpty();
        bench.script("kill -0 $(cat %s) && first=\"beside the first\"\n".formatted(head)
                + "echo \"{\\\"result\\\": \\\"runs $first\\\"}\" > $PENSTOCK_OUT/outputs.json");

        JsonNode yielded = bench.run(Asked.of(String.class));

        assertThat(yielded.textValue()).isEqualTo("runs ");
        assertThat(survivors()).isEmpty();
    }

    @Test
    void endsAllWhenItsProcessEnds() throws Exception {
        bench.script(FAMILY + "sleep 300");
        Process worker = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        LonelyWorker.class.getName(),
                        temporary.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        await(() -> survivors().size() >= 3);

        worker.destroy();
        assertThat(worker.waitFor(30, TimeUnit.SECONDS)).isTrue();

        assertThat(survivors()).isEmpty();
    }

    @Test
    void takesAGigabyteWithoutFillingDiskOrMemory() throws Exception {
        bench.script("head -c 1073741824 /dev/zero | tr '\\0' 'x'; echo; echo the end; exit 1");
        ProcessSettings settings = bench.settings().mostLogBytes(1 << 20);

        Fault fault = bench.fails(bench.runner(settings), Asked.of(Done.class));

        assertThat(fault.message()).contains("the end");
        assertThat(Files.size(bench.log(1))).isBetween(700L << 10, (1L << 20) + 200);
        assertThat(Files.readString(bench.log(1)))
                .contains("bytes are left out here")
                .endsWith("the end\n");
        assertThat(bench.log(1).resolveSibling("1.log.newer")).doesNotExist();
    }

    private Instant interruptWhenReady(Class<?> output) throws Exception {
        Asked asked = Asked.of(output);
        CompletableFuture<Void> end = new CompletableFuture<>();
        Thread attempt = Thread.ofVirtual().start(() -> {
            try {
                bench.runner().run(asked.task(), asked);
                end.complete(null);
            } catch (InterruptedException | RuntimeException e) {
                end.completeExceptionally(e);
            }
        });
        await(() -> asked.told().toString().contains("ready"));
        Instant since = Instant.now();
        attempt.interrupt();
        try {
            end.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            assertThat(e).hasCauseInstanceOf(InterruptedException.class);
        }
        assertThat(end).isCompletedExceptionally();
        return since;
    }

    /** Processes that were started with a folder of this test. */
    private List<Long> survivors() {
        return ProcessTable.all().stream()
                .filter(entry -> entry.hasVariable("PENSTOCK_OUT=" + bench.home() + "/work/iris-monday/train/1/out"))
                .map(ProcessTable.Entry::pid)
                .toList();
    }

    private static void await(java.util.function.BooleanSupplier condition) throws InterruptedException {
        Instant last = Instant.now().plusSeconds(30);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(last);
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private record Stopping(Asked asked) implements StepAttempt {
        @Override
        public String run() {
            return asked.run();
        }

        @Override
        public String path() {
            return asked.path();
        }

        @Override
        public int number() {
            return asked.number();
        }

        @Override
        public JsonNode input(String name) {
            return asked.input(name);
        }

        @Override
        public void progress(JsonNode details) {
            throw new IllegalStateException("stop");
        }
    }
}
