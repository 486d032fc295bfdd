package dev.penstock.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** Stands in for the work of a step, in tests. */
public interface StepDouble {

    /**
     * What the step yields instead, or nothing where its own code is to run after all; may throw a
     * {@link dev.penstock.fault.FaultException}.
     */
    Optional<JsonNode> instead(String path, int attempt, List<JsonNode> inputs);
}
