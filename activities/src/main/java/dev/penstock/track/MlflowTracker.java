package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.cache.Savings;
import dev.penstock.fault.FaultException;
import dev.penstock.mlflow.DatasetInput;
import dev.penstock.mlflow.Measurement;
import dev.penstock.mlflow.RunOutline;
import dev.penstock.mlflow.RunState;
import dev.penstock.mlflow.TrackedRun;
import dev.penstock.mlflow.Tracking;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run is a run in MLflow, in the experiment of its pipeline; its steps are runs below that. */
public final class MlflowTracker implements Tracker {

    private static final Logger LOG = LoggerFactory.getLogger(MlflowTracker.class);

    /** For a run that another process is about to begin. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Tracking tracking;
    private final InstantSource clock;
    private final Optional<String> commit;
    private final BegunRuns runs = new BegunRuns(PATIENCE);
    private final ReentrantLock beginning = new ReentrantLock();

    /** @param commit that of the code which runs here, where it is known */
    public MlflowTracker(Tracking tracking, InstantSource clock, Optional<String> commit) {
        this.tracking = tracking;
        this.clock = clock;
        this.commit = commit;
    }

    @Override
    public void begin(RunNote run, JsonNode input) throws InterruptedException {
        runs.begins(run.run());
        try {
            quietly(run.run(), () -> {
                TrackedRun begun = tracking.begin(outline(run));
                runs.add(run.run(), begun);
                tracking.log(begun, Facts.parameters(input), List.of());
                tracking.inputs(begun, inputs(Facts.artifacts(input)));
                return begun;
            });
        } finally {
            runs.beginsNoLonger(run.run());
        }
    }

    private RunOutline outline(RunNote run) {
        SortedMap<String, String> tags = new TreeMap<>(Map.of(
                "penstock.run", run.run(),
                "penstock.spec", run.digest(),
                "penstock.trigger", run.trigger(),
                "mlflow.user", run.startedBy(),
                "mlflow.source.name", run.pipeline()));
        commit.ifPresent(known -> tags.put("mlflow.source.git.commit", known));
        return new RunOutline(run.pipeline(), run.run(), run.run(), Optional.empty(), tags);
    }

    @Override
    public void end(RunNote run, RunResult result) throws InterruptedException {
        quietly(run.run(), () -> {
            Optional<TrackedRun> begun = runs.find(run.run());
            TrackedRun tracked = begun.isPresent() ? begun.get() : tracking.begin(outline(run));
            tracking.log(tracked, new TreeMap<>(), measured(result));
            tracking.end(tracked, state(result.ending()));
            return true;
        });
    }

    private List<Measurement> measured(RunResult result) {
        SortedMap<String, Double> numbers = new TreeMap<>(Facts.metrics(result.output()));
        Savings savings = result.savings();
        if (savings.hits() + savings.misses() > 0) {
            numbers.put("penstock.cache.hits", (double) savings.hits());
            numbers.put("penstock.cache.misses", (double) savings.misses());
            numbers.put("penstock.cache.saved_seconds", seconds(savings.time()));
            numbers.put("penstock.cache.saved_gpu_seconds", seconds(savings.gpuTime()));
        }
        Instant now = clock.instant();
        return numbers.entrySet().stream()
                .map(each -> new Measurement(each.getKey(), each.getValue(), now, 0))
                .toList();
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1_000.0;
    }

    /** The run in MLflow that belongs to this one; one that is not tracked begins when something asks for it. */
    public TrackedRun run(String pipeline, String run) throws InterruptedException {
        Optional<TrackedRun> begun = runs.await(run, () -> tracking.find(pipeline, run));
        return begun.isPresent() ? begun.get() : own(pipeline, run);
    }

    private TrackedRun own(String pipeline, String run) throws InterruptedException {
        beginning.lockInterruptibly();
        try {
            Optional<TrackedRun> meanwhile = runs.find(run);
            if (meanwhile.isPresent()) {
                return meanwhile.get();
            }
            TrackedRun own = tracking.begin(new RunOutline(pipeline, run, run, Optional.empty(), new TreeMap<>()));
            runs.add(run, own);
            return own;
        } finally {
            beginning.unlock();
        }
    }

    @Override
    public Attempt attempt(StepNote step) throws InterruptedException {
        return quietly(step.path(), () -> begun(step)).orElseGet(Untracked::new);
    }

    private Attempt begun(StepNote step) throws InterruptedException {
        TrackedRun parent = run(step.pipeline(), step.run());
        String name = step.attempt() == 1 ? step.path() : "%s (attempt %s)".formatted(step.path(), step.attempt());
        TrackedRun run = tracking.begin(new RunOutline(
                step.pipeline(),
                "%s/%s/%s".formatted(step.run(), step.path(), step.attempt()),
                name,
                Optional.of(parent.id()),
                new TreeMap<>(Map.of(
                        "penstock.run", step.run(),
                        "penstock.step", step.path(),
                        "penstock.attempt", Integer.toString(step.attempt())))));
        ObjectNode inputs = JsonNodeFactory.instance.objectNode();
        inputs.setAll(step.inputs());
        tracking.log(run, Facts.parameters(inputs), List.of());
        tracking.inputs(run, inputs(Facts.artifacts(inputs)));
        return new StepTrack(tracking, run, clock);
    }

    private static List<DatasetInput> inputs(Map<String, Facts.Stored> artifacts) {
        return artifacts.entrySet().stream()
                .map(each -> new DatasetInput(
                        each.getKey(), each.getValue().uri(), each.getValue().digest(), "input"))
                .toList();
    }

    static RunState state(Ending ending) {
        return switch (ending) {
            case SUCCEEDED -> RunState.FINISHED;
            case FAILED -> RunState.FAILED;
            case CANCELLED -> RunState.KILLED;
        };
    }

    /** Something that asks MLflow. */
    interface Telling<T> {
        T tell() throws InterruptedException;
    }

    static <T> Optional<T> quietly(String what, Telling<T> telling) throws InterruptedException {
        try {
            return Optional.of(telling.tell());
        } catch (FaultException e) {
            LOG.warn("{} is not tracked: {}", what, e.getMessage());
            return Optional.empty();
        }
    }
}
