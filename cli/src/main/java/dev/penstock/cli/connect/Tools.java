package dev.penstock.cli.connect;

import dev.penstock.function.Code;
import dev.penstock.function.Invocation;
import dev.penstock.function.Services;
import dev.penstock.process.BuildContexts;
import dev.penstock.process.Contexts;
import dev.penstock.process.ProcessRunner;
import dev.penstock.process.ProcessSettings;
import dev.penstock.process.ProgressListener;
import dev.penstock.spec.PipelineSpec;
import dev.penstock.step.ContextDigests;
import dev.penstock.store.ArtifactStore;
import io.temporal.worker.Worker;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the worker of this process has to work with.
 *
 * @param build appears in messages about code that is not there
 * @param workflows implementations of the application's own workflows
 * @param activities implementations of the application's own activities
 * @param processes how containers run as processes of this machine, if they do
 * @param artifacts where the files of steps are
 */
public record Tools(
        ClassLoader loader,
        String build,
        Services services,
        List<Class<?>> workflows,
        List<Object> activities,
        Optional<ProcessSettings> processes,
        ArtifactStore artifacts,
        Experiments experiments)
        implements AutoCloseable {

    public Tools {
        workflows = List.copyOf(workflows);
        activities = List.copyOf(activities);
    }

    Code code() {
        return new Code(loader, build);
    }

    Consumer<Worker> registration() {
        return worker -> {
            workflows.forEach(worker::registerWorkflowImplementationTypes);
            activities.forEach(worker::registerActivitiesImplementations);
        };
    }

    /** An invocation that can tell what is missing, too. */
    Invocation invocation() {
        return new Invocation(code(), allServices());
    }

    Services allServices() {
        return experiments.with(services, artifacts);
    }

    /** Whether runs of the pipeline are tracked here. */
    public boolean tracks(PipelineSpec pipeline) {
        return experiments.track(processes.isPresent() && Containers.areIn(pipeline));
    }

    /** Tells images apart by what is in them. */
    ContextDigests images() {
        return processes
                .<ContextDigests>map(settings -> new BuildContexts(new Contexts(settings)))
                .orElseGet(ContextDigests::pinned);
    }

    Optional<ProcessRunner> runner(ProgressListener listener) {
        return processes.map(settings -> new ProcessRunner(settings, artifacts, listener));
    }

    @Override
    public void close() {
        experiments.close();
    }
}
