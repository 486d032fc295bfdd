package dev.penstock.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.container.StatusTest;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** A Kubernetes resource with holes for values, and how its status is read. */
public record ResourceTemplate(
        String apiVersion,
        String kind,
        JsonNode manifest,
        SortedMap<String, Input> holes,
        Optional<StatusTest> success,
        Optional<StatusTest> failure,
        Optional<String> progress,
        Optional<String> podSelector,
        boolean keptAfterwards,
        SortedMap<String, String> outputs) {

    public ResourceTemplate {
        holes = Collections.unmodifiableSortedMap(new TreeMap<>(holes));
        outputs = Collections.unmodifiableSortedMap(new TreeMap<>(outputs));
    }
}
