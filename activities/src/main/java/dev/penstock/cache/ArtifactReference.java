package dev.penstock.cache;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.store.Digests;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An artifact as it stands in a value: exactly a URI and a digest. */
public record ArtifactReference(URI uri, String digest) {

    static Optional<ArtifactReference> of(JsonNode value) {
        String digest = value.path("digest").asText();
        if (value.size() != 2 || !value.path("uri").isTextual() || !Digests.isDigest(digest)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new ArtifactReference(URI.create(value.path("uri").asText()), digest));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** All that are in a value. */
    public static List<ArtifactReference> in(JsonNode value) {
        List<ArtifactReference> found = new ArrayList<>();
        collect(value, found);
        return found;
    }

    private static void collect(JsonNode value, List<ArtifactReference> found) {
        Optional<ArtifactReference> own = of(value);
        own.ifPresent(found::add);
        if (own.isEmpty()) {
            value.forEach(part -> collect(part, found));
        }
    }
}
