package dev.penstock.benchmarks.engine;

import dev.penstock.engine.Limits;
import dev.penstock.host.Payloads;
import dev.penstock.runs.RunEnd;
import dev.penstock.runs.RunOrder;
import dev.penstock.runs.Runs;
import dev.penstock.server.Engine;
import dev.penstock.server.Target;
import dev.penstock.spec.Spec;
import dev.penstock.type.JsonEncoder;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.client.WorkflowServiceException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A generated graph, run twice: in peace, and while workers and server are killed.
 *
 * @param pause between two kills, on average
 */
public record Chaos(int steps, long seed, int workerKills, int serverKills, Duration pause) {

    private static final int WORKERS = 2;
    private static final Duration SILENCE = Duration.ofSeconds(3);
    private static final Duration MOST = Duration.ofMinutes(30);

    /** What came of a run. */
    public record Run(
            RunEnd end, Effects.Left left, Duration time, int workersKilled, int serversKilled, String words) {

        @Override
        public String toString() {
            return "%s in %s s, %s workers and %s servers killed: %s executions for %s keys, %s committed; %s"
                    .formatted(
                            end instanceof RunEnd.Succeeded succeeded ? "result " + succeeded.value() : end,
                            time.toSeconds(),
                            workersKilled,
                            serversKilled,
                            left.executions(),
                            left.keys().size(),
                            left.committed(),
                            words);
        }
    }

    /** Both runs. */
    public record Outcome(Run calm, Run disturbed) {

        /** What is wrong; nothing where all is well. */
        public List<String> faults() {
            List<String> faults = new ArrayList<>();
            if (!(calm.end() instanceof RunEnd.Succeeded one)
                    || !(disturbed.end() instanceof RunEnd.Succeeded other)
                    || !one.value().equals(other.value())) {
                faults.add("the results differ");
            }
            if (!calm.left().keys().equals(disturbed.left().keys())) {
                faults.add("the effects differ: " + calm.left().differences(disturbed.left()));
            }
            if (disturbed.left().committed() != disturbed.left().keys().size()) {
                faults.add("an effect was executed and not committed");
            }
            return faults;
        }
    }

    public Outcome run() throws IOException {
        try (Ground ground = Ground.open(new Target.Dev())) {
            Spec spec = new MixedPipeline(seed, steps).toSpec();
            Run calm = run(ground, spec, "calm", List.of());
            List<Boolean> kills = new ArrayList<>(Collections.nCopies(workerKills, true));
            kills.addAll(Collections.nCopies(serverKills, false));
            Collections.shuffle(kills, new Random(seed));
            return new Outcome(calm, run(ground, spec, "disturbed", kills));
        }
    }

    private Run run(Ground ground, Spec spec, String name, List<Boolean> kills) throws IOException {
        Path effects = ground.folder().resolve(name);
        Victims victims = new Victims(ground, effects, WORKERS);
        try (Engine engine = ground.another()) {
            WorkflowClient client = engine.client(WorkflowClientOptions.newBuilder()
                    .setDataConverter(Payloads.converter())
                    .build());
            Runs runs = new Runs(client, ground.values(), OwnWorker.QUEUE, false);
            long start = System.nanoTime();
            runs.start(RunOrder.of(spec, new JsonEncoder().encode(1), name)
                    .within(Limits.usual().heartbeat(SILENCE)));
            CompletableFuture<RunEnd> end = CompletableFuture.supplyAsync(() -> patient(runs, name));
            int done = disturb(victims, kills, end);
            RunEnd ended = end.orTimeout(MOST.toSeconds(), TimeUnit.SECONDS).join();
            int workers =
                    (int) kills.stream().limit(done).filter(worker -> worker).count();
            return new Run(
                    ended,
                    Effects.Left.in(effects, name),
                    Duration.ofNanos(System.nanoTime() - start),
                    workers,
                    done - workers,
                    Histories.of(client, name).toString());
        } finally {
            victims.close();
        }
    }

    /** Kills one after the other until the run has ended; says how many were killed. */
    private int disturb(Victims victims, List<Boolean> kills, CompletableFuture<RunEnd> end) {
        Random random = new Random(seed);
        int done = 0;
        for (boolean worker : kills) {
            try {
                Thread.sleep(random.nextLong(2 * pause.toMillis()));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return done;
            }
            if (end.isDone()) {
                return done;
            }
            done++;
            if (worker) {
                victims.killWorker(random.nextInt(WORKERS));
            } else {
                victims.killServer();
            }
        }
        return done;
    }

    /** The server may be away for a moment. */
    private static RunEnd patient(Runs runs, String name) {
        while (true) {
            try {
                return runs.result(name);
            } catch (WorkflowServiceException e) {
                Processor.rest(Duration.ofMillis(300));
            }
        }
    }
}
