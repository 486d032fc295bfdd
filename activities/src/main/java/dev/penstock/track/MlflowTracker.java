package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.fault.FaultException;
import dev.penstock.mlflow.DatasetInput;
import dev.penstock.mlflow.RunOutline;
import dev.penstock.mlflow.RunState;
import dev.penstock.mlflow.TrackedRun;
import dev.penstock.mlflow.Tracking;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run is a run in MLflow, in the experiment of its pipeline; its steps are runs below that. */
public final class MlflowTracker implements Tracker {

    private static final Logger LOG = LoggerFactory.getLogger(MlflowTracker.class);
    private static final int MOST_KNOWN = 1_000;

    private final Tracking tracking;
    private final InstantSource clock;
    private final Map<String, TrackedRun> known = new ConcurrentHashMap<>();

    public MlflowTracker(Tracking tracking, InstantSource clock) {
        this.tracking = tracking;
        this.clock = clock;
    }

    @Override
    public void begin(RunNote run, JsonNode input) throws InterruptedException {
        quietly(run.run(), () -> {
            TrackedRun begun = tracking.begin(outline(run));
            tracking.log(begun, Facts.parameters(input), List.of());
            tracking.inputs(begun, inputs(Facts.artifacts(input)));
            return begun;
        });
    }

    private static RunOutline outline(RunNote run) {
        return new RunOutline(
                run.pipeline(),
                run.run(),
                run.run(),
                Optional.empty(),
                new TreeMap<>(Map.of(
                        "penstock.run", run.run(),
                        "penstock.spec", run.digest(),
                        "penstock.trigger", run.trigger(),
                        "mlflow.user", run.startedBy(),
                        "mlflow.source.name", run.pipeline())));
    }

    @Override
    public void end(RunNote run, Ending ending) throws InterruptedException {
        quietly(run.run(), () -> {
            tracking.end(tracking.begin(outline(run)), state(ending));
            return true;
        });
        known.remove(run.run());
    }

    /** The run in MLflow that belongs to this one; only the interpreter begins it, so that it is there once. */
    public TrackedRun run(String pipeline, String run) throws InterruptedException {
        TrackedRun before = known.get(run);
        if (before != null) {
            return before;
        }
        RunOutline outline = new RunOutline(pipeline, run, run, Optional.empty(), new TreeMap<>());
        TrackedRun found = tracking.begin(outline);
        if (known.size() >= MOST_KNOWN) {
            known.clear();
        }
        known.put(run, found);
        return found;
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
