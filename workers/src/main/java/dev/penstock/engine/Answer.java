package dev.penstock.engine;

import java.util.Optional;

/** The answer of a person to an approval, which is named by its path. */
public record Answer(String path, String by, boolean approves, Optional<String> comment) implements Message {}
