package dev.penstock.spec;

import com.fasterxml.jackson.databind.JsonNode;
import dev.penstock.option.PipelineSettings;
import dev.penstock.type.DataType;
import java.util.Optional;

/** One pipeline of a spec: what it takes and yields, its graph and its handlers. */
public record PipelineSpec(
        String name,
        String definedBy,
        PipelineSettings settings,
        DataType input,
        DataType output,
        Optional<JsonNode> defaults,
        Graph graph,
        Optional<Graph> onFailure,
        Optional<Graph> lastly,
        Site at) {}
