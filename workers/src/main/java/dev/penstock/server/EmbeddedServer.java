package dev.penstock.server;

import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import io.temporal.testserver.TestServer;
import io.temporal.testserver.TestServer.InProcessTestServer;
import java.util.Optional;

/** Starts Temporal's service inside this process. */
final class EmbeddedServer {

    static final String WORDS = "embedded: in this process, not durable";

    private static final Abilities ABILITIES = new Abilities(false, false, true, false, false);

    private EmbeddedServer() {}

    /** The words say why it is this one, where the user has not chosen it. */
    static Engine open(String words) {
        // Real time: with time skipping, an approval would time out as soon as somebody waits for the run.
        InProcessTestServer server = TestServer.createServer(true);
        WorkflowServiceStubs stubs = WorkflowServiceStubs.newServiceStubs(WorkflowServiceStubsOptions.newBuilder()
                .setChannel(server.getChannel())
                .addGrpcClientInterceptor(new DueTimers(System::currentTimeMillis))
                .validateAndBuildWithDefaults());
        Engine engine = new ConnectedEngine(
                stubs,
                ServerSettings.NAMESPACE,
                Optional.empty(),
                self -> ABILITIES,
                Optional.empty(),
                words,
                server::close);
        SearchAttributes.register(engine);
        return engine;
    }
}
