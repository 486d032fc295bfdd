package dev.penstock.server;

import io.temporal.serviceclient.WorkflowServiceStubs;
import java.net.URI;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/** An engine of any kind: they differ in what they can do and in what is to be ended with them. */
final class ConnectedEngine implements Engine {

    private static final long GRACE_SECONDS = 5;

    private final WorkflowServiceStubs stubs;
    private final String namespace;
    private final Optional<Target.Remote> remote;
    private final Function<Engine, Abilities> abilities;
    private final Optional<URI> ui;
    private final String words;
    private final Runnable end;
    private final AtomicBoolean closed = new AtomicBoolean();

    ConnectedEngine(
            WorkflowServiceStubs stubs,
            String namespace,
            Optional<Target.Remote> remote,
            Function<Engine, Abilities> abilities,
            Optional<URI> ui,
            String words,
            Runnable end) {
        this.stubs = stubs;
        this.namespace = namespace;
        this.remote = remote;
        this.abilities = abilities;
        this.ui = ui;
        this.words = words;
        this.end = end;
    }

    @Override
    public WorkflowServiceStubs stubs() {
        return stubs;
    }

    @Override
    public String namespace() {
        return namespace;
    }

    @Override
    public Optional<Target.Remote> remote() {
        return remote;
    }

    @Override
    public Abilities abilities() {
        return abilities.apply(this);
    }

    @Override
    public Optional<URI> ui() {
        return ui;
    }

    @Override
    public String words() {
        return words;
    }

    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        try {
            disconnect(stubs);
        } finally {
            end.run();
        }
    }

    static void disconnect(WorkflowServiceStubs stubs) {
        stubs.shutdown();
        if (!stubs.awaitTermination(GRACE_SECONDS, TimeUnit.SECONDS)) {
            stubs.shutdownNow();
        }
    }
}
