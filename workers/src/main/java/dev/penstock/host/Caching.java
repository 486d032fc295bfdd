package dev.penstock.host;

import dev.penstock.cache.LocalProcesses;
import dev.penstock.cache.Owners;
import dev.penstock.server.Engine;
import dev.penstock.step.ContextDigests;
import dev.penstock.store.ArtifactStore;
import dev.penstock.store.Artifacts;
import dev.penstock.store.ObjectStore;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;

/**
 * What lets a worker give results that are there already.
 *
 * @param server names what runs the workflows, among all that share the store
 */
public record Caching(
        ObjectStore objects, ArtifactStore artifacts, ContextDigests contexts, Owners owners, String server) {

    /** Asks the server about the owners of other processes, where it outlives its workers. */
    public static Caching on(Engine engine, ObjectStore objects, ContextDigests contexts) {
        boolean durable = engine.abilities().durable();
        String server = durable ? id(engine) : "embedded";
        Owners others = durable ? new TemporalOwners(engine.stubs(), engine.namespace(), server) : owner -> true;
        return new Caching(objects, new Artifacts(objects), contexts, new LocalProcesses(others), server);
    }

    /** That of the namespace, since one server has many addresses; its address where we may not ask for it. */
    private static String id(Engine engine) {
        try {
            return engine.stubs()
                    .blockingStub()
                    .describeNamespace(DescribeNamespaceRequest.newBuilder()
                            .setNamespace(engine.namespace())
                            .build())
                    .getNamespaceInfo()
                    .getId();
        } catch (StatusRuntimeException e) {
            return "%s in %s".formatted(engine.stubs().getOptions().getTarget(), engine.namespace());
        }
    }
}
