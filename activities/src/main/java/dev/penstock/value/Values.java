package dev.penstock.value;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.store.BlobStore;
import java.util.Map;

/** Lets small values travel as they are and big ones by reference. */
public record Values(BlobStore blobs, int mostInline) {

    /** A value of this size still travels; with a hundred of them in one message, that stays under its limit. */
    public static final int MOST_INLINE = 16 * 1024;

    public Values(BlobStore blobs) {
        this(blobs, MOST_INLINE);
    }

    public Values withMostInline(int bytes) {
        return new Values(blobs, bytes);
    }

    /** The value as it travels. It has no references yet: what only looks like one is stored, so that it stays itself. */
    public Datum keep(JsonNode value) {
        Datum datum = Datum.of(value);
        return datum.size() > mostInline || Reference.isIn(value) ? store(datum) : datum;
    }

    /** A reference to the value, however small. */
    public Datum store(Datum value) {
        return Datum.of(new Reference(blobs.put(value.bytes()), value.size()).toJson());
    }

    /** The value itself, with that of every reference in it. */
    public JsonNode load(Datum value) {
        return load(value.json());
    }

    private JsonNode load(JsonNode json) {
        if (!json.isContainerNode()) {
            return json;
        }
        Reference reference = Reference.of(json).orElse(null);
        if (reference != null) {
            return Datum.parse(blobs.get(reference.digest())).json();
        }
        return Reference.isIn(json) ? loadParts(json) : json;
    }

    private JsonNode loadParts(JsonNode json) {
        if (json.isArray()) {
            ArrayNode loaded = JsonNodeFactory.instance.arrayNode(json.size());
            json.forEach(item -> loaded.add(load(item)));
            return loaded;
        }
        ObjectNode loaded = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> entry : json.properties()) {
            loaded.set(entry.getKey(), load(entry.getValue()));
        }
        return loaded;
    }
}
