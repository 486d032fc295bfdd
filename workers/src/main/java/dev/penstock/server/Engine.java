package dev.penstock.server;

import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.net.URI;
import java.util.Optional;

/** A Temporal server that answers, and the connection to it. */
public interface Engine extends AutoCloseable {

    WorkflowServiceStubs stubs();

    String namespace();

    /** Where it is, if it is neither in this process nor the dev server of a folder. */
    Optional<Target.Remote> remote();

    /** Asks the server what it can do, so keep the answer. */
    Abilities abilities();

    /** Where people watch runs. */
    Optional<URI> ui();

    /** One line for people, such as "embedded: in this process, not durable". */
    String words();

    /** A client in this engine's namespace; data converter, identity and the rest are the caller's. */
    default WorkflowClient client(WorkflowClientOptions options) {
        return WorkflowClient.newInstance(
                stubs(),
                WorkflowClientOptions.newBuilder(options)
                        .setNamespace(namespace())
                        .build());
    }

    /**
     * Ends the connection and whatever was started for it, and waits for that; workers are to end before. A dev server
     * that is still open when the JVM exits ends together with it, so drain workers before, not in a shutdown hook.
     */
    @Override
    void close();
}
