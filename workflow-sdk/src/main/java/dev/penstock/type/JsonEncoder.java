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
    // Parsers refuse what is nested 1,000 deep, and messages wrap values in some levels of their own.
    private static final int DEEPEST = 400;

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
        return encode(value, "the value", 0).orElse(NODES.nullNode());
    }

    private Optional<JsonNode> encode(@Nullable Object value, String path, int depth) {
        if (depth > DEEPEST) {
            throw Unsupported.nesting(path, DEEPEST);
        }
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
            case Optional<?> optional ->
                optional.isEmpty() ? Optional.empty() : encode(optional.get(), path, depth + 1);
            case List<?> list -> Optional.of(array(list, path, depth + 1));
            case Map<?, ?> map -> Optional.of(object(map, path, depth + 1));
            case Enum<?> constant -> Optional.of(TextNode.valueOf(constant.name()));
            case Record record -> Optional.of(record(record, path, depth + 1));
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

    private ArrayNode array(List<?> list, String path, int depth) {
        ArrayNode array = NODES.arrayNode(list.size());
        for (int i = 0; i < list.size(); i++) {
            array.add(encode(list.get(i), path + "[" + i + "]", depth).orElse(NODES.nullNode()));
        }
        return array;
    }

    private ObjectNode object(Map<?, ?> map, String path, int depth) {
        ObjectNode object = NODES.objectNode();
        Map<String, Object> sorted = new TreeMap<>();
        map.forEach((key, value) -> {
            if (!(key instanceof String text)) {
                throw Unsupported.key(path, key);
            }
            if (!isWhole(text)) {
                throw Unsupported.halfCharacter(path);
            }
            sorted.put(text, value);
        });
        sorted.forEach((key, value) ->
                object.set(key, encode(value, path + "." + key, depth).orElse(NODES.nullNode())));
        return object;
    }

    /** Without halves of characters, which no parser reads in names. */
    private static boolean isWhole(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private ObjectNode record(Record record, String path, int depth) {
        RecordShape shape = RecordShape.of(record.getClass());
        ObjectNode object = NODES.objectNode();
        if (shape.tagged()) {
            object.put(Types.TAG, record.getClass().getSimpleName());
        }
        for (RecordShape.Part part : shape.parts()) {
            encode(part.read(record), path + "." + part.name(), depth)
                    .filter(json -> !empties.omit(part.type(), json))
                    .ifPresent(json -> object.set(part.name(), json));
        }
        return object;
    }
}
