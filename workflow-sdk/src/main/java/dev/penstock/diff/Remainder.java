package dev.penstock.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.spec.Spec;
import dev.penstock.type.CanonicalJson;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/** Says what differs when nothing else was found: as a rule the order in which things are declared. */
final class Remainder {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Set<String> UNORDERED = Set.of(
            "nodes", "after", "settings", "components", "constants", "cases", "rejecting", "exceptions", "ignoring");

    private Remainder() {}

    static String between(Spec before, Spec after) {
        String was = unordered(before);
        String is = unordered(after);
        return was.equals(is)
                ? "only the order of declaration changed"
                : "the specs differ in their form only: " + Shown.change(was, is);
    }

    private static String unordered(Spec spec) {
        try {
            return CanonicalJson.compact(unordered(MAPPER.readTree(spec.toJsonWithoutSites())));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode unordered(JsonNode json) {
        if (!json.isObject()) {
            return json.isArray() ? array(json.valueStream().map(Remainder::unordered)) : json;
        }
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        json.properties().forEach(entry -> {
            JsonNode value = unordered(entry.getValue());
            boolean sorted = value.isArray() && UNORDERED.contains(entry.getKey());
            object.set(
                    entry.getKey(),
                    sorted ? array(value.valueStream().sorted(Comparator.comparing(CanonicalJson::compact))) : value);
        });
        return object;
    }

    private static JsonNode array(Stream<JsonNode> items) {
        return JsonNodeFactory.instance.arrayNode().addAll(items.toList());
    }
}
