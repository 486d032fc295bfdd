package dev.penstock.track;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The attempt of a step that something is told of.
 *
 * @param run the name of the run that it belongs to
 * @param path the step and where in the run it is
 * @param inputs by name, with everything that they refer to
 */
public record StepNote(String run, String pipeline, String path, int attempt, SortedMap<String, JsonNode> inputs) {

    public StepNote {
        inputs = Collections.unmodifiableSortedMap(new TreeMap<>(inputs));
    }
}
