package dev.penstock.type;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Turns values into canonical JSON: absent optionals are left out, map keys are sorted, families are tagged. */
public final class JsonEncoder {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<Class<?>, Function<Object, Optional<JsonNode>>> leaves;

    private final Empties empties;

    public JsonEncoder() {
        this(Map.of(), Empties.WRITTEN);
    }

    /** With further classes that become one JSON value each, or nothing at all. */
    public JsonEncoder(Map<Class<?>, Function<Object, Optional<JsonNode>>> leaves, Empties empties) {
        this.leaves = Map.copyOf(leaves);
        this.empties = empties;
    }

    /** The JSON of a value; a {@link NullPointerException} that names the place of a null inside it. */
    public JsonNode encode(@Nullable Object value) {
        return encode(value, "the value").orElse(NODES.nullNode());
    }

    private Optional<JsonNode> encode(@Nullable Object value, String path) {
        if (value == null) {
            throw new NullPointerException(path + " is null");
        }
        Function<Object, Optional<JsonNode>> leaf = leaf(value.getClass());
        if (leaf != null) {
            return leaf.apply(value);
        }
        Optional<JavaScalar> scalar = JavaScalar.of(value.getClass());
        if (scalar.isPresent()) {
            return Optional.of(scalar.get().toJson().apply(value));
        }
        return switch (value) {
            case Optional<?> optional -> optional.isEmpty() ? Optional.empty() : encode(optional.get(), path);
            case List<?> list -> Optional.of(array(list, path));
            case Map<?, ?> map -> Optional.of(object(map, path));
            case Enum<?> constant -> Optional.of(TextNode.valueOf(constant.name()));
            case Record record -> Optional.of(record(record, path));
            default -> throw Unsupported.because(value.getClass());
        };
    }

    private @Nullable Function<Object, Optional<JsonNode>> leaf(Class<?> type) {
        Function<Object, Optional<JsonNode>> exact = leaves.get(type);
        if (exact != null || leaves.isEmpty()) {
            return exact;
        }
        for (Map.Entry<Class<?>, Function<Object, Optional<JsonNode>>> leaf : leaves.entrySet()) {
            if (leaf.getKey().isAssignableFrom(type)) {
                return leaf.getValue();
            }
        }
        return null;
    }

    private ArrayNode array(List<?> list, String path) {
        ArrayNode array = NODES.arrayNode(list.size());
        for (int i = 0; i < list.size(); i++) {
            array.add(encode(list.get(i), path + "[" + i + "]").orElse(NODES.nullNode()));
        }
        return array;
    }

    private ObjectNode object(Map<?, ?> map, String path) {
        ObjectNode object = NODES.objectNode();
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> sorted.put((String) key, value));
        sorted.forEach(
                (key, value) -> object.set(key, encode(value, path + "." + key).orElse(NODES.nullNode())));
        return object;
    }

    private ObjectNode record(Record record, String path) {
        RecordShape shape = RecordShape.of(record.getClass());
        ObjectNode object = NODES.objectNode();
        if (shape.tagged()) {
            object.put(Types.TAG, record.getClass().getSimpleName());
        }
        for (RecordShape.Part part : shape.parts()) {
            encode(part.read(record), path + "." + part.name())
                    .filter(json -> !empties.omit(part.type(), json))
                    .ifPresent(json -> object.set(part.name(), json));
        }
        return object;
    }
}
