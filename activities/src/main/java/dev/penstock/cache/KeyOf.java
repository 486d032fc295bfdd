package dev.penstock.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.penstock.container.Container;
import dev.penstock.container.Variable;
import dev.penstock.option.Setting;
import dev.penstock.spec.Method;
import dev.penstock.step.StepTask;
import dev.penstock.type.DataType;
import dev.penstock.type.Types;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Makes the keys of steps. */
public final class KeyOf {

    private static final String INPUT = "input ";

    private final SortedMap<String, JsonNode> parts = new TreeMap<>();

    private KeyOf(Setting.Cached cached, DataType output, Types types) {
        if (!cached.version().isEmpty()) {
            text("version", cached.version());
        }
        text("output", output.text());
        types.neededBy(List.of(output))
                .definitions()
                .forEach((name, definition) -> parts.put("type " + name, EntryJson.json((Record) definition)));
    }

    /**
     * The key of a container step.
     *
     * @param image the digest of the image or of its build context
     * @param value the value of an input by its name
     */
    public static CacheKey container(
            StepTask.ContainerTask task, Setting.Cached cached, String image, Function<String, JsonNode> value) {
        KeyOf key = new KeyOf(cached, task.output(), task.types());
        Container container = task.container();
        key.text("image", image);
        ArrayNode command = JsonNodeFactory.instance.arrayNode();
        container.command().forEach(command::add);
        key.parts.put("command", command);
        container.environment().forEach((name, variable) -> key.text("variable " + name, words(variable)));
        task.inputs().keySet().stream()
                .filter(name -> !cached.ignoring().contains(name))
                .forEach(name -> key.parts.put(INPUT + name, identity(value.apply(name))));
        return new CacheKey(key.parts);
    }

    /**
     * The key of a function.
     *
     * @param code the digest of the class that implements it
     */
    public static CacheKey function(
            Method method, Setting.Cached cached, String code, DataType output, Types types, List<JsonNode> inputs) {
        KeyOf key = new KeyOf(cached, output, types);
        key.text("method", method.name());
        key.text("class", code);
        for (int i = 0; i < inputs.size(); i++) {
            key.parts.put(INPUT + (i + 1), identity(inputs.get(i)));
        }
        return new CacheKey(key.parts);
    }

    private void text(String name, String text) {
        parts.put(name, TextNode.valueOf(text));
    }

    private static String words(Variable variable) {
        return switch (variable) {
            case Variable.Literal literal -> "= " + literal.value();
            case Variable.FromSecret from ->
                "secret %s/%s".formatted(from.secret().name(), from.secret().key());
        };
    }

    /** A value without the places of its artifacts: what they are counts, not where. */
    static JsonNode identity(JsonNode value) {
        if (ArtifactReference.of(value).isPresent()) {
            return JsonNodeFactory.instance
                    .objectNode()
                    .put("artifact", value.path("digest").asText());
        }
        if (value.isArray()) {
            ArrayNode items = JsonNodeFactory.instance.arrayNode(value.size());
            value.forEach(item -> items.add(identity(item)));
            return items;
        }
        if (value.isObject()) {
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            for (Map.Entry<String, JsonNode> component : value.properties()) {
                object.set(component.getKey(), identity(component.getValue()));
            }
            return object;
        }
        return value;
    }
}
