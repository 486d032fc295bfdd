package dev.penstock.cache;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.penstock.type.CanonicalJson;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that decides what a step yields, by name, such as {@code image} or {@code input depth}.
 *
 * <p>Steps with equal keys may stand for each other, whatever their names and places and however much they ask for.
 */
public record CacheKey(SortedMap<String, JsonNode> parts) {

    /** Grows when results that older versions made are no longer to be used. */
    static final int VERSION = 1;

    private static final int LONGEST_PART = 200;

    public CacheKey {
        SortedMap<String, JsonNode> shown = new TreeMap<>();
        parts.forEach((name, part) -> shown.put(name, shortened(part)));
        parts = Collections.unmodifiableSortedMap(shown);
    }

    public String digest() {
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.put("version", VERSION);
        ObjectNode named = all.putObject("parts");
        parts.forEach(named::set);
        return CanonicalJson.digest(all);
    }

    /** Long parts are only compared, so their digest will do; short ones are for people too. */
    private static JsonNode shortened(JsonNode part) {
        String text = CanonicalJson.compact(part);
        if (text.length() <= LONGEST_PART) {
            return part;
        }
        ObjectNode digest = JsonNodeFactory.instance.objectNode();
        digest.put("json", CanonicalJson.digest(part));
        digest.put("length", text.length());
        return digest;
    }
}
