package dev.penstock.server;

import dev.penstock.problem.Code;
import dev.penstock.problem.InvalidInputException;
import dev.penstock.server.Target.Remote;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.ListNamespacesRequest;
import io.temporal.api.workflowservice.v1.ListWorkerDeploymentsRequest;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceBlockingStub;
import io.temporal.serviceclient.WorkflowServiceStubs;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Connects to a server that runs elsewhere, or says why that cannot be done. */
final class RemoteServer {

    private final Remote remote;
    private final Duration patience;
    private final WorkflowServiceStubs stubs;

    private RemoteServer(Remote remote, Duration patience, Map<String, String> environment) {
        this.remote = remote;
        this.patience = patience;
        this.stubs = WorkflowServiceStubs.newServiceStubs(options(remote, environment));
    }

    /** One that others run. */
    static Engine open(Remote remote, ServerSettings settings, Optional<URI> ui) {
        RemoteServer server = connect(remote, settings);
        String words = "remote: %s, namespace %s".formatted(remote.address(), remote.namespace());
        return new ConnectedEngine(
                server.stubs, remote.namespace(), Optional.of(remote), server::abilities, ui, words, () -> {});
    }

    /** The dev server of a folder. */
    static Engine openOwn(Remote remote, ServerSettings settings, URI ui, String words, Runnable end) {
        RemoteServer server = connect(remote, settings);
        return new ConnectedEngine(
                server.stubs, remote.namespace(), Optional.empty(), server::abilities, Optional.of(ui), words, end);
    }

    private static RemoteServer connect(Remote remote, ServerSettings settings) {
        RemoteServer server = new RemoteServer(remote, settings.patience(), settings.environment());
        try {
            server.greet();
        } catch (RuntimeException e) {
            server.stubs.shutdownNow();
            throw e;
        }
        return server;
    }

    private static WorkflowServiceStubsOptions options(Remote remote, Map<String, String> environment) {
        WorkflowServiceStubsOptions.Builder options = WorkflowServiceStubsOptions.newBuilder()
                .setTarget(remote.address().toString());
        remote.apiKey().ifPresent(key -> {
            String secret = secret(key, remote, environment);
            options.addApiKey(() -> secret);
        });
        switch (remote.tls()) {
            case Tls.Off off -> options.setEnableHttps(false);
            case Tls.On on -> {
                options.setSslContext(Encryption.context(on));
                on.serverName()
                        .ifPresent(name -> options.setChannelInitializer(channel -> channel.overrideAuthority(name)));
            }
        }
        return options.validateAndBuildWithDefaults();
    }

    private static String secret(ApiKey key, Remote remote, Map<String, String> environment) {
        if (remote.tls() instanceof Tls.Off) {
            throw new InvalidInputException(
                    Code.REFUSED_VALUE,
                    remote.address().toString(),
                    "The API key would travel unencrypted.",
                    "Switch TLS on for this server, or leave out the key.");
        }
        String secret = environment.getOrDefault(key.variable(), "").strip();
        if (secret.isEmpty()) {
            throw new InvalidInputException(
                    Code.MISSING_VALUE,
                    "environment variable " + key.variable(),
                    "The API key of %s is not there.".formatted(remote.address()),
                    "Set the variable to the key.");
        }
        return secret;
    }

    private void greet() {
        try {
            asking().getSystemInfo(GetSystemInfoRequest.getDefaultInstance());
        } catch (StatusRuntimeException e) {
            throw new InvalidInputException(List.of(new ContactFailure(remote, patience).explain(e)));
        }
        try {
            asking().describeNamespace(DescribeNamespaceRequest.newBuilder()
                    .setNamespace(remote.namespace())
                    .build());
        } catch (StatusRuntimeException e) {
            ContactFailure failure = new ContactFailure(remote, patience);
            throw new InvalidInputException(List.of(
                    e.getStatus().getCode() == Status.Code.NOT_FOUND
                            ? failure.unknownNamespace(namespaces())
                            : failure.explain(e)));
        }
    }

    /** None where the server does not tell. */
    private List<String> namespaces() {
        try {
            return asking()
                    .listNamespaces(
                            ListNamespacesRequest.newBuilder().setPageSize(100).build())
                    .getNamespacesList()
                    .stream()
                    .map(namespace -> namespace.getNamespaceInfo().getName())
                    .filter(name -> !name.equals("temporal-system"))
                    .sorted()
                    .toList();
        } catch (StatusRuntimeException e) {
            return List.of();
        }
    }

    private Abilities abilities(Engine engine) {
        boolean schedules = stubs.getServerCapabilities().get().getSupportsSchedules();
        return new Abilities(true, true, SearchAttributes.registered(engine), schedules, hasWorkerVersioning());
    }

    private boolean hasWorkerVersioning() {
        try {
            asking().listWorkerDeployments(ListWorkerDeploymentsRequest.newBuilder()
                    .setNamespace(remote.namespace())
                    .setPageSize(1)
                    .build());
            return true;
        } catch (StatusRuntimeException e) {
            return false;
        }
    }

    private WorkflowServiceBlockingStub asking() {
        return stubs.blockingStub().withDeadlineAfter(patience.toMillis(), TimeUnit.MILLISECONDS);
    }
}
