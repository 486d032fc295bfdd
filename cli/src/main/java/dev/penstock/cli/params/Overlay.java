package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.type.DataType;
import dev.penstock.type.DataType.MapOf;
import dev.penstock.type.Scalar;
import dev.penstock.type.TypeDefinition.Component;
import dev.penstock.type.TypeDefinition.RecordType;
import dev.penstock.type.Types;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An input that is being put together: what comes later replaces what was there, records component by component. */
final class Overlay {

    private final Shapes shapes;
    private final DataType type;
    private final Map<String, Origin> origins = new HashMap<>();
    private JsonNode json = MissingNode.getInstance();

    Overlay(Types types, DataType type) {
        this.shapes = new Shapes(types);
        this.type = type;
        origins.put("$", new Origin.Nowhere());
        if (shapes.record(type, null).isPresent()) {
            json = JsonNodeFactory.instance.objectNode();
        }
    }

    JsonNode json() {
        return json;
    }

    /** Lays a whole value over what is there. */
    void put(JsonNode value, Origin origin) {
        json = merge(json, value, type, "$", origin);
    }

    /** Lays a value over the part that these names lead to. */
    void put(List<String> names, JsonNode value, Origin origin) {
        json = put(json, type, names, value, "$", origin);
    }

    /** Where the value at a path, or what should hold it, was given. */
    Origin origin(String path) {
        for (String part = path; !part.isEmpty(); part = parent(part)) {
            Origin origin = origins.get(part);
            if (origin != null) {
                return origin;
            }
        }
        return new Origin.Nowhere();
    }

    private JsonNode put(JsonNode base, DataType here, List<String> names, JsonNode value, String path, Origin origin) {
        if (names.isEmpty()) {
            return merge(base, value, here, path, origin);
        }
        String name = names.getFirst();
        ObjectNode changed = JsonNodeFactory.instance.objectNode();
        boolean otherCase = name.equals(Types.TAG) && !base.path(name).equals(value);
        if (base instanceof ObjectNode object && !otherCase) {
            changed.setAll(object);
        } else {
            claim(path, origin);
        }
        DataType part = part(here, name, base);
        changed.set(name, put(base.path(name), part, names.subList(1, names.size()), value, path + "." + name, origin));
        return changed;
    }

    private JsonNode merge(JsonNode base, JsonNode over, DataType here, String path, Origin origin) {
        Optional<RecordType> record = shapes.record(here, over.has(Types.TAG) ? over : base);
        boolean sameCase = !over.has(Types.TAG) || over.path(Types.TAG).equals(base.path(Types.TAG));
        if (record.isEmpty() || !sameCase || !(base instanceof ObjectNode object) || !over.isObject()) {
            claim(path, origin);
            return over;
        }
        ObjectNode merged = JsonNodeFactory.instance.objectNode();
        merged.setAll(object);
        over.properties().forEach(entry -> {
            String name = entry.getKey();
            JsonNode part = merge(base.path(name), entry.getValue(), part(here, name, base), path + "." + name, origin);
            merged.set(name, part);
        });
        return merged;
    }

    private DataType part(DataType here, String name, JsonNode value) {
        if (Shapes.present(here) instanceof MapOf map) {
            return map.value();
        }
        return shapes.components(here, value).stream()
                .filter(component -> component.name().equals(name))
                .map(Component::type)
                .findFirst()
                .orElse(Scalar.JSON);
    }

    private void claim(String path, Origin origin) {
        origins.keySet().removeIf(known -> known.startsWith(path + ".") || known.startsWith(path + "["));
        origins.put(path, origin);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
