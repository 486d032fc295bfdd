package dev.penstock.cli.params;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** One line of the table of parameters: what it is, what it is now, and who said so. */
public record Parameter(String name, String type, boolean needed, Optional<JsonNode> value, Optional<String> from) {}
