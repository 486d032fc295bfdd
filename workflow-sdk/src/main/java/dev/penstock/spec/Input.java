package dev.penstock.spec;

import dev.penstock.type.DataType;

/** One input of a step: where it comes from and the type that the step needs. */
public record Input(Expression from, DataType type) {}
