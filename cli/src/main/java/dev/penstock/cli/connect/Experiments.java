package dev.penstock.cli.connect;

import dev.penstock.cli.profile.MlflowPlace;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.function.Services;
import dev.penstock.mlflow.Credentials;
import dev.penstock.mlflow.LocalMlflow;
import dev.penstock.mlflow.Mlflow;
import dev.penstock.mlflow.TrackedRun;
import dev.penstock.mlflow.Tracking;
import dev.penstock.model.ModelRegistry;
import dev.penstock.store.ArtifactStore;
import dev.penstock.track.LateTracker;
import dev.penstock.track.MlflowModels;
import dev.penstock.track.MlflowTracker;
import dev.penstock.track.Tracker;
import dev.penstock.track.TrackerAside;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** MLflow as the runs of this process use it; a server of this machine is started when somebody first needs it. */
public final class Experiments implements AutoCloseable {

    /** What steps have told when the process is to end. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    private final MlflowPlace place;
    private final Home home;
    private final Map<String, String> environment;
    private final Optional<String> commit;
    private final Function<Consumer<String>, Path> python;
    private final TrackerAside tracker =
            new TrackerAside(new LateTracker(() -> open(waited -> {}).tracker()));
    private final ReentrantLock opening = new ReentrantLock();
    private volatile @Nullable Opened opened;

    /**
     * @param commit that of the code which runs here, where it is known
     * @param python makes an interpreter that has MLflow, and tells what it waits for
     */
    public Experiments(
            MlflowPlace place,
            Home home,
            Map<String, String> environment,
            Optional<String> commit,
            Function<Consumer<String>, Path> python) {
        this.place = place;
        this.home = home;
        this.environment = environment;
        this.commit = commit;
        this.python = python;
    }

    /** The server that answers, and who tells it what. */
    private record Opened(Tracking tracking, MlflowTracker tracker) {}

    /** Whether runs of a pipeline are tracked. */
    public boolean track(boolean hasContainers) {
        return switch (place) {
            case MlflowPlace.Server server -> true;
            case MlflowPlace.ThisMachine here -> true;
            case MlflowPlace.Nowhere nowhere -> false;
            case MlflowPlace.Usual usual -> hasContainers;
        };
    }

    /** Finds the server, or starts the one of this machine, and tells where it is. */
    public URI prepare(Consumer<String> progress) {
        return open(progress).tracking().mlflow().address();
    }

    /** Makes ready for a run, in the background, what takes a moment even where the server is there. */
    public void warm(String pipeline) {
        Thread.ofVirtual().name("penstock-warm").start(() -> {
            try {
                if (isThere()) {
                    open(waited -> {}).tracking().warm(pipeline);
                }
            } catch (FaultException e) {
                // Whoever needs it hears of it.
                return;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    private boolean isThere() {
        return switch (place) {
            case MlflowPlace.Server server -> true;
            case MlflowPlace.ThisMachine here ->
                new LocalMlflow(home.mlflow()).running().isPresent();
            case MlflowPlace.Usual usual ->
                new LocalMlflow(home.mlflow()).running().isPresent();
            case MlflowPlace.Nowhere nowhere -> false;
        };
    }

    /** Where a person sees the run, if it is tracked. */
    public Optional<URI> page(String pipeline, String run) {
        Opened there = opened;
        if (there == null) {
            return Optional.empty();
        }
        try {
            TrackedRun tracked = there.tracker().run(pipeline, run);
            return Optional.of(there.tracking().mlflow().page(tracked.experiment(), tracked.id()));
        } catch (FaultException e) {
            // The server was there when the run began; that it is gone was said to whoever needed it.
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Many steps may come at once, and the first may take minutes to start a server: no monitor, which pins threads. */
    private Opened open(Consumer<String> progress) {
        opening.lock();
        try {
            Opened before = opened;
            return before != null ? before : opened(progress);
        } finally {
            opening.unlock();
        }
    }

    private Opened opened(Consumer<String> progress) {
        Tracking tracking = new Tracking(Mlflow.at(server(progress), Credentials.of(environment)));
        Opened now = new Opened(tracking, new MlflowTracker(tracking, InstantSource.system(), commit));
        opened = now;
        return now;
    }

    private URI server(Consumer<String> progress) {
        return switch (place) {
            case MlflowPlace.Server(URI address) -> address;
            case MlflowPlace.ThisMachine here -> local(progress);
            case MlflowPlace.Usual usual -> local(progress);
            case MlflowPlace.Nowhere nowhere ->
                throw new FaultException(Fault.lasting(
                        FaultKind.PLATFORM,
                        "This worker has no MLflow.",
                        "Name a server, in %s or as mlflow in penstock.yaml.".formatted(MlflowPlace.VARIABLE)));
        };
    }

    private URI local(Consumer<String> progress) {
        return new LocalMlflow(home.mlflow()).address(() -> python.apply(progress), progress);
    }

    public Tracker tracker() {
        return tracker;
    }

    /** With a registry of models for those who ask for one. */
    public Services with(Services services, ArtifactStore artifacts) {
        if (place instanceof MlflowPlace.Nowhere) {
            return services;
        }
        return services.withEach(ModelRegistry.class, call -> {
            Opened there = open(waited -> {});
            return new MlflowModels(there.tracker(), there.tracking(), artifacts, call);
        });
    }

    @Override
    public void close() {
        try {
            tracker.settle(LAST_PATIENCE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Opened there = opened;
        if (there != null) {
            there.tracking().close();
        }
    }
}
