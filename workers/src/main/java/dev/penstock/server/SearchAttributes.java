package dev.penstock.server;

import static java.util.stream.Collectors.joining;

import dev.penstock.problem.Code;
import dev.penstock.problem.Problem;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.temporal.api.enums.v1.IndexedValueType;
import io.temporal.api.operatorservice.v1.AddSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.ListSearchAttributesRequest;
import io.temporal.api.operatorservice.v1.OperatorServiceGrpc.OperatorServiceBlockingStub;
import io.temporal.common.SearchAttributeKey;
import io.temporal.serviceclient.OperatorServiceStubs;
import io.temporal.serviceclient.OperatorServiceStubsOptions;
import io.temporal.serviceclient.WorkflowServiceStubsOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes sure that the server knows the attributes of runs. */
public final class SearchAttributes {

    private final String namespace;
    private final OperatorServiceBlockingStub operator;

    private SearchAttributes(Engine engine) {
        this.namespace = engine.namespace();
        WorkflowServiceStubsOptions options = engine.stubs().getOptions();
        this.operator = OperatorServiceStubs.newServiceStubs(OperatorServiceStubsOptions.newBuilder()
                        .setChannel(engine.stubs().getRawChannel())
                        .setHeaders(options.getHeaders())
                        .setGrpcMetadataProviders(options.getGrpcMetadataProviders())
                        .setRpcTimeout(options.getRpcTimeout())
                        .validateAndBuildWithDefaults())
                .blockingStub();
    }

    /** Adds those that are missing; a server may take some seconds until it accepts runs that have them. */
    public static Registration register(Engine engine) {
        return new SearchAttributes(engine).register();
    }

    /** Whether the server has all of them; where it does not tell, it counts as not having them. */
    static boolean registered(Engine engine) {
        try {
            Map<String, IndexedValueType> known = new SearchAttributes(engine).known();
            return RunAttributes.all().stream().allMatch(key -> key.getValueType() == known.get(key.getName()));
        } catch (StatusRuntimeException unknown) {
            return false;
        }
    }

    private Registration register() {
        Map<String, IndexedValueType> known = knownOrNone();
        List<String> added = new ArrayList<>();
        List<SearchAttributeKey<?>> missing = new ArrayList<>();
        List<Problem> problems = new ArrayList<>();
        Optional<StatusRuntimeException> refused = Optional.empty();
        for (SearchAttributeKey<?> key : RunAttributes.all()) {
            IndexedValueType type = known.get(key.getName());
            if (type == key.getValueType()) {
                continue;
            }
            if (type != null) {
                problems.add(otherType(key, type));
                continue;
            }
            Optional<StatusRuntimeException> refusal = add(key);
            if (refusal.isEmpty()) {
                added.add(key.getName());
                continue;
            }
            if (refusal.get().getStatus().getCode() != Status.Code.ALREADY_EXISTS) {
                missing.add(key);
                refused = refusal;
            }
        }
        refused.ifPresent(refusal -> problems.add(refusal(missing, refusal)));
        return new Registration(
                added, missing.stream().map(SearchAttributeKey::getName).toList(), problems);
    }

    /** None where the server does not list them, as the embedded one: it says at once which it has when they are added. */
    private Map<String, IndexedValueType> knownOrNone() {
        try {
            return known();
        } catch (StatusRuntimeException unknown) {
            return Map.of();
        }
    }

    private Map<String, IndexedValueType> known() {
        return operator.listSearchAttributes(ListSearchAttributesRequest.newBuilder()
                        .setNamespace(namespace)
                        .build())
                .getCustomAttributesMap();
    }

    /** One by one, because of a call for several, none is added where another process has added the first. */
    private Optional<StatusRuntimeException> add(SearchAttributeKey<?> key) {
        try {
            operator.addSearchAttributes(AddSearchAttributesRequest.newBuilder()
                    .setNamespace(namespace)
                    .putSearchAttributes(key.getName(), key.getValueType())
                    .build());
            return Optional.empty();
        } catch (StatusRuntimeException e) {
            return Optional.of(e);
        }
    }

    private Problem otherType(SearchAttributeKey<?> key, IndexedValueType type) {
        return new Problem(
                Code.TYPE_MISMATCH,
                "namespace " + namespace,
                "The search attribute %s is a %s here, and not a %s."
                        .formatted(
                                key.getName(),
                                type.name().substring("INDEXED_VALUE_TYPE_".length()),
                                RunAttributes.typeText(key)),
                "Rename or remove it, or run in another namespace.");
    }

    private Problem refusal(List<SearchAttributeKey<?>> missing, StatusRuntimeException refusal) {
        String names = missing.stream().map(SearchAttributeKey::getName).collect(joining(", "));
        return new Problem(
                Code.MISSING_RIGHT,
                "namespace " + namespace,
                "Runs cannot be searched: the search attributes %s are missing and may not be added (%s)."
                        .formatted(names, refusal.getStatus().getCode()),
                "Ask an administrator to run: " + command(missing));
    }

    private String command(List<SearchAttributeKey<?>> missing) {
        return missing.stream()
                .map(key -> " --name %s --type %s".formatted(key.getName(), RunAttributes.typeText(key)))
                .collect(joining("", "temporal operator search-attribute create --namespace " + namespace, ""));
    }
}
