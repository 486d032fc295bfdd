package dev.penstock.type;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.artifact.Artifact;
import dev.penstock.artifact.Dataset;
import dev.penstock.artifact.Metrics;
import dev.penstock.artifact.Model;
import dev.penstock.artifact.Report;
import java.net.URI;

/** Stands in where code asks for any artifact of a kind and its own record is not known. */
record AnyArtifact(URI uri, String digest) implements Artifact {

    static Artifact of(ArtifactKind kind, JsonNode json) {
        URI uri = URI.create(json.path("uri").asText());
        String digest = json.path("digest").asText();
        return switch (kind) {
            case ARTIFACT -> new AnyArtifact(uri, digest);
            case DATASET -> new AnyDataset(uri, digest);
            case MODEL -> new AnyModel(uri, digest);
            case METRICS -> new AnyMetrics(uri, digest);
            case REPORT -> new AnyReport(uri, digest);
        };
    }

    private record AnyDataset(URI uri, String digest) implements Dataset {}

    private record AnyModel(URI uri, String digest) implements Model {}

    private record AnyMetrics(URI uri, String digest) implements Metrics {}

    private record AnyReport(URI uri, String digest) implements Report {}
}
