package dev.penstock.engine;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What an attempt of a step has said last, for those who watch from elsewhere.
 *
 * @param progress how far it is, as {@code {"fraction": 0.5, "message": "fits"}}
 */
public record Said(String path, int attempt, JsonNode progress) implements Message {}
