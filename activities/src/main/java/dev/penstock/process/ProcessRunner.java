package dev.penstock.process;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.fault.Fault;
import dev.penstock.fault.FaultException;
import dev.penstock.flow.FaultKind;
import dev.penstock.room.Room;
import dev.penstock.step.StepAttempt;
import dev.penstock.step.StepRunner;
import dev.penstock.step.StepTask;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.BlobException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs containers as processes of this machine. */
public final class ProcessRunner implements StepRunner {

    private final ProcessSettings settings;
    private final ArtifactStore store;
    private final ProgressListener listener;
    private final Contexts contexts;
    private final Pythons pythons;
    private final Environments environments;
    private final Running running;
    private final Room room;

    public ProcessRunner(ProcessSettings settings, ArtifactStore store, ProgressListener listener) {
        this.settings = settings;
        this.store = store;
        this.listener = listener;
        this.contexts = new Contexts(settings);
        this.pythons = new Pythons(settings);
        this.environments = new Environments(settings);
        this.running = new Running(settings.grace());
        this.room = new Room(settings.room());
    }

    ProcessSettings settings() {
        return settings;
    }

    ArtifactStore store() {
        return store;
    }

    ProgressListener listener() {
        return listener;
    }

    Contexts contexts() {
        return contexts;
    }

    Pythons pythons() {
        return pythons;
    }

    Environments environments() {
        return environments;
    }

    Running running() {
        return running;
    }

    Room room() {
        return room;
    }

    /** The Python of the environment of an image, which is built where it is not there; tells what it waits for. */
    public Path python(String image, Consumer<String> tell) throws InterruptedException {
        try {
            Context context = contexts.find(image);
            return environments.of(context, pythons.find(image), tell).python();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /** The build context of an image; a {@link FaultException} where there is none. */
    public Context context(String image) {
        try {
            return contexts.find(image);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    @Override
    public JsonNode run(StepTask task, StepAttempt attempt) throws InterruptedException {
        return switch (task) {
            case StepTask.ContainerTask container -> run(container, attempt);
            case StepTask.ResourceTask resource ->
                throw new FaultException(Fault.lasting(
                        FaultKind.PLATFORM,
                        "%s is a Kubernetes resource, which cannot run as a process.".formatted(attempt.path()),
                        "Choose a profile with \"runner: kubernetes\"."));
        };
    }

    private JsonNode run(StepTask.ContainerTask task, StepAttempt attempt) throws InterruptedException {
        try {
            return new ContainerAttempt(this, task, attempt).run();
        } catch (ClosedByInterruptException e) {
            throw interrupted(e);
        } catch (UncheckedIOException e) {
            throw failed(new IOException(e.getMessage(), e.getCause()));
        } catch (BlobException e) {
            Optional<Fault> full = DiskFault.of(e, settings.home());
            throw full.isPresent() ? new FaultException(full.get(), e) : e;
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private static InterruptedException interrupted(IOException e) {
        InterruptedException interrupted = new InterruptedException();
        interrupted.initCause(e);
        return interrupted;
    }

    private FaultException failed(IOException e) {
        return new FaultException(DiskFault.of(e, settings.home()), e);
    }
}
