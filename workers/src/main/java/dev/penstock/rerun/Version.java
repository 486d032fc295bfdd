package dev.penstock.rerun;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.spec.Spec;

/** A pipeline as it was or will be run, and what it is given. */
public record Version(Spec spec, JsonNode input) {

    /** As it is read from JSON, so that a constant equals itself whether it comes from code or from a file. */
    Version read() {
        return new Version(Spec.parse(spec.toJson(), "the spec of " + spec.name()), input);
    }
}
