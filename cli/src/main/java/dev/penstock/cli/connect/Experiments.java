package dev.penstock.cli.connect;

import dev.penstock.cli.profile.MlflowPlace;
import dev.penstock.function.Services;
import dev.penstock.mlflow.Credentials;
import dev.penstock.mlflow.LocalMlflow;
import dev.penstock.mlflow.Mlflow;
import dev.penstock.mlflow.Tracking;
import dev.penstock.model.ModelRegistry;
import dev.penstock.store.ArtifactStore;
import dev.penstock.track.MlflowModels;
import dev.penstock.track.MlflowTracker;
import dev.penstock.track.Tracker;
import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** MLflow as the runs of this process use it. */
public final class Experiments implements AutoCloseable {

    private final Tracking tracking;
    private final MlflowTracker tracker;

    private Experiments(Mlflow mlflow) {
        this.tracking = new Tracking(mlflow);
        this.tracker = new MlflowTracker(tracking, InstantSource.system());
    }

    /**
     * Finds the server, or starts the one of this machine.
     *
     * @param containersHere whether containers run on this machine in what is to be tracked
     * @param python an interpreter that has MLflow
     * @param progress is told what is waited for
     */
    public static Optional<Experiments> open(
            MlflowPlace place,
            boolean containersHere,
            Home home,
            Map<String, String> environment,
            Supplier<Path> python,
            Consumer<String> progress) {
        Optional<URI> address = switch (place) {
            case MlflowPlace.Server(URI server) -> Optional.of(server);
            case MlflowPlace.ThisMachine here -> Optional.of(local(home, python, progress));
            case MlflowPlace.Nowhere nowhere -> Optional.empty();
            case MlflowPlace.Usual usual ->
                containersHere ? Optional.of(local(home, python, progress)) : Optional.empty();
        };
        return address.map(server -> new Experiments(Mlflow.at(server, Credentials.of(environment))));
    }

    private static URI local(Home home, Supplier<Path> python, Consumer<String> progress) {
        return new LocalMlflow(home.mlflow()).address(python, progress);
    }

    public URI address() {
        return tracking.mlflow().address();
    }

    public Tracker tracker() {
        return tracker;
    }

    /** With a registry of models for those who ask for one. */
    public Services with(Services services, ArtifactStore artifacts) {
        return services.withEach(ModelRegistry.class, call -> new MlflowModels(tracker, tracking, artifacts, call));
    }

    @Override
    public void close() {
        tracking.close();
    }
}
