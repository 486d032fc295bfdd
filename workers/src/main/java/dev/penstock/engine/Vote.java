package dev.penstock.engine;

import java.time.Instant;
import java.util.Optional;

/** The answer of a person who was asked for approval. */
public record Vote(String by, boolean approves, Instant at, Optional<String> comment) implements Message {}
