package dev.penstock.server;

import io.grpc.Grpc;
import io.grpc.InsecureServerCredentials;
import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerCredentials;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.TlsServerCredentials.ClientAuth;
import io.grpc.stub.StreamObserver;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.namespace.v1.NamespaceInfo;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.AddSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesResponse;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceImplBase;
import io.temporal.api.workflowservice.v1.DescribeNamespaceRequest;
import io.temporal.api.workflowservice.v1.DescribeNamespaceResponse;
import io.temporal.api.workflowservice.v1.GetSystemInfoRequest;
import io.temporal.api.workflowservice.v1.GetSystemInfoResponse;
import io.temporal.api.workflowservice.v1.ListNamespacesRequest;
import io.temporal.api.workflowservice.v1.ListNamespacesResponse;
import io.temporal.api.workflowservice.v1.WorkflowServiceGrpc.WorkflowServiceImplBase;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Answers the first questions of a client, as a Temporal server with rules of its own would. */
final class FakeServer implements AutoCloseable {

    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    private final Set<String> namespaces;
    private final Server server;
    private String wantedKey = "";
    private boolean administrable = true;
    private boolean forgetful;
    private final Map<String, IndexedValueType> attributes = new TreeMap<>();

    private FakeServer(ServerCredentials credentials, Set<String> namespaces) throws IOException {
        this.namespaces = namespaces;
        this.server = Grpc.newServerBuilderForPort(0, credentials)
                .addService(new Workflows())
                .addService(new Operator())
                .intercept(new Doorkeeper())
                .build()
                .start();
    }

    static FakeServer plain(String... namespaces) throws IOException {
        return new FakeServer(InsecureServerCredentials.create(), Set.of(namespaces));
    }

    static FakeServer encrypted(Certificates own) throws IOException {
        return new FakeServer(
                TlsServerCredentials.create(
                        own.certificate().toFile(), own.key().toFile()),
                Set.of("default"));
    }

    static FakeServer encryptedForKnown(Certificates own, Certificates client) throws IOException {
        return new FakeServer(
                TlsServerCredentials.newBuilder()
                        .keyManager(own.certificate().toFile(), own.key().toFile())
                        .trustManager(client.certificate().toFile())
                        .clientAuth(ClientAuth.REQUIRE)
                        .build(),
                Set.of("default"));
    }

    FakeServer wantingKey(String key) {
        wantedKey = "Bearer " + key;
        return this;
    }

    FakeServer withoutAdministrators() {
        administrable = false;
        return this;
    }

    /** Says of no attribute that it is there, as if another process added them a moment later. */
    FakeServer racing() {
        forgetful = true;
        return this;
    }

    FakeServer having(String attribute, IndexedValueType type) {
        attributes.put(attribute, type);
        return this;
    }

    List<String> attributes() {
        return List.copyOf(attributes.keySet());
    }

    Address address() {
        return new Address("localhost", server.getPort());
    }

    @Override
    public void close() {
        server.shutdownNow();
    }

    private static <T> void answer(StreamObserver<T> caller, T answer) {
        caller.onNext(answer);
        caller.onCompleted();
    }

    private final class Workflows extends WorkflowServiceImplBase {

        @Override
        public void getSystemInfo(GetSystemInfoRequest request, StreamObserver<GetSystemInfoResponse> caller) {
            answer(caller, GetSystemInfoResponse.getDefaultInstance());
        }

        @Override
        public void describeNamespace(
                DescribeNamespaceRequest request, StreamObserver<DescribeNamespaceResponse> caller) {
            if (!namespaces.contains(request.getNamespace())) {
                caller.onError(Status.NOT_FOUND.asException());
                return;
            }
            answer(caller, DescribeNamespaceResponse.getDefaultInstance());
        }

        @Override
        public void listNamespaces(ListNamespacesRequest request, StreamObserver<ListNamespacesResponse> caller) {
            ListNamespacesResponse.Builder all = ListNamespacesResponse.newBuilder();
            for (String name : namespaces) {
                all.addNamespaces(DescribeNamespaceResponse.newBuilder()
                        .setNamespaceInfo(NamespaceInfo.newBuilder().setName(name)));
            }
            answer(caller, all.build());
        }
    }

    private final class Operator extends OperatorServiceImplBase {

        @Override
        public void listSearchAttributes(
                ListSearchAttributesRequest request, StreamObserver<ListSearchAttributesResponse> caller) {
            answer(
                    caller,
                    ListSearchAttributesResponse.newBuilder()
                            .putAllCustomAttributes(forgetful ? Map.of() : attributes)
                            .build());
        }

        @Override
        public void addSearchAttributes(
                AddSearchAttributesRequest request, StreamObserver<AddSearchAttributesResponse> caller) {
            if (!administrable) {
                caller.onError(Status.PERMISSION_DENIED.asException());
                return;
            }
            if (request.getSearchAttributesMap().keySet().stream().anyMatch(attributes::containsKey)) {
                caller.onError(Status.ALREADY_EXISTS.asException());
                return;
            }
            attributes.putAll(request.getSearchAttributesMap());
            answer(caller, AddSearchAttributesResponse.getDefaultInstance());
        }
    }

    private final class Doorkeeper implements ServerInterceptor {

        @Override
        public <Q, A> ServerCall.Listener<Q> interceptCall(
                ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
            if (wantedKey.isEmpty() || wantedKey.equals(headers.get(AUTHORIZATION))) {
                return next.startCall(call, headers);
            }
            call.close(Status.PERMISSION_DENIED.withDescription("Request unauthorized."), new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }
}
