package dev.penstock.diff;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.spec.Spec;

/** Changes one place of a spec's JSON. */
final class Edit {

    private static final JsonMapper MAPPER = new JsonMapper();

    private final JsonNode root;

    private Edit(Spec spec) {
        this.root = spec.toTree().deepCopy();
    }

    static Edit of(Spec spec) {
        return new Edit(spec);
    }

    Spec spec() {
        return Spec.parse(root.toString(), "edited");
    }

    /** Sets what is there, or takes it away when the JSON is "-"; the place is a step, a type or {@code pipeline}. */
    Edit set(String place, String pointer, String json) {
        JsonPointer path = JsonPointer.compile(pointer);
        JsonNode parent = place(place).at(path.head());
        String key = path.last().getMatchingProperty();
        if (parent instanceof ArrayNode array) {
            put(array, key, json);
        } else if (json.equals("-")) {
            ((ObjectNode) parent).remove(key);
        } else {
            ((ObjectNode) parent).set(key, read(json));
        }
        return this;
    }

    JsonNode place(String place) {
        if (place.equals("pipeline")) {
            return root.path("pipeline");
        }
        JsonNode found = place.startsWith("type ")
                ? root.at("/types/definitions").get("dev.penstock.diff.SamplePipeline$" + place.substring(5))
                : step(root, place);
        if (found == null) {
            throw new IllegalArgumentException("there is no " + place);
        }
        return found;
    }

    private static JsonNode step(JsonNode json, String name) {
        if (json.has("@type")
                && json.has("output")
                && json.path("name").asText().equals(name)) {
            return json;
        }
        for (JsonNode child : json) {
            JsonNode found = step(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static void put(ArrayNode array, String key, String json) {
        int index = Integer.parseInt(key);
        if (json.equals("-")) {
            array.remove(index);
        } else if (index == array.size()) {
            array.add(read(json));
        } else {
            array.set(index, read(json));
        }
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
