package dev.penstock.cli.artifact;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.cache.ArtifactReference;
import java.util.ArrayList;
import java.util.List;

/**
 * An artifact in a value.
 *
 * @param component where in the value, such as {@code report} or {@code parts[0].model}; empty where it is the value
 */
public record NamedArtifact(String component, ArtifactReference reference) {

    /** All of a value. */
    public static List<NamedArtifact> in(JsonNode value) {
        List<NamedArtifact> found = new ArrayList<>();
        collect("", value, found);
        return found;
    }

    private static void collect(String component, JsonNode value, List<NamedArtifact> found) {
        List<ArtifactReference> inside = ArtifactReference.in(value);
        if (inside.isEmpty()) {
            return;
        }
        if (value.has("digest") && value.has("uri") && value.size() == 2) {
            inside.forEach(reference -> found.add(new NamedArtifact(component, reference)));
            return;
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            collect("%s[%s]".formatted(component, i), value.get(i), found);
        }
        value.properties()
                .forEach(part -> collect(
                        component.isEmpty() ? part.getKey() : "%s.%s".formatted(component, part.getKey()),
                        part.getValue(),
                        found));
    }
}
