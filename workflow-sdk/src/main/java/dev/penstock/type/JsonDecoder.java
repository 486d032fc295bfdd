package dev.penstock.type;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Turns JSON that has been checked against its data type into Java values. */
public final class JsonDecoder {

    private final Map<Class<?>, Function<JsonNode, Object>> leaves;

    public JsonDecoder() {
        this(Map.of());
    }

    /** With further classes that are read from one JSON value each, a missing one where it is optional. */
    public JsonDecoder(Map<Class<?>, Function<JsonNode, Object>> leaves) {
        this.leaves = Map.copyOf(leaves);
    }

    /** The Java value; a {@link RefusedValueException} when the class of a part refuses what it is given. */
    public Object decode(JsonNode json, Type type) {
        return decode(json, type, "$");
    }

    private Object decode(@Nullable JsonNode json, Type type, String path) {
        Class<?> raw = Generics.raw(type);
        if (raw == Optional.class) {
            return json == null || json.isNull()
                    ? Optional.empty()
                    : Optional.of(decode(json, Generics.argument(type, 0), path));
        }
        if (json == null && raw == List.class) {
            return List.of();
        }
        if (json == null && (raw == Map.class || raw == SortedMap.class)) {
            return Collections.emptySortedMap();
        }
        Function<JsonNode, Object> leaf = leaves.get(raw);
        if (leaf != null) {
            JsonNode given = json == null ? MissingNode.getInstance() : json;
            return refusing(path, () -> leaf.apply(given));
        }
        requireNonNull(json, path);
        Optional<JavaScalar> scalar = JavaScalar.of(raw);
        if (scalar.isPresent()) {
            return refusing(path, () -> scalar.get().fromJson().apply(json));
        }
        if (raw == List.class) {
            return list(json, Generics.argument(type, 0), path);
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return map(json, Generics.argument(type, 1), path);
        }
        if (raw.isEnum()) {
            return constant(raw, json.textValue());
        }
        if (raw.isSealed()) {
            return decode(json, member(raw, type, json.path(Types.TAG).asText()), path);
        }
        Optional<ArtifactKind> kind = ArtifactKind.marking(raw);
        return kind.isPresent() ? AnyArtifact.of(kind.get(), json) : record(json, raw, type, path);
    }

    private List<Object> list(JsonNode json, Type element, String path) {
        List<Object> list = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) {
            list.add(decode(json.get(i), element, path + "[" + i + "]"));
        }
        return List.copyOf(list);
    }

    private SortedMap<String, Object> map(JsonNode json, Type value, String path) {
        SortedMap<String, Object> map = new TreeMap<>();
        json.properties()
                .forEach(
                        entry -> map.put(entry.getKey(), decode(entry.getValue(), value, path + "." + entry.getKey())));
        return Collections.unmodifiableSortedMap(map);
    }

    private Object record(JsonNode json, Class<?> raw, Type type, String path) {
        RecordShape shape = RecordShape.of(raw);
        Map<TypeVariable<?>, Type> bindings = Generics.bindings(type);
        Object[] values = new Object[shape.parts().size()];
        for (int i = 0; i < values.length; i++) {
            RecordShape.Part part = shape.parts().get(i);
            Type resolved = bindings.isEmpty() ? part.type() : Generics.resolve(part.type(), bindings);
            values[i] = decode(json.get(part.name()), resolved, path + "." + part.name());
        }
        return refusing(path, () -> shape.create(values));
    }

    private static Object refusing(String path, Supplier<Object> make) {
        try {
            return make.get();
        } catch (RefusedValueException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new RefusedValueException(path, e);
        }
    }

    private static Object constant(Class<?> type, String name) {
        for (Object constant : type.getEnumConstants()) {
            if (((Enum<?>) constant).name().equals(name)) {
                return constant;
            }
        }
        throw new IllegalStateException(type + " has no " + name);
    }

    private static Type member(Class<?> family, Type type, String tag) {
        return Families.members(family, type).stream()
                .filter(member -> Generics.raw(member).getSimpleName().equals(tag))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(family + " has no " + tag));
    }
}
