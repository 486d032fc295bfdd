package dev.penstock.host;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** Stands in for the work of a step, in tests. */
public interface StepDouble {

    /** What the step yields instead; may throw a {@link dev.penstock.fault.FaultException}. */
    JsonNode instead(String path, int attempt, List<JsonNode> inputs);
}
