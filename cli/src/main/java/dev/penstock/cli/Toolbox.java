package dev.penstock.cli;

import dev.penstock.cli.connect.Experiments;
import dev.penstock.cli.connect.Home;
import dev.penstock.cli.connect.Loaders;
import dev.penstock.cli.connect.SourceCommit;
import dev.penstock.cli.connect.Tools;
import dev.penstock.cli.find.Target;
import dev.penstock.cli.profile.RunPlace;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.function.CallContext;
import dev.penstock.function.Services;
import dev.penstock.process.ProcessRunner;
import dev.penstock.process.ProcessSettings;
import dev.penstock.process.ProgressListener;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.Artifacts;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts together what a worker in this process has. */
final class Toolbox {

    /** The folder here in which build contexts are looked for first. */
    private static final String CONTAINERS = "containers";

    private static final String MLFLOW = "penstock/mlflow";

    private Toolbox() {}

    static Tools of(Shell shell, RunPlace place, List<Target> targets) {
        Application application = shell.application();
        List<ClassLoader> loaders = Stream.concat(
                        targets.stream()
                                .map(Target::pipeline)
                                .flatMap(Optional::stream)
                                .map(pipeline -> pipeline.getClass().getClassLoader()),
                        Stream.of(Toolbox.class.getClassLoader()))
                .toList();
        Services services = Services.none();
        for (Map.Entry<Class<?>, Function<CallContext, ?>> service :
                application.services().entrySet()) {
            services = with(services, service.getKey(), service.getValue());
        }
        String build = targets.stream().map(Target::origin).distinct().collect(Collectors.joining(", "));
        ClassLoader loader = Loaders.of(loaders);
        Home home = shell.home();
        ArtifactStore artifacts = new Artifacts(home.objects(shell.environment()));
        ProcessSettings processes = processes(shell, loader).room(place.room());
        Experiments experiments = new Experiments(
                place.mlflow(),
                home,
                shell.environment(),
                commit(targets, shell.environment()),
                tell -> mlflow(processes, artifacts, tell));
        return new Tools(
                loader,
                build,
                services,
                application.workflows(),
                application.activities(),
                place.cluster() ? Optional.empty() : Optional.of(processes),
                artifacts,
                experiments);
    }

    private static Optional<String> commit(List<Target> targets, Map<String, String> environment) {
        return targets.stream()
                .map(Target::pipeline)
                .flatMap(Optional::stream)
                .findFirst()
                .flatMap(pipeline -> SourceCommit.of(pipeline.getClass(), environment));
    }

    private static ProcessSettings processes(Shell shell, ClassLoader loader) {
        return ProcessSettings.of(
                shell.home().folder(), List.of(shell.directory().resolve(CONTAINERS)), loader, shell.environment());
    }

    /** An interpreter that has MLflow, which is made where it is not there yet. */
    static Path mlflow(Shell shell, ArtifactStore artifacts) {
        return mlflow(processes(shell, Toolbox.class.getClassLoader()), artifacts, waited -> {});
    }

    private static Path mlflow(ProcessSettings processes, ArtifactStore artifacts, Consumer<String> tell) {
        try {
            return new ProcessRunner(processes, artifacts, ProgressListener.none()).python(MLFLOW, tell);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FaultException(Fault.of(FaultKind.CANCELLED, "It was interrupted."), e);
        }
    }

    private static <S> Services with(Services services, Class<S> service, Function<CallContext, ?> implementation) {
        return services.withEach(service, context -> service.cast(implementation.apply(context)));
    }
}
