package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** The input of a run in canonical form, unless something that is needed was not given. */
public record RunInput(String type, Optional<JsonNode> value, List<Parameter> parameters) {

    public RunInput {
        parameters = List.copyOf(parameters);
    }
}
