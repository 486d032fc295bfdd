package dev.penstock.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.value.Datum;

/**
 * The result of a step that may be cached, with what the cache did.
 *
 * @param note for people; empty where nobody asked the cache
 */
public record Reused(Datum value, String note) {

    private static final String VALUE = "value";
    private static final String NOTE = "@cache";

    /** As it comes back from the activity. */
    public Datum json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put(NOTE, note);
        json.set(VALUE, value.json());
        return Datum.of(json);
    }

    /** Where nobody asked the cache, and in histories of older releases, the result is alone. */
    public static Reused of(Datum result) {
        JsonNode json = result.json();
        boolean withNote = json.size() == 2 && json.path(NOTE).isTextual() && json.has(VALUE);
        return withNote ? new Reused(Datum.of(json.path(VALUE)), json.path(NOTE).asText()) : new Reused(result, "");
    }
}
