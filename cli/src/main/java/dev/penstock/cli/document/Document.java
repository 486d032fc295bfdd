package dev.penstock.cli.document;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a text holds, with the places of its values and keys by their path, such as {@code $.depths[2]}. */
public record Document(String name, JsonNode json, Map<String, Place> values, Map<String, Place> keys) {

    public Document {
        values = Map.copyOf(values);
        keys = Map.copyOf(keys);
    }

    /** Where a value stands; one that is not there is sought in the smallest part that should hold it. */
    public String whereValue(String path) {
        for (String part = path; !part.isEmpty(); part = parent(part)) {
            Place place = values.get(part);
            if (place != null) {
                return place.in(name);
            }
        }
        return name;
    }

    /** Where a key stands. */
    public String whereKey(String path) {
        @Nullable Place place = keys.get(path);
        return place == null ? whereValue(path) : place.in(name);
    }

    private static String parent(String path) {
        return path.substring(0, Math.max(0, Math.max(path.lastIndexOf('.'), path.lastIndexOf('['))));
    }
}
