package dev.penstock.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.store.Digests;
import java.util.Optional;

/** Stands for a value that lies in the store. */
public record Reference(String digest, long size) {

    private static final String KEY = "@stored";
    private static final String SIZE = "bytes";
    private static final int LONGEST = 200;

    /** The form in which a reference travels in place of its value. */
    public JsonNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(KEY, digest);
        json.put(SIZE, size);
        return json;
    }

    /** The same without reading a long value, which is none. */
    public static Optional<Reference> of(Datum value) {
        return value.size() > LONGEST ? Optional.empty() : of(value.json());
    }

    public static Optional<Reference> of(JsonNode json) {
        if (json.size() != 2 || !json.isObject() || !json.has(SIZE)) {
            return Optional.empty();
        }
        String digest = json.path(KEY).asText();
        return Digests.isDigest(digest)
                ? Optional.of(new Reference(digest, json.path(SIZE).asLong()))
                : Optional.empty();
    }

    /** Whether the value is a reference or has one inside. */
    public static boolean isIn(JsonNode json) {
        if (!json.isContainerNode()) {
            return false;
        }
        if (of(json).isPresent()) {
            return true;
        }
        for (JsonNode part : json) {
            if (isIn(part)) {
                return true;
            }
        }
        return false;
    }
}
