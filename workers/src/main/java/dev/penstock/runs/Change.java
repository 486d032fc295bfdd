package dev.penstock.runs;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.spec.Spec;
import java.util.Optional;

/**
 * What is different when a run is tried again.
 *
 * @param spec a new version of the pipeline
 * @param from the step to run again although it succeeded, with all that follows from it
 * @param build of the worker that is to run it
 */
public record Change(
        String by, Optional<Spec> spec, Optional<JsonNode> input, Optional<String> from, Optional<String> build) {

    public static Change nothing(String by) {
        return new Change(by, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public Change to(Spec version) {
        return new Change(by, Optional.of(version), input, from, build);
    }

    public Change given(JsonNode other) {
        return new Change(by, spec, Optional.of(other), from, build);
    }

    public Change from(String step) {
        return new Change(by, spec, input, Optional.of(step), build);
    }

    public Change on(String otherBuild) {
        return new Change(by, spec, input, from, Optional.of(otherBuild));
    }
}
