package dev.penstock.flow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.problem.Code;
import dev.penstock.spec.Expression;
import dev.penstock.spec.Input;
import dev.penstock.spec.ResourceTemplate;
import dev.penstock.spec.Site;
import dev.penstock.type.RecordShape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Turns the description of a Kubernetes resource into a manifest with holes where handles stand. */
final class ResourceReading {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Recorder recorder;
    private final Resolver resolver;
    private final Site at;
    private final SortedMap<String, Input> holes = new TreeMap<>();

    ResourceReading(Recorder recorder, Resolver resolver, Site at) {
        this.recorder = recorder;
        this.resolver = resolver;
        this.at = at;
    }

    ResourceTemplate read(Resource resource) {
        ObjectNode manifest = NODES.objectNode();
        resource.fields().forEach((path, value) -> put(manifest, List.of(path.split("\\.", -1)), value));
        return new ResourceTemplate(
                resource.apiVersion(),
                resource.kind(),
                manifest,
                holes,
                resource.success(),
                resource.failure(),
                resource.progress(),
                resource.podSelector(),
                resource.keptAfterwards(),
                resource.outputs());
    }

    private void put(ObjectNode manifest, List<String> path, Object value) {
        if (path.stream().anyMatch(key -> key.isBlank() || key.contains("["))) {
            throw new Refusal(
                    Code.INVALID_RESOURCE,
                    at,
                    "\"%s\" is no path of names.".formatted(String.join(".", path)),
                    "Write it like spec.entrypoint, and set lists and names with dots as a whole: List.of(Map.of(…)).");
        }
        ObjectNode parent = manifest;
        StringBuilder pointer = new StringBuilder();
        for (String key : path.subList(0, path.size() - 1)) {
            pointer.append('/').append(escaped(key));
            JsonNode child = parent.get(key);
            if (child == null) {
                child = parent.putObject(key);
            }
            if (!(child instanceof ObjectNode object)) {
                throw twice(path);
            }
            parent = object;
        }
        String last = path.getLast();
        if (parent.has(last)) {
            throw twice(path);
        }
        parent.set(last, tree(value, pointer + "/" + escaped(last)));
    }

    private Refusal twice(List<String> path) {
        return new Refusal(
                Code.INVALID_RESOURCE,
                at,
                "The field %s is set twice.".formatted(String.join(".", path)),
                "Set each field once, whole or by its parts.");
    }

    private JsonNode tree(@Nullable Object value, String pointer) {
        return switch (value) {
            case null ->
                throw new Refusal(
                        Code.NULL_VALUE, at, "The field %s is null.".formatted(pointer), "Leave it out for none.");
            case Value<?> handle -> {
                Resolved resolved = resolver.resolve(handle);
                holes.put(
                        pointer,
                        new Input(resolved.expression(), recorder.types().dataType(resolved.type(), at)));
                yield NullNode.instance;
            }
            case Map<?, ?> map -> {
                ObjectNode object = NODES.objectNode();
                new TreeMap<>(map)
                        .forEach((key, part) ->
                                object.set(key.toString(), tree(part, pointer + "/" + escaped(key.toString()))));
                yield object;
            }
            case List<?> list -> {
                ArrayNode array = NODES.arrayNode();
                for (int i = 0; i < list.size(); i++) {
                    array.add(tree(list.get(i), pointer + "/" + i));
                }
                yield array;
            }
            default -> constant(value);
        };
    }

    private JsonNode constant(Object value) {
        Resolved constant = recorder.constants().of(value, LiteralTypes.of(value), at);
        return constant.expression() instanceof Expression.Constant known ? known.value() : NullNode.instance;
    }

    private static String escaped(String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** An input that no field uses would silently change nothing. */
    static void refuseUnused(Step<?> step, Resource resource, Site at) {
        Set<Object> used = Collections.newSetFromMap(new IdentityHashMap<>());
        resource.fields().values().forEach(value -> collect(value, used));
        List<String> unused = new ArrayList<>();
        for (RecordShape.Part part : RecordShape.of(step.getClass()).parts()) {
            if (part.read(step) instanceof Value<?> handle && !used.contains(handle)) {
                unused.add(part.name());
            }
        }
        if (!unused.isEmpty()) {
            throw new Refusal(
                    Code.INVALID_RESOURCE,
                    at,
                    "No field of the resource uses %s.".formatted(String.join(", ", unused)),
                    "Set a field to it, or drop the component.");
        }
    }

    private static void collect(Object value, Set<Object> used) {
        switch (value) {
            case Value<?> handle -> {
                used.add(handle);
                handle.source().parts().forEach(part -> collect(part, used));
            }
            case Map<?, ?> map -> map.values().forEach(part -> collect(part, used));
            case List<?> list -> list.forEach(part -> collect(part, used));
            default -> {}
        }
    }
}
